package browsertest

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"kinlist/internal/paths"
)

var pictures = flag.String("pictures", "", "the folder that TestPictures writes its pictures to; without one they are thrown away")

// TestPictures draws the pictures of the documentation; the task pictures keeps them. The sample family and its clock
// are always the same, so a picture changes only with what it shows.
func TestPictures(t *testing.T) {
	t.Parallel()
	screens, folder := []namedScreen{{"phone", Phone}, {"laptop", Laptop}}, *pictures
	if folder == "" { // the phone is enough to know that they can be drawn
		screens, folder = screens[:1], t.TempDir()
	}
	must(t, os.MkdirAll(folder, 0o755))
	s := newSample(t)
	for _, screen := range screens {
		b := s.open(t, On(screen.Screen))
		for _, p := range []struct{ name, path string }{
			{"dashboard", paths.Home()}, {"list", paths.Lists.One(s.list)}, {"print", paths.Lists.Print(s.list)},
		} {
			for _, scheme := range []string{"light", "dark"} {
				b.Prefer(scheme)
				b.Go(p.path)
				b.Wait(`document.fonts.status === 'loaded' && document.querySelector('h1')`)
				save(t, filepath.Join(folder, p.name+"-"+screen.name+"-"+scheme+".png"), b.Picture())
			}
		}
	}
}

type namedScreen struct {
	name string
	Screen
}

// save writes a PNG as small as this library makes it.
func save(t *testing.T, file string, picture []byte) {
	t.Helper()
	const most = 200_000
	decoded, err := png.Decode(bytes.NewReader(picture))
	must(t, err)
	var small bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	must(t, encoder.Encode(&small, decoded))
	if small.Len() > most {
		t.Errorf("%s has %d bytes; at most %d", file, small.Len(), most)
	}
	must(t, os.WriteFile(file, small.Bytes(), 0o644))
}
