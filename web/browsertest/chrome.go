// Package browsertest drives the real site in headless Chromium, as a person would: it clicks, types and reads. One
// Chromium serves all tests of the process; each Browser is a window of its own in it, with its own cookies.
//
// Whatever a page does wrong while a test looks elsewhere fails the test as well: an error in the console, a violation
// of the content security policy, a request that fails or that leaves for another host.
package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// skipVar names what is left out, as internal/testenv reads it.
const skipVar = "KINLIST_TEST_SKIP"

// tools are the programs that the tests run, each by the names it goes by, and the Debian package that has it.
var tools = []struct {
	pkg   string
	names []string
}{
	{"chromium", []string{"chromium", "chromium-browser", "google-chrome"}},
	{"firefox-esr", []string{"firefox-esr"}},
	{"poppler-utils", []string{"pdftotext"}},
	{"zbar-tools", []string{"zbarimg"}},
}

// chromium is the one browser process; every window is a child of it.
var chromium context.Context

// Main runs the tests of a package in one Chromium and returns the exit code. A missing program is a failure that
// says what to install, unless KINLIST_TEST_SKIP leaves the browser out.
func Main(m *testing.M) int {
	if leftOut("html") {
		fmt.Fprintf(os.Stderr, "LEFT OUT because of %s: html\n", skipVar)
	}
	if leftOut("browser") {
		fmt.Fprintf(os.Stderr, "LEFT OUT because of %s: browser\n", skipVar)
		return 0
	}
	stop, err := launch()
	if err != nil {
		fmt.Fprintln(os.Stderr, "browsertest:", err)
		return 1
	}
	defer stop()
	defer func() { stopFirefox() }()
	return m.Run()
}

// leftOut reports whether the environment leaves a part out: browser, or html, the validator of HTML.
func leftOut(part string) bool {
	return slices.Contains(strings.FieldsFunc(os.Getenv(skipVar), func(r rune) bool { return r == ',' || r == ' ' }), part)
}

// launch starts Chromium with a fresh profile. It resolves no name, so that no test depends on another host.
func launch() (func(), error) {
	path, err := lookUp()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("lang", "en-GB"))
	allocator, free := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	stop := func() { cancel(); free() }
	if err := chromedp.Do(ctx); err != nil {
		stop()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	chromium = ctx //nolint:fatcontext // one browser, started once
	return stop, nil
}

// lookUp returns Chromium's path when everything is there, else an error that says what to install.
func lookUp() (string, error) {
	var found, missing []string
	for _, tool := range tools {
		i := slices.IndexFunc(tool.names, func(name string) bool {
			_, err := exec.LookPath(name)
			return err == nil
		})
		if i < 0 {
			missing = append(missing, tool.pkg)
			continue
		}
		found = append(found, tool.names[i])
	}
	if len(missing) > 0 {
		return "", errors.New("the browser tests need " + strings.Join(missing, " and ") +
			"; as root, run: apt-get update && apt-get install --yes " + strings.Join(missing, " ") +
			" (or leave them out with " + skipVar + "=browser)")
	}
	return exec.LookPath(found[0])
}
