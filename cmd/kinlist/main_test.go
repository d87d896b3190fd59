package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"kinlist/internal/dbtest"
)

// asProgram makes the test binary be the program itself, so that a test can kill it.
const asProgram = "KINLIST_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// server is the real program in a process of its own.
type server struct {
	t    *testing.T
	cmd  *exec.Cmd
	url  string
	done chan error
	log  *bytes.Buffer
	mu   *sync.Mutex
}

var opened = regexp.MustCompile(`"open":"(http://[^"]+?)/?"`)

// start runs the program on a free port and waits until it says where.
func start(t *testing.T, env ...string) *server {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append([]string{asProgram + "=1", "KINLIST_ADDR=127.0.0.1:0", "KINLIST_LOG=json"}, env...)
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s := &server{t: t, cmd: cmd, done: make(chan error, 1), log: &bytes.Buffer{}, mu: &sync.Mutex{}}
	ready := make(chan string, 1)
	go s.follow(out, ready)
	select {
	case s.url = <-ready:
	case err := <-s.done:
		t.Fatalf("the program ended: %v\n%s", err, s.log)
	case <-time.After(20 * time.Second):
		t.Fatal("the program did not start")
	}
	t.Cleanup(s.kill)
	return s
}

func (s *server) follow(out io.Reader, ready chan<- string) {
	for lines := bufio.NewScanner(out); lines.Scan(); {
		s.mu.Lock()
		s.log.Write(append(lines.Bytes(), '\n'))
		s.mu.Unlock()
		if found := opened.FindStringSubmatch(lines.Text()); found != nil {
			ready <- found[1]
		}
	}
	s.done <- s.cmd.Wait()
}

// logged waits until the program has written something to its log, and answers what the pattern's group stands for in it.
func (s *server) logged(pattern *regexp.Regexp) string {
	s.t.Helper()
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); time.Sleep(10 * time.Millisecond) {
		s.mu.Lock()
		found := pattern.FindSubmatch(s.log.Bytes())
		s.mu.Unlock()
		if found != nil {
			return string(found[1])
		}
	}
	s.t.Fatalf("the log does not say %s", pattern)
	return ""
}

// kill ends the program as a power cut would.
func (s *server) kill() {
	if s.cmd.Process.Kill() == nil {
		<-s.done
	}
}

func browser(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, Timeout: 30 * time.Second}
}

func post(t *testing.T, c *http.Client, address string, form url.Values) (path string, status int, err error) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := c.Do(r)
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = res.Body.Close() }()
	_, err = io.Copy(io.Discard, res.Body)
	return res.Request.URL.Path, res.StatusCode, err
}

var setup = url.Values{"family_name": {"Berg"}, "name": {"Maria"}, "email": {"maria@example.org"}, "password": {"correct horse"}, "currency": {"EUR"}}

// each runs a test with the setting of each database: a new file, and a new database on the test server.
func each(t *testing.T, test func(t *testing.T, settings []string)) {
	t.Helper()
	dbtest.EachBlank(t, func(t *testing.T, address string) {
		test(t, []string{"KINLIST_DATA_DIR=" + t.TempDir(), "KINLIST_DATABASE_URL=" + address})
	})
}

func TestWhatWasAcknowledgedSurvivesAKillInTheMiddleOfWrites(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, settings []string) {
		s, c := start(t, settings...), browser(t)
		if _, status, err := post(t, c, s.url+"/setup", setup); err != nil || status != http.StatusOK {
			t.Fatal(status, err)
		}
		acknowledged := writeUntilKilled(t, s, c)
		if len(acknowledged) < 10 {
			t.Fatalf("only %d writes before the end", len(acknowledged))
		}
		again := start(t, settings...)
		if _, _, err := post(t, c, again.url+"/login", url.Values{"email": {"MARIA@example.org"}, "password": {"correct horse"}}); err != nil {
			t.Fatal(err)
		}
		for _, path := range acknowledged {
			if body, status := get(t, c, again.url+path); status != http.StatusOK {
				t.Errorf("%s was acknowledged and is gone: %d\n%.200s", path, status, body)
			}
		}
	})
}

// writeUntilKilled adds people from several sides at once, kills the program in the middle, and returns the pages of
// those whose addition was answered.
func writeUntilKilled(t *testing.T, s *server, c *http.Client) []string {
	t.Helper()
	var mu sync.Mutex
	var acknowledged []string
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			for {
				path, status, err := post(t, c, s.url+"/people", url.Values{"display_name": {"Somebody"}, "birth_day": {"1"}, "birth_month": {"4"}})
				if err != nil || status != http.StatusOK {
					return
				}
				mu.Lock()
				acknowledged = append(acknowledged, path)
				enough := len(acknowledged) == 40
				mu.Unlock()
				if enough {
					_ = s.cmd.Process.Kill()
				}
			}
		})
	}
	writers.Wait()
	<-s.done
	s.done <- nil
	return acknowledged
}

func get(t *testing.T, c *http.Client, address string) (body string, status int) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw), res.StatusCode
}

func TestASignalEndsTheProgramInPeace(t *testing.T) {
	t.Parallel()
	s := start(t, "KINLIST_DATA_DIR="+t.TempDir())
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := <-s.done
	s.done <- nil
	if err != nil {
		t.Errorf("ended with %v", err)
	}
}

func TestSetUpFromAnotherMachineAsksForTheCodeInTheLog(t *testing.T) {
	t.Parallel()
	s := start(t, "KINLIST_DATA_DIR="+t.TempDir())
	code := s.logged(regexp.MustCompile(`"setup_code":"([^"]+)"`))
	proxied := browser(t)
	proxied.Transport = throughProxy{}
	if _, status, err := post(t, proxied, s.url+"/setup", setup); err != nil || status != http.StatusUnprocessableEntity {
		t.Fatalf("without the code: %d %v", status, err)
	}
	with := url.Values{"code": {strings.ToLower(code)}}
	maps.Copy(with, setup)
	if path, status, err := post(t, proxied, s.url+"/setup", with); err != nil || status != http.StatusOK || path != "/" {
		t.Fatalf("with the code: %s %d %v", path, status, err)
	}
	if path, _, err := post(t, browser(t), s.url+"/setup", setup); err != nil || path != "/setup" {
		t.Fatalf("a second time: %s %v", path, err)
	}
}

// throughProxy is a browser behind a proxy of this machine.
type throughProxy struct{}

func (throughProxy) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Forwarded-For", "203.0.113.7")
	return http.DefaultTransport.RoundTrip(r)
}

// command runs one command line in this process.
func command(t *testing.T, stdin string, settings []string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), args, process{settings, strings.NewReader(stdin), &out, io.Discard})
	return out.String(), err
}

func TestUsersAreMadeFromTheCommandLineAndCanSignIn(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, settings []string) {
		add := func(email, password string, args ...string) error {
			_, err := command(t, password+"\n", settings, append([]string{"user", "add", email, "--name", "Ann"}, args...)...)
			return err
		}
		if err := add("ann@x.example", "correct horse"); err == nil || !strings.Contains(explain(err), "--family") {
			t.Errorf("no family yet: %v", err)
		}
		if err := add("ann@x.example", "correct horse", "--role", "admin", "--family", "Berg"); err != nil {
			t.Fatal(explain(err))
		}
		if err := add("ANN@x.example", "correct horse"); err == nil || !strings.Contains(explain(err), "already") {
			t.Errorf("the same address in capitals: %v", err)
		}
		if err := add("bob@x.example", "short"); err == nil || !strings.Contains(explain(err), "at least 8") {
			t.Errorf("a short password: %v", err)
		}
		if err := add("bob@x.example", "correct horse", "--role", "guest"); err != nil {
			t.Error(explain(err))
		}
		s, c := start(t, settings...), browser(t)
		path, status, err := post(t, c, s.url+"/login", url.Values{"email": {"Ann@X.example"}, "password": {"correct horse"}})
		if err != nil || status != http.StatusOK || path != "/" {
			t.Errorf("signing in: %s %d %v", path, status, err)
		}
	})
}

func TestMigrateTellsAndMovesTheSchema(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, settings []string) {
		for _, step := range []struct {
			args []string
			says string
		}{
			{[]string{"migrate", "status"}, "pending"},
			{[]string{"migrate", "up"}, "up to date"},
			{[]string{"migrate", "up"}, "up to date"},
			{[]string{"migrate", "down", "--yes"}, "migrations are pending"},
		} {
			out, err := command(t, "", settings, step.args...)
			if err != nil || !strings.Contains(out, step.says) {
				t.Errorf("%v: %q %v", step.args, out, err)
			}
		}
		if _, err := command(t, "", settings, "migrate", "down"); err == nil {
			t.Error("down without --yes went through")
		}
	})
}

func TestPreviewPrintsWhatAPageSaysAsJSON(t *testing.T) {
	t.Parallel()
	page := filepath.Join(t.TempDir(), "page.html")
	html := `<title>Anvil · Shop</title><script type="application/ld+json">{"@type":"Product","name":"Anvil","offers":{"price":"12.50","priceCurrency":"USD"}}</script>`
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := command(t, "", nil, "preview", "https://shop.example/anvil", "--html", page)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got["title"] != "Anvil" || got["price"] != "12.50" || got["currency"] != "USD" {
		t.Errorf("%v", got)
	}
	for _, key := range []string{"description", "image_url", "site", "canonical_url", "availability", "warnings"} {
		if _, there := got[key]; !there {
			t.Errorf("%s is missing", key)
		}
	}
	if _, err := command(t, "", nil, "preview", "http://127.0.0.1:1/"); err == nil {
		t.Error("a private address was visited")
	}
}
