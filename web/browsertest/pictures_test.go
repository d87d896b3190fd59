package browsertest

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/paths"
)

var pictures = flag.String("pictures", "", "the folder that TestPictures writes its pictures to; without one they are thrown away")

// TestPictures draws the pictures of the documentation; the task pictures keeps them. The sample family and its clock
// are always the same, so a picture changes only with what it shows.
func TestPictures(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	if *pictures == "" { // two pages are enough to know that they can be drawn
		s.draw(t, t.TempDir(), "phone", On(Phone), "dashboard", "list")
		return
	}
	must(t, os.MkdirAll(*pictures, 0o755))
	s.draw(t, *pictures, "laptop", On(Laptop))
	s.draw(t, *pictures, "phone", On(Phone), "dashboard", "list", "item", "person", "occasion", "assignments", "list of own wishes")
	s.drawSheets(t, *pictures)
}

// undrawn are the states of a page that are drawn elsewhere, or that nobody needs a picture of.
var undrawn = regexp.MustCompile(`refused|none found|print|nothing here|menu$|filters open$`)

// dark are the pages that are drawn dark, too.
var dark = []string{"dashboard", "list"}

// draw draws the named pages on a screen, all of them where none is named.
func (s sample) draw(t *testing.T, folder, screen string, on Option, names ...string) {
	t.Helper()
	walk(t, s, func(b *Browser, p aPage) {
		if undrawn.MatchString(p.name) || len(names) > 0 && !slices.Contains(names, p.name) {
			return
		}
		b.Wait(`document.fonts.status === 'loaded' && document.querySelector('h1')`)
		file := filepath.Join(folder, strings.NewReplacer(",", "", " ", "-").Replace(p.name)+"-"+screen)
		save(b.tb, file+".png", b.Picture())
		if slices.Contains(dark, p.name) {
			b.Prefer("dark")
			save(b.tb, file+"-dark.png", b.Picture())
			b.Prefer("light")
		}
	}, on)
}

// drawSheets draws the first sheet of everything that goes on paper.
func (s sample) drawSheets(t *testing.T, folder string) {
	t.Helper()
	b := s.open(t)
	for name, path := range map[string]string{
		"list": paths.Lists.Print(s.list), "shopping-list": paths.AssignmentsPrint(), "shopping-card": paths.People.Print(s.emma),
		"occasion": paths.Occasions.Print(s.christmas), "wrapping": paths.Occasions.Print(s.christmas) + "?sheet=wrapping",
		"tags": paths.Occasions.Print(s.christmas) + "?sheet=tags", "thanks": paths.Occasions.Print(s.christmas) + "?sheet=thanks",
		"safe": paths.Lists.Print(s.list) + "?safe=true",
	} {
		b.Go(path)
		b.Wait(`document.querySelector('h1')`)
		pdf := filepath.Join(t.TempDir(), "sheet.pdf")
		must(t, os.WriteFile(pdf, b.PDF(), 0o600))
		file := filepath.Join(folder, "sheet-"+name)
		output(t, "pdftoppm", "-png", "-singlefile", "-r", "80", pdf, file)
		drawn, err := os.ReadFile(file + ".png")
		must(t, err)
		save(t, file+".png", drawn)
	}
}

// save writes a PNG as small as this library makes it.
func save(tb testing.TB, file string, picture []byte) {
	tb.Helper()
	const most = 200_000
	decoded, err := png.Decode(bytes.NewReader(picture))
	must(tb, err)
	var small bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	must(tb, encoder.Encode(&small, decoded))
	if small.Len() > most {
		tb.Errorf("%s has %d bytes; at most %d", file, small.Len(), most)
	}
	must(tb, os.WriteFile(file, small.Bytes(), 0o644))
}
