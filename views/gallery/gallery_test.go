package gallery

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// rules are what every page keeps, whatever its state.
var rules = []struct {
	name  string
	check func(*testing.T, *goquery.Document)
}{
	{"ids are unique", uniqueIDs},
	{"there is exactly one h1", oneHeading},
	{"every control has a label", labelled},
	{"what is described exists", describedByExists},
	{"nothing inline, nothing forbidden", nothingForbidden},
	{"links and pictures are plain web addresses", plainAddresses},
	{"buttons say what they do", buttonsSpeak},
	{"moves say where to", movesSpeak},
	{"tables have a caption and scoped heads", tables},
	{"pictures have an alternative", alternatives},
	{"links to other sites are told nothing", outsideLinks},
	{"swaps name a target that is there", targetsExist},
	{"fields ask about themselves", fieldsAskAboutThemselves},
	{"forms are easy to fill in", formsAreEasyToFillIn},
	{"icons are in the sprite", iconsExist},
}

func TestEverySampleKeepsTheRules(t *testing.T) {
	t.Parallel()
	for _, s := range Samples() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			doc, err := goquery.NewDocumentFromReader(bytes.NewReader(render(t, s)))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rules {
				t.Run(r.name, func(t *testing.T) { r.check(t, doc) })
			}
		})
	}
}

func TestSampleNamesAreUnique(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range Samples() {
		if seen[s.Name] {
			t.Errorf("two samples are called %s", s.Name)
		}
		seen[s.Name] = true
	}
}

// The files of every sample, for a look by eye, in the folder that KINLIST_GALLERY_DIR names.
func TestEverySampleWritesAsAFile(t *testing.T) {
	dir := os.Getenv("KINLIST_GALLERY_DIR")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, s := range Samples() {
		if err := os.WriteFile(filepath.Join(dir, s.Name+".html"), render(t, s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func render(t *testing.T, s Sample) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := s.Component.Render(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
