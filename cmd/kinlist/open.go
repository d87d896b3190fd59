package main

import (
	"context"
	"io"
	"log/slog"
	"time"

	"kinlist/internal/blobs"
	"kinlist/internal/config"
	"kinlist/internal/database"
	"kinlist/internal/metadata"
	"kinlist/internal/repository"
	"kinlist/internal/service"
)

// program is Kinlist with its settings read and its database open.
type program struct {
	cfg      config.Config
	log      *slog.Logger
	db       *database.DB
	store    *repository.Store
	services *service.Services
}

// open reads the settings and opens the database; the caller closes it.
func open(ctx context.Context, p process) (*program, error) {
	cfg, err := config.Load(p.env)
	if err != nil {
		return nil, err
	}
	log := newLog(p.stderr, cfg.Log)
	for _, warning := range cfg.Warnings {
		log.WarnContext(ctx, warning)
	}
	if err := cfg.EnsureSecret(); err != nil {
		return nil, err
	}
	files, err := blobs.Open(ctx, cfg.BlobURL)
	if err != nil {
		return nil, err
	}
	db, err := database.Open(ctx, cfg.DatabaseURL, log)
	if err != nil {
		return nil, err
	}
	reader, store := metadata.New(metadata.Config{Allow: cfg.FetchAllow}), repository.New(db, time.Now)
	return &program{cfg, log, db, store, service.New(store, service.Config{
		Now: time.Now, Links: reader, Images: reader, Files: files, Secret: string(cfg.Secret), Zone: localZone(p.env),
	})}, nil
}

// openMigrated is open with the schema brought up to date, and what is older than the search made searchable.
func openMigrated(ctx context.Context, p process) (*program, error) {
	prog, err := open(ctx, p)
	if err != nil {
		return nil, err
	}
	if err := database.Migrate(ctx, prog.db, prog.log); err != nil {
		_ = prog.db.Close()
		return nil, err
	}
	read, err := prog.store.FillTexts(ctx)
	if err != nil {
		_ = prog.db.Close()
		return nil, err
	}
	if read > 0 {
		prog.log.InfoContext(ctx, "older things can be searched now", "things", read)
	}
	return prog, nil
}

func newLog(w io.Writer, format config.LogFormat) *slog.Logger {
	if format == config.LogJSON {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}
