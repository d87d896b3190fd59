package service_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// A world is a family in which a script has been played, with the steps that are hidden from the target or without.
type world struct {
	*fixture.Stage
	t      *testing.T
	target string
	person string            // the target's person
	ids    map[string]string // by a name that both worlds share
	order  []string          // the names, in the order of the script
	lines  []string          // what the target was answered
}

func play(t *testing.T, db *database.DB, host string, s *script, with bool) *world {
	t.Helper()
	w := &world{Stage: fixture.FamilyAt(t, db, host), t: t, target: s.target, ids: map[string]string{}}
	if s.target == "Maria" {
		w.Maria.PersonID = w.Person(t, dto.PersonInput{DisplayName: "Maria", UserID: w.Maria.UserID})
	}
	w.person = w.viewer(s.target).PersonID
	maps.Copy(w.ids, map[string]string{
		"Maria": w.Maria.UserID, "Tom": w.Tom.UserID, "Lena": w.Lena.UserID, "Gast": w.Gast.UserID,
		"person Lena": w.LenaPerson, "person Ben": w.Ben, "person Maria": w.Maria.PersonID, "Christmas": w.Christmas,
	})
	w.budget(with)
	for i, step := range s.steps {
		w.Clock.T = fixture.Now.Add(time.Duration(i+1) * time.Minute)
		if with || !step.hidden {
			step.do(w)
		}
	}
	w.Clock.T = fixture.Now.Add(24 * time.Hour)
	return w
}

// budget makes an occasion with a budget for everybody; the target's own is hidden from them.
func (w *world) budget(with bool) {
	in := dto.OccasionInput{
		Name: "Easter", Type: "holiday", Date: "2027-03-28", Recurrence: "none", Budget: "300",
		PersonIDs: []string{w.person, w.Ben}, Budgets: map[string]string{w.Ben: "40"},
	}
	if with {
		in.Budgets[w.person] = "99"
	}
	id, err := w.Services.Occasions.Create(w.t.Context(), w.Tom, in)
	if err != nil {
		w.t.Fatal(err)
	}
	w.ids["Easter"] = id
}

func (w *world) viewer(name string) domain.Viewer {
	return map[string]domain.Viewer{"Maria": w.Maria, "Tom": w.Tom, "Lena": w.Lena}[name]
}

func (w *world) named(name, id string) {
	if id != "" && w.ids[name] == "" {
		w.ids[name] = id
		w.order = append(w.order, name)
	}
}

// id is the id behind a name; of what this world lacks it is one that never existed.
func (w *world) id(name string) string {
	if w.ids[name] == "" {
		return uuid.Must(uuid.NewV7()).String()
	}
	return w.ids[name]
}

// wishLists are the target's own lists, as they see them.
func (w *world) wishLists() []string {
	page, err := w.Services.Lists.Index(w.t.Context(), w.viewer(w.target), dto.ListQuery{PersonID: w.person})
	w.answered(w.target, err)
	var ids []string
	for _, l := range page.Items {
		ids = append(ids, l.ID)
	}
	return ids
}

// catalog are the gifts, as the target sees them.
func (w *world) catalog() []string {
	page, err := w.Services.Gifts.Index(w.t.Context(), w.viewer(w.target), dto.GiftQuery{Query: dto.Query{Sort: "title"}})
	w.answered(w.target, err)
	var ids []string
	for _, g := range page.Items {
		ids = append(ids, g.ID)
	}
	return ids
}

// answered notes what the target was told.
func (w *world) answered(to string, err error) {
	if to == w.target {
		w.lines = append(w.lines, "answer: "+sentenceOf(err))
	}
}

func sentenceOf(err error) string {
	if known, ok := errors.AsType[*apperr.Error](err); ok {
		return fmt.Sprint(known.Code, " ", known.Message, " ", known.Fields)
	}
	return fmt.Sprint(err)
}

// sees writes down one answer to a viewer as JSON, or the error.
func (w *world) sees(what string, answer any, err error) {
	text := sentenceOf(err)
	if err == nil {
		raw, jsonErr := json.Marshal(answer)
		if jsonErr != nil {
			w.t.Fatal(jsonErr)
		}
		text = string(raw)
	}
	w.lines = append(w.lines, what+": "+text)
}

var (
	cursors = regexp.MustCompile(`"(Next|Prev)":"([^"]+)"`)
	uuids   = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
)

// transcript is all that the target was shown, with ids replaced by names and cursors opened.
func (w *world) transcript() []string {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(w.ids)) {
		id := w.ids[name]
		if id == "" {
			continue
		}
		pairs = append(pairs, id, "<"+name+">")
	}
	names := strings.NewReplacer(pairs...)
	unnamed := map[string]string{}
	lines := slices.Clone(w.lines)
	for i, line := range lines {
		line = cursors.ReplaceAllStringFunc(line, func(s string) string {
			raw, _ := base64.RawURLEncoding.DecodeString(cursors.FindStringSubmatch(s)[2])
			return string(raw)
		})
		lines[i] = uuids.ReplaceAllStringFunc(names.Replace(line), func(id string) string {
			if unnamed[id] == "" {
				unnamed[id] = fmt.Sprintf("<#%d>", len(unnamed))
			}
			return unnamed[id]
		})
	}
	return lines
}
