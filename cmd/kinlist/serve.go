package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"kinlist/internal/paths"
	"kinlist/web"
	"kinlist/web/middleware"
)

// serveCommand serves the web pages until it is told to stop.
type serveCommand struct{}

// How long a client may take, and how long a stop waits for those who are being served.
const (
	headTimeout = 5 * time.Second
	readTimeout = 30 * time.Second
	idleTimeout = 2 * time.Minute
	stopTimeout = 10 * time.Second
)

// gcPercent trades memory for speed. Most of what a page costs is short-lived rows and HTML; collecting four times as
// rarely saves about a quarter of the processor time and stays within memoryLimit, at which the collector works harder.
const (
	gcPercent   = 400
	memoryLimit = 72 << 20 // bytes
)

// Run opens the database, brings it up to date, and serves.
func (serveCommand) Run(ctx context.Context, p process) error {
	tune(p.env)
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	if prog.cfg.BaseURL != nil {
		paths.Mount(prog.cfg.BaseURL.Path)
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", prog.cfg.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s (set KINLIST_ADDR to another address): %w", prog.cfg.Addr, err)
	}
	if err := prog.greet(ctx, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return prog.serve(ctx, listener)
}

// tune sets the collector, unless the operator did.
func tune(env []string) {
	set := func(name string) bool {
		return slices.ContainsFunc(env, func(v string) bool { return strings.HasPrefix(v, name+"=") })
	}
	if !set("GOGC") {
		debug.SetGCPercent(gcPercent)
	}
	if !set("GOMEMLIMIT") {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// greet says in the log where to open Kinlist, and on the first run how to prove that one may set it up.
func (prog *program) greet(ctx context.Context, addr net.Addr) error {
	url := "http://" + addr.String() + paths.Home()
	if prog.cfg.BaseURL != nil {
		url = prog.cfg.BaseURL.String()
	}
	prog.log.InfoContext(ctx, "Kinlist is ready", "open", url, "config", prog.cfg)
	first, err := prog.services.Auth.SetupOpen(ctx)
	if err == nil && first {
		prog.log.InfoContext(ctx, "Nobody has an account yet: open Kinlist to set it up. From another machine it asks for this code.",
			"setup_code", prog.services.Auth.SetupCode())
	}
	return err
}

func (prog *program) serve(ctx context.Context, listener net.Listener) error {
	measured, err := prog.measure(ctx)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{
		Handler: web.New(web.Config{
			Services: prog.services, Log: prog.log, Secret: string(prog.cfg.Secret),
			BaseURL: prog.cfg.BaseURL, TrustedProxies: prog.cfg.TrustedProxies, Metrics: measured,
		}),
		ReadHeaderTimeout: headTimeout, ReadTimeout: readTimeout, IdleTimeout: idleTimeout,
	}
	server.RegisterOnShutdown(prog.services.Live.Close)
	go prog.services.Live.Follow(ctx, prog.log)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	prog.log.InfoContext(ctx, "stopping")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	return server.Shutdown(last)
}

// measure serves the metrics on the address that the operator has for them, for as long as the program runs; nil where
// there is none.
func (prog *program) measure(ctx context.Context) (*middleware.Metrics, error) {
	if prog.cfg.MetricsAddr == "" {
		return nil, nil //nolint:nilnil // no metrics is a value: nothing is counted
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", prog.cfg.MetricsAddr)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s (set KINLIST_METRICS_ADDR to another address): %w", prog.cfg.MetricsAddr, err)
	}
	measured, mux := middleware.NewMetrics(), http.NewServeMux()
	mux.Handle("GET "+paths.Metrics, measured.Handler())
	server := &http.Server{Handler: mux, ReadHeaderTimeout: headTimeout, ReadTimeout: readTimeout, IdleTimeout: idleTimeout}
	prog.log.InfoContext(ctx, "metrics are served", "at", "http://"+listener.Addr().String()+paths.Metrics)
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			prog.log.ErrorContext(ctx, "metrics are served no more", "err", err)
		}
	}()
	context.AfterFunc(ctx, func() { _ = server.Close() })
	return measured, nil
}
