package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
)

func TestWhatWasDeletedComesBackFromTheTrash(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Maria)
		if a := b.Get(paths.Trash()); a.Status != http.StatusOK || a.Doc.Find(".empty").Length() != 1 {
			t.Errorf("empty: %d", a.Status)
		}
		b.Submit(paths.Items.Delete(item), nil)
		a := b.Get(paths.Trash())
		if got := a.Doc.Find("main").Text(); !strings.Contains(got, "Blocks") || !strings.Contains(got, "Ben’s Christmas") || !strings.Contains(got, "Kept until 23") {
			t.Errorf("%s", got)
		}
		b.Submit(a.Doc.Find("#trash-"+item+" form").AttrOr("action", ""), nil)
		if n := b.Get(paths.Lists.One(list)).Doc.Find("[data-row]").Length(); n != 1 {
			t.Errorf("%d gifts on the list", n)
		}
		if a := b.Get(paths.Trash()); a.Doc.Find("main [data-row]").Length() != 0 {
			t.Error("it is in the trash still")
		}
		guest := s.As(t, s.Gast)
		for _, path := range []string{paths.Trash(), paths.Changes()} {
			if a := guest.Get(path); a.Status != http.StatusForbidden || a.Doc.Find("#menu-trash, #menu-changes").Length() != 0 {
				t.Errorf("a guest at %s: %d", path, a.Status)
			}
		}
	})
}

func TestEachOfMyRecentChangesCanBeTakenBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom)
		b.Submit(paths.ItemStatus(item), form("status", "ordered", "version", "1"))
		page := b.Get(paths.Changes())
		undo := page.Doc.Find("main [data-row] form")
		if undo.Length() != 1 || !strings.Contains(page.Doc.Find("main [data-row]").Text(), "Blocks") {
			t.Fatalf("%s", page.Doc.Find("main").Text())
		}
		after := b.Submit(undo.AttrOr("action", ""), form("batch", undo.Find("[name=batch]").AttrOr("value", ""), "next", undo.Find("[name=next]").AttrOr("value", "")))
		if after.Doc.Find("h1").Text() != "My recent changes" || after.Doc.Find("main [data-row] form").Length() != 0 {
			t.Errorf("%s", after.Doc.Find("main").Text())
		}
		if n := b.Get(paths.Lists.One(list)).Doc.Find("#group-idea [data-row]").Length(); n != 1 {
			t.Error("it is not as it was")
		}
		others := s.As(t, s.Maria).Get(paths.Changes())
		if others.Doc.Find("main [data-row]").Length() == 0 || strings.Contains(others.Doc.Find("main").Text(), "Moved") {
			t.Error("others see it, or not what they did themselves")
		}
	})
}
