package web_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// The list page of 200 items, signed in, against a floor: a bare handler that asks for the same rows with one query
// and writes a page of the same length by hand. It runs on SQLite, or on KINLIST_TEST_POSTGRES.
func BenchmarkListPage(b *testing.B) {
	for _, items := range []int{10, 200, 1200} {
		db := dbtest.Open(b)
		s := webtest.Family(b, db)
		list := s.List(b, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		for i := range items {
			in := fixture.Gift(fmt.Sprint("Gift number ", i), "24,90")
			in.Link = fmt.Sprint("https://shop.example/thing/", i)
			s.Item(b, s.Tom, list, in)
		}
		request, length := signedIn(b, s, paths.Lists.One(list))
		b.Run(fmt.Sprint("page/", items), func(b *testing.B) { measure(b, s.Server.Config.Handler, request) })
		b.Run(fmt.Sprint("floor/", items), func(b *testing.B) { measure(b, floor(b, db, list, length), request) })
	}
}

// BenchmarkDashboard is the first page of a family with 20 people, 60 lists and 1,000 items.
func BenchmarkDashboard(b *testing.B) {
	s := webtest.Family(b, dbtest.Open(b))
	for i := range 20 {
		person := s.Person(b, dto.PersonInput{DisplayName: fmt.Sprint("Person ", i)})
		for j := range 3 {
			list := s.List(b, s.Maria, dto.ListInput{Name: fmt.Sprint("List ", i, j), TargetPersonID: person, OccasionID: s.Christmas})
			for k := range 17 {
				s.Item(b, s.Tom, list, fixture.Gift(fmt.Sprint("Gift ", i, j, k), "5"))
			}
		}
	}
	request, _ := signedIn(b, s, paths.Home())
	measure(b, s.Server.Config.Handler, request)
}

// signedIn is a request for a page with Maria's cookie, and the page's length.
func signedIn(b *testing.B, s *webtest.Site, path string) (*http.Request, int) {
	b.Helper()
	email := s.SetPassword(b, s.Maria)
	login := s.Browser(b).Post(paths.Login(), url.Values{"email": {email}, "password": {fixture.Password}})
	r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, path, nil)
	r.Header.Set("Cookie", strings.Split(login.Header.Get("Set-Cookie"), ";")[0])
	w := httptest.NewRecorder()
	s.Server.Config.Handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Fatalf("%s: %d", path, w.Code)
	}
	return r, w.Body.Len()
}

func measure(b *testing.B, h http.Handler, r *http.Request) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code)
		}
		b.SetBytes(int64(w.Body.Len()))
	}
}

// floor writes a list's rows as a page of about length bytes.
func floor(b *testing.B, db *database.DB, list string, length int) http.Handler {
	b.Helper()
	pool, err := db.Read.DB()
	if err != nil {
		b.Fatal(err)
	}
	query := `SELECT list_items.id, gifts.title, gifts.link, gifts.source, list_items.status, list_items.quantity, gifts.price
		FROM list_items JOIN gifts ON gifts.id = list_items.gift_id WHERE list_items.list_id = $1 ORDER BY list_items.position`
	statement, err := pool.PrepareContext(b.Context(), query)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = statement.Close() })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rows, err := statement.QueryContext(r.Context(), list)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer func() { _ = rows.Close() }()
		var page bytes.Buffer
		for rows.Next() {
			var id, title, link, source, status string
			var quantity, price int64
			if err := rows.Scan(&id, &title, &link, &source, &status, &quantity, &price); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			fmt.Fprintf(&page, "<tr id=%q><th>%s</th><td><a href=%q>%s</a></td><td>%s</td><td>%d</td><td>%d</td></tr>", id, title, link, source, status, quantity, price)
		}
		page.Write(bytes.Repeat([]byte(" "), max(0, length-page.Len())))
		_, _ = w.Write(page.Bytes())
	})
}
