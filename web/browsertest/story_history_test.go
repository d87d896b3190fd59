package browsertest

import (
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestWhatWeGaveHerTheLastThreeYearsIsOnHerPageByYearAndOccasion(t *testing.T) {
	t.Parallel()
	tell(t, func(t *testing.T, db *database.DB, w teller) {
		site := webtest.Family(t, db)
		oma := site.Person(t, dto.PersonInput{DisplayName: "Oma", Relationship: "grandparent"})
		lists := map[string]string{}
		for year, gift := range map[string]string{"2023": "Kneeling pad", "2024": "Bulbs", "2025": "Audiobooks"} {
			site.Clock.T = day(t, year+"-12-01")
			christmas, err := site.Services.Occasions.Create(t.Context(), site.Maria, dto.OccasionInput{
				Name: "Christmas " + year, Type: "christmas", Date: year + "-12-24", Recurrence: "none", PersonIDs: []string{oma},
			})
			must(t, err)
			lists[year] = site.List(t, site.Maria, listFor("For Oma "+year, oma, christmas))
			item := site.Item(t, site.Maria, lists[year], fixture.Gift(gift, "30"))
			site.Clock.T = day(t, year+"-12-27")
			_, err = site.Services.Items.SetStatus(t.Context(), site.Tom, item, dto.StatusInput{Status: "gifted"})
			must(t, err)
		}
		site.Clock.T = fixture.Now
		b := w.window(t, site.Server.URL, site.Stage, site.Maria)

		// Somebody remembers a gift of the year before last: it is written down now, and counts for then.
		b.Go(paths.Lists.One(lists["2024"]))
		b.Follow("main a", "Add a gift")
		b.Fill("Title", "Choir recordings")
		b.Follow("button", "Add to the list")
		move(b, "Choir recordings", "Gifted", w.scripted)

		b.Go(paths.People.Index())
		b.Follow("a", "Oma")
		said := b.Text("#given")
		at := 0
		for _, want := range []string{"2025", "Christmas 2025", "Audiobooks", "24", "2024", "Christmas 2024", "2023", "Christmas 2023", "Kneeling pad"} {
			i := strings.Index(said[at:], want)
			if i < 0 {
				t.Fatalf("%q is not where it belongs: %q", want, said)
			}
			at += i + len(want)
		}
		_, then, _ := strings.Cut(said, "Christmas 2024")
		then, _, _ = strings.Cut(then, "Christmas 2023")
		for _, want := range []string{"Bulbs", "Choir recordings"} {
			if !strings.Contains(then, want) {
				t.Errorf("under Christmas 2024 %q is missing: %q", want, then)
			}
		}
		b.Follow("#given a", "Choir recordings")
		b.Says("#item", "Gifted")
	})
}

// day is noon of a day.
func day(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, text)
	must(t, err)
	return at.Add(12 * time.Hour)
}
