package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
)

func TestARowIsEditedAsAFormInItsPlaceAndTheSumsAndTheUndoComeWithIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom).HTMX()
		at := paths.With(paths.Lists.One(list), "group", "shop")
		a := b.Get(paths.With(paths.Items.Edit(item), "field", "all", "next", at))
		if a.Header.Get("HX-Retarget") != "#row-"+item || !strings.HasPrefix(a.Body, "<tr") || !strings.Contains(a.Body, "hx-morph-skip") {
			t.Fatalf("asked for: %d %v %s", a.Status, a.Header, a.Body)
		}
		for _, field := range []string{"quantity", "planned_price", "actual_price", "priority", "notes", "privacy"} {
			if !strings.Contains(a.Body, `id="edit-`+field+"-"+item+`"`) {
				t.Errorf("no field for %s: %s", field, a.Body)
			}
		}
		in := form("field", "all", "quantity", "2", "planned_price", "12,5x", "priority", "high", "notes", "blue", "version", "1", "next", at)
		wrong := b.Post(paths.Items.One(item), in)
		if wrong.Status != http.StatusUnprocessableEntity || wrong.Header.Get("HX-Retarget") != "#row-"+item ||
			!strings.Contains(wrong.Body, `value="12,5x"`) || !strings.Contains(wrong.Body, `href="#edit-planned_price-`+item) || !strings.Contains(wrong.Body, "blue") {
			t.Errorf("wrong: %d %s", wrong.Status, wrong.Body)
		}
		in.Set("planned_price", "12,50")
		right := b.Post(paths.Items.One(item), in)
		if right.Status != http.StatusOK || right.Header.Get("HX-Retarget") != "#row-"+item || strings.Contains(right.Body, "in-row") ||
			!strings.Contains(right.Body, `hx-target="#list-summary"`) || !strings.Contains(right.Body, "25,00") || !strings.Contains(right.Body, "“Blocks” is saved.") {
			t.Errorf("right: %d %s", right.Status, right.Body)
		}
		back := b.Post(paths.ItemUndo(item), form("from", "list", "next", at))
		if row := back.Doc.Find("#row-" + item).Text(); back.Status != http.StatusOK || strings.Contains(row, "12,50") || strings.Contains(row, "blue") {
			t.Errorf("taken back: %d %s", back.Status, row)
		}
	})
}

func TestAStaleRowKeepsWhatWasTypedAndSaysWhatOthersSavedMeanwhile(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		at := paths.Lists.One(list)
		tom, maria := s.As(t, s.Tom).HTMX(), s.As(t, s.Maria).HTMX()
		in := form("field", "all", "quantity", "1", "planned_price", "30,00", "priority", "normal", "notes", "red", "version", "1", "next", at)
		maria.Post(paths.Items.One(item), in)
		in.Set("planned_price", "20,00")
		in.Set("notes", "blue")
		stale := tom.Post(paths.Items.One(item), in)
		for _, want := range []string{`value="20,00"`, ">blue<", "Saved meanwhile: 30,00", "Saved meanwhile: red", "Last changed by Maria", `name="version" value="2"`} {
			if stale.Status != http.StatusConflict || !strings.Contains(stale.Body, want) {
				t.Errorf("%d, %q is not in %s", stale.Status, want, stale.Body)
			}
		}
		in.Set("version", "2")
		if meant := tom.Post(paths.Items.One(item), in); meant.Status != http.StatusOK || !strings.Contains(meant.Body, "blue") {
			t.Errorf("saved again: %d %s", meant.Status, meant.Body)
		}
	})
}

func TestAWrongFormThatIsStaleTooStaysStale(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		tom := s.As(t, s.Tom)
		in := form("quantity", "1", "planned_price", "30,00", "priority", "normal", "version", "1")
		s.As(t, s.Maria).Post(paths.Items.One(item), in)
		in.Set("planned_price", "x")
		wrong := tom.Post(paths.Items.One(item), in)
		if wrong.Status != http.StatusUnprocessableEntity || wrong.Field("version") != "1" {
			t.Errorf("%d, version %s", wrong.Status, wrong.Field("version"))
		}
		in.Set("planned_price", "20,00")
		if got := tom.Post(paths.Items.One(item), in); got.Status != http.StatusConflict {
			t.Errorf("what Maria saved is overwritten: %d", got.Status)
		}
	})
}

func TestAGuestGetsNoRowToEdit(t *testing.T) {
	s, _, item := planned(t, dbtest.Open(t))
	if a := s.As(t, s.Gast).HTMX().Get(paths.With(paths.Items.Edit(item), "field", "all")); a.Status == http.StatusOK {
		t.Errorf("a guest may edit: %s", a.Body)
	}
}
