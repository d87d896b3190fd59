package browsertest

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/paths"
	"kinlist/internal/repository"
	"kinlist/internal/text"
	"kinlist/web/webtest"
)

// stock puts n gifts on a list of the family, each with a title that begins and ends with its number and takes two lines.
func stock(t *testing.T, s *webtest.Site, list string, n int, status domain.Status) {
	t.Helper()
	var rows repository.BulkRows
	for i := range n {
		meta := func() model.Editable {
			at := fixture.Now.Add(time.Duration(i) * time.Second).UTC()
			return model.Editable{Base: model.Base{ID: uuid.Must(uuid.NewV7()).String(), CreatedAt: at, UpdatedAt: at}, FamilyID: s.Home.ID, Version: 1}
		}
		title, cents := fmt.Sprintf("Anfang%03d Käse für Omas große Überraschung 🎁 Ende%03d", i, i), int64(1250)
		gift := model.Gift{Editable: meta(), Title: title, TitleKey: text.Key(title), CreatedByID: s.Maria.UserID, Currency: "EUR", Metadata: "{}", Price: &cents}
		rows.Gifts = append(rows.Gifts, gift)
		rows.Items = append(rows.Items, model.ListItem{
			Editable: meta(), ListID: list, GiftID: gift.ID, Position: int64(i), Privacy: domain.PrivacyShared, AddedBy: s.Maria.UserID,
			Quantity: 2, Priority: domain.PriorityNormal, WishVersion: 1, WishUpdatedAt: fixture.Now.UTC(), Status: status, Currency: "EUR",
			BuyerID: &s.Tom.UserID, Notes: "Steht im Keller",
		})
	}
	must(t, s.Store.InTx(t.Context(), func(tx *repository.Store) error { return tx.Bulk.Insert(t.Context(), &rows) }))
}

// printed is a page on paper: its file, and what each sheet of it says.
func printed(t *testing.T, b *Browser, path string) (file string, sheets []string) {
	t.Helper()
	b.Go(path)
	b.Wait(`document.querySelector('h1')`)
	file = filepath.Join(t.TempDir(), "sheet.pdf")
	must(t, os.WriteFile(file, b.PDF(), 0o600))
	sheets = strings.Split(output(t, "pdftotext", "-layout", file, "-"), "\f")
	return file, sheets[:len(sheets)-1]
}

// sizes are the papers as pdfinfo measures them.
var sizes = map[string]string{"a4": "(A4)", "letter": "(letter)"}

func TestAListOfAnyLengthPrintsWithHeadsOnEachSheetWholeRowsAndItsSumAtTheEnd(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := Open(t, s.Server.URL)
	b.SignIn(s.SetPassword(t, s.Maria), fixture.Password)
	for _, c := range []struct {
		gifts, least, most int
		sum                string
	}{{1, 1, 1, "25,00"}, {30, 2, 4, "750,00"}, {300, 11, 31, "7.500,00"}} { // a machine's fonts decide how high a row is
		list := s.List(t, s.Maria, dto.ListInput{Name: fmt.Sprint("Für Ben ", c.gifts), TargetPersonID: s.Ben})
		stock(t, s, list, c.gifts, domain.StatusIdea)
		for paper, size := range sizes {
			file, sheets := printed(t, b, paths.Lists.Print(list)+"?group=shop&paper="+paper)
			if info := output(t, "pdfinfo", file); !strings.Contains(info, size) || len(sheets) < c.least || len(sheets) > c.most {
				t.Errorf("%d gifts on %s: %d sheets\n%s", c.gifts, paper, len(sheets), info)
			}
			for i, sheet := range sheets {
				if strings.Contains(sheet, "Anfang") && (!strings.Contains(sheet, "Quantity") || !strings.Contains(sheet, "Gift")) {
					t.Errorf("%d gifts on %s: sheet %d has no head:\n%s", c.gifts, paper, i+1, sheet)
				}
				if !strings.Contains(strings.Join(strings.Fields(sheet), ""), fmt.Sprintf("Page%dof%d", i+1, len(sheets))) {
					t.Errorf("sheet %d is not numbered", i+1)
				}
				for _, said := range []string{fmt.Sprint("Für Ben ", c.gifts), "Printed by Maria"} {
					if !strings.Contains(sheet, said) {
						t.Errorf("sheet %d does not say %q", i+1, said)
					}
				}
				for n := range c.gifts {
					if strings.Contains(sheet, fmt.Sprintf("Anfang%03d", n)) != strings.Contains(sheet, fmt.Sprintf("Ende%03d", n)) {
						t.Errorf("gift %d is split on sheet %d", n, i+1)
					}
				}
			}
			all := strings.Join(sheets, "")
			last := sheets[len(sheets)-1]
			if strings.Count(all, "Totals") != 1 || !strings.Contains(last, "Totals") || !strings.Contains(strings.ReplaceAll(last, "\u00a0", " "), c.sum+" €") {
				t.Errorf("%d gifts on %s: %s € is not at the end:\n%s", c.gifts, paper, c.sum, last)
			}
			if n := strings.Count(all, "🎁"); n != c.gifts || !strings.Contains(all, "Käse") || !strings.Contains(all, "Für Ben") {
				t.Errorf("%d gifts on %s: %d emoji", c.gifts, paper, n)
			}
			for _, screen := range []string{"Back", "Ctrl+P", "Grouped by", "Safe to leave", "CSV", "Dashboard", "Skip to"} {
				if strings.Contains(all, screen) {
					t.Errorf("%q is on paper", screen)
				}
			}
		}
	}
}

var firstWord = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>For</word>`)

// places are where each tag of a sheet begins to speak, in millimetres.
func places(t *testing.T, file string) [][2]float64 {
	t.Helper()
	var at [][2]float64
	for sheet := range strings.SplitSeq(output(t, "pdftotext", "-bbox", file, "-"), "<page ") {
		var here [][2]float64
		for _, m := range firstWord.FindAllStringSubmatch(sheet, -1) {
			x, _ := strconv.ParseFloat(m[1], 64) // the expression lets numbers alone pass
			y, _ := strconv.ParseFloat(m[2], 64)
			here = append(here, [2]float64{x * 25.4 / 72, y * 25.4 / 72})
		}
		slices.SortFunc(here, func(a, b [2]float64) int { // by rows, whatever the order of reading
			return cmp.Or(cmp.Compare(math.Round(a[1]), math.Round(b[1])), cmp.Compare(a[0], b[0]))
		})
		at = append(at, here...)
	}
	return at
}

func TestGiftTagsStandOnTheirGridWithinHalfAMillimetre(t *testing.T) {
	t.Parallel()
	const near, padding = 0.5, 4.0
	s := webtest.Family(t, dbtest.Open(t))
	list := s.List(t, s.Maria, dto.ListInput{Name: "Für Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	stock(t, s, list, 31, domain.StatusBuying)
	b := Open(t, s.Server.URL)
	b.SignIn(s.SetPassword(t, s.Maria), fixture.Password)
	for _, c := range []struct {
		query                        string
		rows, sheets                 int
		size                         string
		left, top, across, downwards float64
	}{
		{"&label=plain&paper=a4", 8, 2, "(A4)", 10.5, 12.5, 63, 34},
		{"&label=plain&paper=letter", 8, 2, "(letter)", 10.45, 11.7, 65, 32},
		{"&label=l7160", 7, 2, "(A4)", 7.25, 15.15, 66.04, 38.1},
		{"&label=5160", 10, 2, "(letter)", 4.76, 12.7, 69.85, 25.4},
	} {
		file, sheets := printed(t, b, paths.Occasions.Print(s.Christmas)+"?sheet=tags"+c.query)
		at := places(t, file)
		if info := output(t, "pdfinfo", file); len(at) != 31 || len(sheets) != c.sheets || !strings.Contains(info, c.size) {
			t.Fatalf("%s: %d tags on %d sheets\n%s", c.query, len(at), len(sheets), info)
		}
		full, above := c.rows*3, at[0][1]-c.top
		if above < 0 || above > 8 {
			t.Errorf("%s: the first tag speaks %.2f mm below its edge", c.query, above)
		}
		for i, p := range at {
			x := c.left + padding + float64(i%full%3)*c.across
			y := c.top + above + float64(i%full/3)*c.downwards
			if math.Abs(p[0]-x) > near || math.Abs(p[1]-y) > near {
				t.Errorf("%s: tag %d is at %.2f, %.2f mm, not at %.2f, %.2f", c.query, i, p[0], p[1], x, y)
			}
		}
		moved, _ := printed(t, b, paths.Occasions.Print(s.Christmas)+"?sheet=tags&dx=2&dy=-1,5"+c.query)
		if now := places(t, moved); math.Abs(now[0][0]-at[0][0]-2) > 0.3 || math.Abs(now[0][1]-at[0][1]+1.5) > 0.3 {
			t.Errorf("%s: corrected from %v to %v", c.query, at[0], now[0])
		}
	}
}

func TestTheCodeOnASheetLeadsBackToItsPage(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t)
	for sheet, page := range map[string]string{
		paths.Lists.Print(s.list) + "?qr=true":                         paths.Lists.One(s.list),
		paths.Occasions.Print(s.christmas) + "?qr=true&sheet=wrapping": paths.Occasions.One(s.christmas),
		paths.People.Print(s.emma) + "?qr=true&safe=true&paper=letter": paths.People.One(s.emma),
		paths.AssignmentsPrint() + "?qr=true&group=person&safe=true":   paths.Assignments(),
	} {
		file, _ := printed(t, b, sheet)
		picture := strings.TrimSuffix(file, ".pdf")
		output(t, "pdftoppm", "-r", "150", "-png", "-singlefile", file, picture)
		if got := strings.TrimSpace(output(t, "zbarimg", "--quiet", "--raw", picture+".png")); got != s.Server.URL+page {
			t.Errorf("%s: the code leads to %q", sheet, got)
		}
	}
}

func TestASheetThatMayLieAboutHasItsKeyOnTheLastSheetAlone(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) { keyAlone(t, newSampleOn(t, db)) })
}

func keyAlone(t *testing.T, s sample) {
	t.Helper()
	_, sheets := printed(t, s.open(t), paths.Lists.Print(s.list)+"?safe=true")
	last := len(sheets) - 1
	if last < 1 || !strings.Contains(sheets[last], "Emma") || !strings.Contains(sheets[last], "Riding lessons") {
		t.Fatalf("%d sheets; the last one says:\n%s", len(sheets), sheets[last])
	}
	for _, sheet := range sheets[:last] {
		if strings.Contains(sheet, "Emma") || strings.Contains(sheet, "Riding") || strings.Contains(sheet, "Tom") || strings.Contains(sheet, "tin box") {
			t.Errorf("it tells:\n%s", sheet)
		}
	}
}

func TestEveryPagePrintsWithoutWhatIsThereToPressAndWithAllElse(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t)
	for path, wants := range map[string][]string{
		paths.Home():                     {"Christmas"},
		paths.Lists.One(s.list):          {"Riding lessons, five hours", "A bicycle bell shaped like a ladybird", "The one with the tin box."},
		paths.Occasions.One(s.christmas): {"Grandpa Walter", "650.00"},
		paths.People.One(s.emma):         {"drawing", "Shoes"},
	} {
		_, sheets := printed(t, b, path)
		all := strings.Join(strings.Fields(strings.Join(sheets, " ")), " ")
		for _, want := range wants {
			for word := range strings.FieldsSeq(want) {
				if !strings.Contains(all, word) {
					t.Errorf("%s: %q is cut off:\n%s", path, want, all)
				}
			}
		}
		for _, screen := range []string{"Add an idea", "Sign out", "Skip to", "Dashboard People", "Archive Delete", "Edit Archive"} {
			if strings.Contains(all, screen) {
				t.Errorf("%s: %q is on paper:\n%s", path, screen, all)
			}
		}
	}
}

func TestNoHeadOfAGroupStandsAloneAtTheFootOfASheet(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := Open(t, s.Server.URL)
	b.SignIn(s.SetPassword(t, s.Maria), fixture.Password)
	const groups, lists = 12, 6
	for withNotes := range lists { // each makes the sheet fill up elsewhere
		list := s.List(t, s.Maria, dto.ListInput{Name: fmt.Sprint("Notes: ", withNotes), TargetPersonID: s.Ben})
		for i := range groups {
			in := fixture.Gift(fmt.Sprint("Gift ", i), "12,50")
			in.Source = fmt.Sprintf("Shop %02d", i)
			if i < withNotes {
				in.Notes = "Ask first."
			}
			s.Item(t, s.Maria, list, in)
		}
		_, sheets := printed(t, b, paths.Lists.Print(list)+"?group=shop&paper=a4")
		for i, sheet := range sheets {
			lines := strings.Split(strings.TrimSpace(sheet), "\n")
			lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" || strings.Contains(line, "Page ") })
			if last := lines[len(lines)-1]; strings.Contains(last, "Quantity") || strings.Contains(last, "Shop ") {
				t.Errorf("%d notes: sheet %d ends with %q", withNotes, i+1, last)
			}
		}
	}
}

// Something too wide makes a browser print the whole page smaller.
func TestTheDashboardIsPrintedAsLargeAsItIsWrittenWhereItTakesTwoSheets(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	list := s.List(t, s.Maria, dto.ListInput{Name: "Für Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	for i := range 12 {
		item := s.Item(t, s.Maria, list, fixture.Gift(fmt.Sprint("A gift with a long name, number ", i), "10"))
		_, err := s.Services.Items.SetStatus(t.Context(), s.Maria, item, dto.StatusInput{Status: "buying"})
		must(t, err)
	}
	b := Open(t, s.Server.URL)
	b.SignIn(s.SetPassword(t, s.Maria), fixture.Password)
	scale := map[string]float64{}
	for _, path := range []string{paths.Home(), paths.People.Index()} {
		file, _ := printed(t, b, path)
		word := strings.Fields(Eval[string](b, `document.querySelector('h1').textContent`))[0]
		m := regexp.MustCompile(`yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">` + regexp.QuoteMeta(word) + `<`).FindStringSubmatch(output(t, "pdftotext", "-bbox", file, "-"))
		if m == nil {
			t.Fatalf("%s: %q is not on paper", path, word)
		}
		from, _ := strconv.ParseFloat(m[1], 64)
		to, _ := strconv.ParseFloat(m[2], 64)
		size, err := strconv.ParseFloat(strings.TrimSuffix(Eval[string](b, `getComputedStyle(document.querySelector('h1')).fontSize`), "px"), 64)
		must(t, err)
		scale[path] = (to - from) / size
	}
	if r := scale[paths.Home()] / scale[paths.People.Index()]; r < .95 || r > 1.05 {
		t.Errorf("the dashboard is printed %.2f times as large as another page", r)
	}
}
