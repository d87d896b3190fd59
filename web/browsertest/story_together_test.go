package browsertest

import (
	"net/http"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestTwoMembersPlanTogetherAndNothingThatWasTypedIsLost(t *testing.T) {
	t.Parallel()
	tell(t, func(t *testing.T, db *database.DB, w teller) {
		site := webtest.Family(t, db)
		list := site.List(t, site.Maria, listFor("For Ben", site.Ben, site.Christmas))
		train := site.Item(t, site.Maria, list, fixture.Gift("Wooden train", "39,90"))
		maria := w.window(t, site.Server.URL, site.Stage, site.Maria)
		tom := w.window(t, site.Server.URL, site.Stage, site.Tom)
		tom.Expect(http.StatusConflict)

		// Maria asks, Tom finds the question where he was named, and answers.
		maria.Go(paths.Items.One(train))
		say(maria, w, "@Tom will you buy this one?")
		tom.Go(paths.Comments.Index())
		tom.Follow("a", "Wooden train")
		tom.Says("#comments", "@Tom will you buy this one?")
		say(tom, w, "Yes, on Saturday.")

		// Tom takes it, Maria sees it, and takes it over.
		w.press(tom, "#item button", "I’ll buy it")
		tom.Says("#item", "You are buying this")
		maria.Go(paths.Items.One(train))
		maria.Says("#comments", "Yes, on Saturday.")
		maria.Says("#item", "Tom is buying this")
		w.press(maria, "#take-over", "")
		maria.Says("#item", "You are buying this")

		// Tom has the form of the gift open when Maria saves it: he is told what she saved, keeps what he
		// typed, and saves both.
		tom.Go(paths.Items.Edit(train))
		maria.Go(paths.Items.Edit(train))
		maria.Fill("Actual price", "35,00")
		maria.Follow("button", "Save")
		tom.Fill("Notes", "The shop at the station has it.")
		w.press(tom, "button", "Save")
		tom.Says("#errors", "Somebody changed this while you had it open")
		tom.Says("#errors", "Saved meanwhile: 35,00")
		if typed := tom.Value("Notes"); typed != "The shop at the station has it." {
			t.Errorf("of what Tom typed is left: %q", typed)
		}
		tom.Fill("Actual price", "35,00")
		tom.Follow("button", "Save")
		tom.Says("#item", "The shop at the station has it.")
		maria.Go(paths.Items.One(train))
		for _, want := range []string{"The shop at the station has it.", "35,00", "You are buying this"} {
			maria.Says("#item", want)
		}
	})
}

// say writes a comment on the page.
func say(b *Browser, w teller, text string) {
	b.tb.Helper()
	b.Fill("Comment", text)
	w.press(b, "#comment-send", "")
	b.Says("#comments .comment", text)
}
