package browsertest

import (
	"strings"
	"testing"

	"kinlist/internal/paths"
)

// Case 26.
func TestTheDashboardSaysWhoHasNothingWhatIsInMyHandsAndHowTheBudgetStandsAndLeadsThere(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	for name, w := range map[string]teller{"with JavaScript": {true, nil}, "without": {false, []Option{NoScript}}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := s.open(t, w.options...)

			// Who is still without a gift?
			b.Says("main", "3 of 6 people covered")
			if who := b.Text("section[aria-labelledby=needing-title] li"); who != "Granny Helen nothing yet Grandma Ruth 1 idea Grandpa Walter 1 idea" {
				t.Errorf("who needs something: %q", who)
			}
			b.Follow("main a", "3 of 6")
			if n := Eval[int](b, covered); n != 3 {
				t.Errorf("%d are covered on the occasion's page:\n%s", n, b.Text("main"))
			}
			from(b, "nothing yet")
			if b.Value("Name") != "For Granny Helen" {
				t.Errorf("the form of a list for Granny Helen begins with %q", b.Value("Name"))
			}
			from(b, "1 idea")
			b.Says("[data-row]", "Secateurs")

			// What must I buy?
			from(b, "In my hands")
			for _, want := range []string{"5 gifts", "£230.84", "Coffee grinder", "Riding lessons", "Watercolour set", "bicycle bell", "penguins"} {
				b.Says("#results", want)
			}

			// How does the budget stand?
			b.Go(paths.Home())
			for _, want := range []string{"£301.22 of £650.00", "46.34 %", "Spent £12.50"} {
				b.Says("section[aria-labelledby=occasion-title]", want)
			}
			from(b, "The budget of each person")
			b.Says("section[aria-labelledby=money-title]", "£301.22 of £650.00")

			// How far is it?
			for status, n := range map[string]int{"Idea": 3, "Shortlisted": 2, "Buying": 1, "Ordered": 3, "Delivered": 1, "Wrapped": 2, "Gifted": 1, "Dropped": 1} {
				b.Go(paths.Home())
				figure := b.Text(".pipeline-legend [data-s=" + strings.ToLower(status) + "]")
				b.Follow(".pipeline-legend a", status)
				if there := Eval[int](b, script(atStatus, status)); there != n || !strings.HasPrefix(figure, status) || !strings.HasSuffix(figure, " "+string(rune('0'+n))) {
					t.Errorf("the dashboard says %q, the lists have %d:\n%s", figure, there, b.Text("#results"))
				}
			}
		})
	}
}

// from follows a link of the dashboard.
func from(b *Browser, link string) {
	b.tb.Helper()
	b.Go(paths.Home())
	b.Follow("main a", link)
}

const (
	// covered counts the people of an occasion's page for whom something is chosen.
	covered = `[...document.querySelectorAll('#people-title ~ ul > li')].filter((e) => /Buying|Ordered|Delivered|Wrapped|Gifted/.test(e.innerText)).length`
	// atStatus sums up what the lists of the index have at a status, and is NaN for one that has nothing there.
	atStatus = `[...document.querySelectorAll('#results [data-row]')].reduce((sum, e) => sum + Number(e.innerText.match(new RegExp(a + ' (\\d+)'))?.[1]), 0)`
)
