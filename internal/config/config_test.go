package config_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kinlist/internal/config"
)

func TestWithoutSettingsItServesThisMachineFromAFile(t *testing.T) {
	t.Parallel()
	c, err := config.Load([]string{"HOME=/root", "PATH=/bin"})
	if err != nil {
		t.Fatal(err)
	}
	if c.Addr != "127.0.0.1:8080" || c.DataDir != "./data" || c.DatabaseURL != "sqlite:data/kinlist.db" || c.BlobURL != "file://data/pictures" || c.Log != config.LogText {
		t.Errorf("got %v", c)
	}
	if c.BaseURL != nil || c.TrustedProxies != nil || c.FetchAllow != nil || c.Secret != "" || c.Warnings != nil {
		t.Errorf("got %v; want the rest empty", c)
	}
}

func TestSettingsAreRead(t *testing.T) {
	t.Parallel()
	c, err := config.Load([]string{
		"KINLIST_ADDR=:0", "KINLIST_METRICS_ADDR=127.0.0.1:9090", "KINLIST_DATA_DIR=/srv/kinlist", "KINLIST_DATABASE_URL=postgres://k@db/kinlist",
		"KINLIST_BLOB_URL=s3://kinlist?region=eu-central-1",
		"KINLIST_BASE_URL=https://home.example/kinlist/", "KINLIST_TRUSTED_PROXIES=10.0.0.7/8, ::1",
		"KINLIST_FETCH_ALLOW=127.0.0.1,fd00::/8", "KINLIST_LOG=json", "KINLIST_SECRET=" + strings.Repeat("s", 32),
	})
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintln(c.Addr, c.MetricsAddr, c.DataDir, c.DatabaseURL, c.BlobURL, c.BaseURL, c.TrustedProxies, c.FetchAllow, c.Log, len(c.Secret))
	want := ":0 127.0.0.1:9090 /srv/kinlist postgres://k@db/kinlist s3://kinlist?region=eu-central-1 https://home.example/kinlist [10.0.0.0/8 ::1/128] [127.0.0.1/32 fd00::/8] json 32\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAWrongSettingIsNamedWithWhatIsAllowed(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"KINLIST_ADDR=8080":                       "host:port",
		"KINLIST_ADDR=localhost:http":             "host:port",
		"KINLIST_ADDR=:70000":                     "host:port",
		"KINLIST_METRICS_ADDR=yes":                "host:port",
		"KINLIST_DATABASE_URL=kinlist.db":         "sqlite:PATH",
		"KINLIST_BLOB_URL=pictures":               "file://",
		"KINLIST_BASE_URL=home.example":           "https://",
		"KINLIST_BASE_URL=ftp://home.example":     "https://",
		"KINLIST_BASE_URL=https://home.example?a": "https://",
		"KINLIST_TRUSTED_PROXIES=10.0.0.0/33":     "10.0.0.0/8",
		"KINLIST_FETCH_ALLOW=localhost":           "10.0.0.0/8",
		"KINLIST_SECRET=short":                    "at least 32",
		"KINLIST_LOG=xml":                         `"text" or "json"`,
	} {
		name, value, _ := strings.Cut(given, "=")
		_, err := config.Load([]string{given})
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: err = %v; want the name and %q", given, err, want)
		}
		if name == "KINLIST_SECRET" && strings.Contains(fmt.Sprint(err), value) {
			t.Errorf("the secret is in %v", err)
		}
	}
	if _, err := config.Load([]string{"KINLIST_ADDR=x", "KINLIST_LOG=y"}); strings.Count(fmt.Sprint(err), "KINLIST_") != 2 {
		t.Errorf("err = %v; want both", err)
	}
}

func TestAMisspeltSettingIsWarnedOf(t *testing.T) {
	t.Parallel()
	c, err := config.Load([]string{"KINLIST_ADR=:1", "KINLIST_TEST_POSTGRES=postgres://x", "OTHER=1"})
	if err != nil || len(c.Warnings) != 1 || !strings.HasPrefix(c.Warnings[0], "KINLIST_ADR") || !strings.Contains(c.Warnings[0], "KINLIST_ADDR,") {
		t.Errorf("warnings = %q, %v", c.Warnings, err)
	}
}

func TestPrintingKeepsTheSecrets(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"postgres://k:hunter2@db/kinlist", "postgres://db/kinlist?password=hunter2", "postgres://k:hunter2@[db/x"} {
		c, err := config.Load([]string{"KINLIST_DATABASE_URL=" + address, "KINLIST_SECRET=" + strings.Repeat("topsecret", 4)})
		if err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, nil)).Info("config", "config", c, "secret", c.Secret)
		asJSON, err := json.Marshal(c.Secret)
		if err != nil {
			t.Fatal(err)
		}
		all := fmt.Sprintf("%v %+v %#v %s %s %v %#v %s", c, c, c, c, c.Secret, &c, c.Secret, asJSON) + log.String()
		if strings.Contains(all, "hunter2") || strings.Contains(all, "topsecret") || !strings.Contains(all, "xxxxx") {
			t.Errorf("printed: %s", all)
		}
	}
}

func TestTheSecretIsMadeOnceAndKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	secrets := make([]config.Secret, 8)
	var all sync.WaitGroup
	for i := range secrets {
		all.Go(func() {
			c := config.Config{DataDir: dir}
			if err := c.EnsureSecret(); err != nil {
				t.Error(err)
			}
			secrets[i] = c.Secret
		})
	}
	all.Wait()
	for _, s := range secrets {
		if len(s) < 32 || s != secrets[0] {
			t.Fatalf("%d characters, the same as the first: %t", len(s), s == secrets[0])
		}
	}
	info, err := os.Stat(filepath.Join(dir, "secret"))
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("stray files: %v", entries)
	}
}

func TestASecretThatWasCutShortIsRefused(t *testing.T) {
	t.Parallel()
	c := config.Config{DataDir: t.TempDir()}
	if err := os.WriteFile(filepath.Join(c.DataDir, "secret"), []byte("short\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.EnsureSecret(); err == nil || !strings.Contains(err.Error(), "delete it") {
		t.Errorf("err = %v; want what to do", err)
	}
}
