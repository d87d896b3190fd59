package web_test

import (
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestPagesLeadToTheirPaperAndTables(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		person := s.Ben
		list := b.Post(paths.Lists.Index(), form("name", "For Ben", "type", "gift", "visibility", "family", "target_person_id", person)).ID()
		for page, links := range map[string][]string{
			paths.People.One(person): {paths.People.Print(person)},
			paths.Lists.One(list):    {paths.Lists.Print(list), paths.ListCSV(list)},
			paths.Assignments():      {paths.AssignmentsPrint(), paths.AssignmentsCSV()},
		} {
			body := b.Get(page).Body
			for _, link := range links {
				if !strings.Contains(body, `href="`+link) {
					t.Errorf("%s does not lead to %s", page, link)
				}
				if a := b.Get(link); a.Status != 200 {
					t.Errorf("%s answers %d", link, a.Status)
				}
			}
			guest := s.As(t, s.Gast)
			for _, link := range links {
				if strings.Contains(guest.Get(page).Body, `href="`+link) && guest.Get(link).Status != 200 {
					t.Errorf("a guest is led to %s, which answers %d", link, guest.Get(link).Status)
				}
			}
		}
	})
}
