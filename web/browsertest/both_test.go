package browsertest

import (
	"testing"

	"kinlist/internal/domain"
	"kinlist/internal/fixture"
	"kinlist/web/webtest"
)

// opener opens a window in which a member is signed in.
type opener func(t *testing.T, s *webtest.Site, v domain.Viewer, options ...Option) *Browser

// inBoth runs a test in Chromium and in Firefox.
func inBoth(t *testing.T, test func(t *testing.T, open opener)) {
	t.Helper()
	windows(t, func(t *testing.T, window func(testing.TB, string, ...Option) *Browser) {
		t.Helper()
		test(t, func(t *testing.T, s *webtest.Site, v domain.Viewer, options ...Option) *Browser {
			t.Helper()
			b := window(t, s.Server.URL, options...)
			b.SignIn(s.SetPassword(t, v), fixture.Password)
			return b
		})
	})
}

// windows runs a test in Chromium and in Firefox, in windows in which nobody is signed in.
func windows(t *testing.T, test func(t *testing.T, open func(testing.TB, string, ...Option) *Browser)) {
	t.Helper()
	t.Run("Chromium", func(t *testing.T) {
		t.Parallel()
		test(t, Open)
	})
	t.Run("Firefox", func(t *testing.T) {
		t.Parallel()
		test(t, OpenFirefox)
	})
}
