package web_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// The names of fields and their visible labels are what other tools hold on to.
func TestFormsHaveTheFieldsAndLabelsThatOtherToolsHoldOnTo(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t)
	empty := webtest.Empty(t, dbtest.Open(t), nil).Browser(t)
	s := webtest.Family(t, db)
	b := s.As(t, s.Maria)
	list := s.List(t, s.Maria, dto.ListInput{Name: "Lena", TargetPersonID: s.LenaPerson, Visibility: "family"})
	item := s.Item(t, s.Maria, list, fixture.Gift("Skates", "40"))
	for _, c := range []struct {
		doc    *goquery.Document
		onto   string
		fields string
	}{
		{empty.Get(paths.Setup()).Doc, paths.Setup(), "family_name=Family name; name=Your name; email=Email; password=Password; currency=Currency"},
		{s.Browser(t).Get(paths.Login()).Doc, paths.Login(), "email=Email; password=Password; next"},
		{b.Get(paths.People.New()).Doc, paths.People.Index(), "display_name=Name; relationship=Relationship; birth_day=Day; birth_month=Month; birth_year=Year; interests=Interests; size_label; size_value; constraints=Keep in mind; notes=Notes; photo_url=Photo link; user_id=Account; tags=Tags"},
		{b.Get(paths.Occasions.New()).Doc, paths.Occasions.Index(), "name=Name; type=Type; date=Date; recurrence=Repeats; budget=Budget; notes=Notes; person_ids; person_budget_" + s.Ben + "=Budget for Ben"},
		{b.Get(paths.Lists.New()).Doc, paths.Lists.Index(), "name=Name; type=Type; target_person_id=For; occasion_id=Occasion; visibility=Who can see it; notes=Notes"},
		{b.Get(paths.Gifts.New()).Doc, paths.Gifts.Index(), "title=Title; link=Link; price=Price; currency=Currency; image_url=Image link; source=Shop; description=Description; tags=Tags"},
		{b.Get(paths.NewListItem(list)).Doc, paths.ListItems(list), "title=Title; link=Link; price=Price; quantity=Quantity; planned_price=Planned price; priority=Priority; notes=Notes; privacy=Hide from Lena"},
		{b.Get(paths.Items.Edit(item)).Doc, paths.Items.One(item), "quantity=Quantity; planned_price=Planned price; actual_price=Actual price; priority=Priority; notes=Notes; privacy=Hide from Lena; version"},
		{b.Get(paths.Items.One(item)).Doc, paths.ItemStatus(item), "status; version"},
		{b.Get(paths.Items.One(item)).Doc, paths.ItemAssign(item), "user_id=Buyer; version"},
		{b.Get(paths.Tags.New()).Doc, paths.Tags.Index(), "name=Name; type=Type; color=Colour; description=Description"},
		{b.Get(paths.NewIdea()).Doc, paths.NewIdea(), "list_id=On the list; title=Title; link=Link"},
		{b.Get(paths.Lists.One(list)).Doc, paths.Comments.Index(), "parent_type; parent_id; body=Comment"},
		{b.Get(paths.Lists.One(list)).Doc, paths.ItemsBulk(), "action"},
	} {
		form := c.doc.Find("form").FilterFunction(func(_ int, f *goquery.Selection) bool {
			return f.AttrOr("action", "") == c.onto && f.AttrOr("method", "") == "post"
		})
		if form.Length() == 0 {
			t.Errorf("no form is sent to %s", c.onto)
		}
		for field := range strings.SplitSeq(c.fields, "; ") {
			name, label, labelled := strings.Cut(field, "=")
			control := form.Find("[name='" + name + "']")
			if control.Length() == 0 {
				t.Errorf("the form for %s has no field %s", c.onto, name)
			}
			said := c.doc.Find("label[for='" + control.AttrOr("id", "") + "']").Text()
			if labelled && said != label {
				t.Errorf("the field %s of the form for %s is called %q, not %q", name, c.onto, said, label)
			}
		}
	}
}

// others are the routes that other tools hold on to, beside those of a thing (things).
var others = []string{
	"GET /setup", "POST /setup", "GET /login", "POST /login", "POST /logout", "GET /",
	"GET /tags", "POST /tags", "GET /tags/new", "GET /tags/:id", "POST /tags/:id", "GET /tags/:id/edit", "POST /tags/:id/delete", "POST /tags/:id/merge",
	"POST /lists/:id/items", "GET /items/:id", "POST /items/:id", "GET /items/:id/edit", "POST /items/:id/archive", "POST /items/:id/restore", "POST /items/:id/delete",
	"POST /items/:id/status", "POST /items/:id/undo", "POST /items/:id/assign", "POST /items/:id/take-over", "POST /items/:id/move", "POST /items/:id/order",
	"POST /items/bulk", "POST /comments", "POST /comments/:id", "POST /comments/:id/resolve", "POST /comments/:id/reopen", "POST /comments/:id/delete",
	"GET /gifts/preview", "GET /ideas/new", "POST /ideas/new", "GET /assignments", "GET /activity", "GET /search",
	"GET /lists/:id/print", "GET /occasions/:id/print", "GET /people/:id/print", "GET /assignments/print", "GET /events",
	"GET /settings/profile", "GET /settings/sessions", "GET /settings/family", "GET /settings/members", "GET /invite/:token", "GET /reset/:token",
	"GET /healthz", "GET /readyz",
}

func TestTheRoutesThatOtherToolsHoldOnToAreThere(t *testing.T) {
	t.Parallel()
	there := map[string]bool{}
	for _, r := range routes(t, webtest.Empty(t, dbtest.Open(t), nil)) {
		there[r.Method+" "+r.Path] = true
	}
	wanted := slices.Clone(others)
	for _, kind := range []string{"/people", "/occasions", "/lists", "/gifts"} {
		for _, of := range []string{"GET", "POST", "GET /new", "GET /:id", "POST /:id", "GET /:id/edit", "POST /:id/archive", "POST /:id/restore", "POST /:id/delete"} {
			method, path, _ := strings.Cut(of, " ")
			wanted = append(wanted, method+" "+kind+path)
		}
	}
	for _, w := range wanted {
		if !there[w] {
			t.Errorf("there is no %s", w)
		}
	}
}

// A tool changes what a person changes: with the names of the fields, and a redirect or JSON for an answer.
func TestAToolChangesAnItemByTheNamesOfTheFields(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		other := s.List(t, s.Maria, dto.ListInput{Name: "Another", TargetPersonID: s.Ben})
		second := s.Item(t, s.Maria, list, fixture.Gift("Ball", "5"))
		b := s.As(t, s.Maria)
		b.Submit(paths.ItemsBulk(), form("item_ids", item, "item_ids", second, "action", "status", "value", "shortlisted"))
		b.Submit(paths.ItemsBulk(), form("item_ids", item, "action", "assign", "value", s.Tom.UserID))
		b.Submit(paths.ItemOrder(second), form("after", ""))
		b.Submit(paths.ItemMove(item), form("list_id", other, "copy", "true"))
		b.Submit(paths.ItemAssign(second), form("user_id", s.Maria.UserID, "version", "2"))
		page, err := s.Services.Items.Page(t.Context(), s.Maria, item)
		if err != nil || page.Item.Status != domain.StatusShortlisted || page.Item.Buyer == nil || page.Item.Buyer.UserID != s.Tom.UserID {
			t.Errorf("%+v %v", page.Item, err)
		}
		if copied := b.Get(paths.Lists.One(other)).Doc.Find("[data-row]").Text(); !strings.Contains(copied, "Blocks") {
			t.Errorf("the other list has %q", copied)
		}
		wrong := b.With("Accept", "application/json").Post(paths.Gifts.Index(), form("price", "lots"))
		var said struct {
			Error struct {
				Code, Message string
				TraceID       string `json:"trace_id"`
				Fields        map[string]string
			}
		}
		if err := json.Unmarshal([]byte(wrong.Body), &said); err != nil || said.Error.Code != "invalid" || said.Error.Message == "" ||
			said.Error.TraceID != wrong.Header.Get("X-Trace-Id") || said.Error.Fields["title"] == "" || said.Error.Fields["price"] == "" {
			t.Errorf("%s %v", wrong.Body, err)
		}
	})
}
