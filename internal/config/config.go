// Package config turns the environment into one validated struct. Every setting is optional.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/caarlos0/env/v11"
)

const prefix = "KINLIST_"

// Config is what the operator chose. Printed or logged, it keeps its secrets to itself.
type Config struct {
	Addr           string // where to listen, host:port
	MetricsAddr    string // where to serve /metrics, host:port; "" does not
	DataDir        string
	DatabaseURL    string         // as database.Open takes it
	BlobURL        string         // where pictures are kept, as blobs.Open takes it
	BaseURL        *url.URL       // where people see the program, without a slash at the end; nil: as the request says
	TrustedProxies []netip.Prefix // whose word on the client's address and scheme counts
	FetchAllow     []netip.Prefix // private addresses that the link reader may visit
	Secret         Secret         // signs the cookies; empty until EnsureSecret
	Log            LogFormat

	// Warnings are sentences on settings that nobody reads, most likely misspelt.
	Warnings []string
}

// LogFormat is how the log is written.
type LogFormat string

// The log formats.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// variables are the settings as the environment has them.
type variables struct {
	Addr           string   `env:"ADDR" envDefault:"127.0.0.1:8080"`
	MetricsAddr    string   `env:"METRICS_ADDR"`
	DataDir        string   `env:"DATA_DIR" envDefault:"./data"`
	DatabaseURL    string   `env:"DATABASE_URL"`
	BlobURL        string   `env:"BLOB_URL"`
	BaseURL        string   `env:"BASE_URL"`
	TrustedProxies []string `env:"TRUSTED_PROXIES"`
	FetchAllow     []string `env:"FETCH_ALLOW"`
	Secret         string   `env:"SECRET"`
	Log            string   `env:"LOG" envDefault:"text"`
}

// Load reads the settings out of environ, "NAME=value" as os.Environ has them. The error tells of all that is wrong.
func Load(environ []string) (Config, error) {
	given := env.ToMap(environ)
	var v variables
	if err := env.ParseWithOptions(&v, env.Options{Environment: given, Prefix: prefix}); err != nil {
		return Config{}, fmt.Errorf("config: %w", err)
	}
	c := Config{Addr: v.Addr, MetricsAddr: v.MetricsAddr, DataDir: v.DataDir, DatabaseURL: v.DatabaseURL, BlobURL: v.BlobURL, Secret: Secret(v.Secret), Log: LogFormat(v.Log)}
	if c.DatabaseURL == "" {
		c.DatabaseURL = "sqlite:" + filepath.Join(c.DataDir, "kinlist.db")
	}
	if c.BlobURL == "" {
		c.BlobURL = "file://" + filepath.Join(c.DataDir, "pictures")
	}
	var errs [3]error
	c.BaseURL, errs[0] = parseBaseURL(v.BaseURL)
	c.TrustedProxies, errs[1] = parsePrefixes("TRUSTED_PROXIES", v.TrustedProxies)
	c.FetchAllow, errs[2] = parsePrefixes("FETCH_ALLOW", v.FetchAllow)
	c.Warnings = unknown(given)
	return c, errors.Join(append(errs[:], c.check()...)...)
}

// wrong is the sentence on a variable that does not hold what it should.
func wrong(name, got, want string) error {
	return fmt.Errorf("%s%s is %q, but must be %s", prefix, name, got, want)
}

func (c Config) check() []error {
	var errs []error
	if !listens(c.Addr) {
		errs = append(errs, wrong("ADDR", c.Addr, `host:port, as in "127.0.0.1:8080" or ":8080"`))
	}
	if c.MetricsAddr != "" && !listens(c.MetricsAddr) {
		errs = append(errs, wrong("METRICS_ADDR", c.MetricsAddr, `host:port, as in "127.0.0.1:9090"`))
	}
	if !strings.HasPrefix(c.DatabaseURL, "sqlite:") && !strings.HasPrefix(c.DatabaseURL, "postgres://") &&
		!strings.HasPrefix(c.DatabaseURL, "postgresql://") {
		errs = append(errs, wrong("DATABASE_URL", redact(c.DatabaseURL), `"sqlite:PATH" or "postgres://USER:PASSWORD@HOST/NAME"`))
	}
	if !strings.HasPrefix(c.BlobURL, "file://") && !strings.HasPrefix(c.BlobURL, "s3://") {
		errs = append(errs, wrong("BLOB_URL", redact(c.BlobURL), `"file:///FOLDER" or "s3://BUCKET?region=REGION"`))
	}
	if c.Secret != "" && len(c.Secret) < minSecret {
		errs = append(errs, fmt.Errorf("%sSECRET has %d characters, but must have at least %d", prefix, len(c.Secret), minSecret))
	}
	if c.Log != LogText && c.Log != LogJSON {
		errs = append(errs, wrong("LOG", string(c.Log), `"text" or "json"`))
	}
	return errs
}

// listens reports whether an address is one to listen on.
func listens(addr string) bool {
	_, port, err := net.SplitHostPort(addr)
	_, portErr := strconv.ParseUint(port, 10, 16)
	return err == nil && portErr == nil
}

func parseBaseURL(s string) (*url.URL, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // no address is a value: "as the request says"
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, wrong("BASE_URL", redact(s), `an address as in "https://home.example/kinlist"`)
	}
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	return u, nil
}

// parsePrefixes reads ranges ("10.0.0.0/8") and single addresses ("10.1.2.3").
func parsePrefixes(name string, list []string) ([]netip.Prefix, error) {
	var prefixes []netip.Prefix
	for _, s := range list {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		p, err := netip.ParsePrefix(s)
		if err != nil {
			a, addrErr := netip.ParseAddr(s)
			if addrErr != nil || a.Zone() != "" {
				return nil, wrong(name, s, `a list of addresses or ranges, as in "10.0.0.0/8,192.168.1.20,fd00::/8"`)
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		prefixes = append(prefixes, p.Masked())
	}
	return prefixes, nil
}

// String is the settings in one line, without secrets.
func (c Config) String() string { return c.LogValue().String() }

// GoString keeps %#v from telling more.
func (c Config) GoString() string { return c.String() }

// LogValue implements slog.LogValuer.
func (c Config) LogValue() slog.Value {
	base := ""
	if c.BaseURL != nil {
		base = c.BaseURL.String()
	}
	return slog.GroupValue(
		slog.String("addr", c.Addr), slog.String("metrics_addr", c.MetricsAddr), slog.String("data_dir", c.DataDir), slog.String("database_url", redact(c.DatabaseURL)),
		slog.String("blob_url", redact(c.BlobURL)), slog.String("base_url", base), slog.Any("trusted_proxies", c.TrustedProxies), slog.Any("fetch_allow", c.FetchAllow),
		slog.String("secret", c.Secret.String()), slog.String("log", string(c.Log)),
	)
}

// redact takes the password out of an address.
func redact(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		scheme, _, _ := strings.Cut(address, ":")
		return scheme + ":…"
	}
	if q := u.Query(); q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}
