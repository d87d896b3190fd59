package browsertest

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Firefox speaks WebDriver BiDi itself, over a websocket: no driver stands between, and the same Browser drives it.

// fox is one window of Firefox.
type fox struct {
	*bidi
	window string
}

// firefox starts the one Firefox of the process, when the first test asks for it.
var firefox = sync.OnceValues(func() (*bidi, error) {
	profile, err := os.MkdirTemp("", "kinlist-firefox-")
	if err != nil {
		return nil, err
	}
	const prefs = `user_pref("ui.prefersReducedMotion", 1);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("intl.accept_languages", "en-GB");
user_pref("layout.css.prefers-color-scheme.content-override", 1);
`
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o600); err != nil {
		return nil, err
	}
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank") //nolint:gosec // ends with the process of the tests; all of it is ours
	cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_DISABLE_CONTENT_SANDBOX=1")
	said, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	stopFirefox = func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = os.RemoveAll(profile)
	}
	address := ""
	for lines := bufio.NewScanner(said); address == "" && lines.Scan(); {
		if _, found, is := strings.Cut(lines.Text(), "WebDriver BiDi listening on "); is {
			address = strings.TrimSpace(found)
		}
	}
	if address == "" {
		return nil, errors.New("firefox-esr did not say where it listens")
	}
	go io.Copy(io.Discard, said) //nolint:errcheck // a full pipe would stop it
	return connect(address + "/session")
})

// stopFirefox ends Firefox; before it was started there is nothing to end.
var stopFirefox = func() {}

// atTheFox is held by the test that has a window of Firefox: of several only one has the focus, and menus close in others.
var atTheFox sync.Mutex

// OpenFirefox opens a window of Firefox on the site at the address base. It waits until no other test has one.
func OpenFirefox(tb testing.TB, base string, options ...Option) *Browser {
	tb.Helper()
	atTheFox.Lock()
	tb.Cleanup(atTheFox.Unlock)
	running, err := firefox()
	if err != nil {
		tb.Fatal(err)
	}
	b := &Browser{tb: tb, ctx: context.Background(), base: base, seen: newRecord(base), fox: &fox{bidi: running}}
	var own struct{ UserContext, Context string }
	b.ask("browser.createUserContext", map[string]any{}, &own)
	b.ask("browsingContext.create", map[string]any{"type": "window", "userContext": own.UserContext}, &own)
	b.fox.window = own.Context
	running.mu.Lock()
	running.windows[own.Context] = b.seen
	running.mu.Unlock()
	tb.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		_, _ = running.send(ctx, "browser.removeUserContext", map[string]any{"userContext": own.UserContext})
		for _, p := range b.seen.problems() {
			tb.Error(p)
		}
	})
	b.Resize(Laptop)
	for _, o := range options {
		o(b)
	}
	return b
}

// ask sends a command, and reads its answer into out, if that is not nil.
func (b *Browser) ask(method string, params map[string]any, out any) {
	b.tb.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	raw, err := b.fox.send(ctx, method, params)
	if err == nil && out != nil {
		err = json.Unmarshal(raw, out)
	}
	if err != nil {
		b.tb.Fatal(err)
	}
}

// evaluate is the value of an expression as JSON.
func (f *fox) evaluate(ctx context.Context, expression string) (json.RawMessage, error) {
	raw, err := f.send(ctx, "script.evaluate", map[string]any{
		"expression":   "Promise.resolve((" + expression + ")).then((v) => JSON.stringify(v ?? null))",
		"target":       map[string]any{"context": f.window},
		"awaitPromise": true,
	})
	if err != nil {
		return nil, err
	}
	var said struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	if err := json.Unmarshal(raw, &said); err != nil {
		return nil, err
	}
	if said.Type != "success" {
		return nil, errors.New(said.ExceptionDetails.Text)
	}
	return json.RawMessage(said.Result.Value), nil
}

// foxKeys are the keys that have no letter, as WebDriver names them.
var foxKeys = map[string]string{
	"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Delete": "\ue017", "Shift": "\ue008", "Mod": "\ue009",
	"ArrowDown": "\ue015", "ArrowUp": "\ue013", "Home": "\ue011", "End": "\ue010",
}

// foxPress presses keys, each by its name in the registry or as a letter.
func (b *Browser) foxPress(names ...string) {
	b.tb.Helper()
	var actions []map[string]any
	for _, name := range names {
		held := []string{}
		for _, mod := range []string{"Mod", "Shift"} {
			if rest, is := strings.CutPrefix(name, mod+"+"); is {
				name, held = rest, append(held, foxKeys[mod])
			}
		}
		if known := foxKeys[name]; known != "" {
			name = known
		}
		for _, value := range append(held, name) {
			actions = append(actions, map[string]any{"type": "keyDown", "value": value})
		}
		for i := len(held); i >= 0; i-- {
			actions = append(actions, map[string]any{"type": "keyUp", "value": append(held, name)[i]})
		}
	}
	b.ask("input.performActions", map[string]any{
		"context": b.fox.window, "actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}},
	}, nil)
}

// foxClick clicks a spot of the window.
func (b *Browser) foxClick(x, y float64) {
	b.tb.Helper()
	b.ask("input.performActions", map[string]any{"context": b.fox.window, "actions": []any{map[string]any{
		"type": "pointer", "id": "mouse", "actions": []any{
			map[string]any{"type": "pointerMove", "x": int(x), "y": int(y)},
			map[string]any{"type": "pointerDown", "button": 0},
			map[string]any{"type": "pointerUp", "button": 0},
		},
	}}}, nil)
	time.Sleep(frames)
}
