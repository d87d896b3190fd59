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
	t.Run("Chromium", func(t *testing.T) {
		t.Parallel()
		test(t, open)
	})
	t.Run("Firefox", func(t *testing.T) {
		t.Parallel()
		test(t, func(t *testing.T, s *webtest.Site, v domain.Viewer, options ...Option) *Browser {
			t.Helper()
			b := OpenFirefox(t, s.Server.URL)
			for _, o := range options {
				o(b)
			}
			b.SignIn(s.SetPassword(t, v), fixture.Password)
			return b
		})
	})
}
