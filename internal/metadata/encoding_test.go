package metadata

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"testing"

	"github.com/andybalholm/brotli"
)

// packers write a body in the encodings that shops use.
var packers = map[string]func(io.Writer) io.WriteCloser{
	"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
	"raw deflate": func(w io.Writer) io.WriteCloser {
		writer, _ := flate.NewWriter(w, flate.BestSpeed) // the level is valid
		return writer
	},
}

func packed(t *testing.T, encoding string, body io.Reader) []byte {
	t.Helper()
	var out bytes.Buffer
	writer := packers[encoding](&out)
	if _, err := io.Copy(writer, body); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPackedBodiesAreUnpackedUpToTheLimit(t *testing.T) {
	t.Parallel()
	for encoding := range packers {
		t.Run(encoding, func(t *testing.T) {
			t.Parallel()
			// A small thing that unpacks to much more than is read.
			bomb := packed(t, encoding, io.MultiReader(bytes.NewReader([]byte("<title>Ball</title>")), io.LimitReader(blanks{}, 4<<20)))
			base, f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				w.Header().Set("Content-Encoding", map[bool]string{true: "deflate", false: encoding}[encoding == "raw deflate"])
				w.Write(bomb)
			})
			f.config.MaxBytes = 64 << 10
			sample{title: "Ball", warn: none}.check(t, read(t, f, base))
		})
	}
}

// blanks is an endless run of blanks.
type blanks struct{}

func (blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestBodiesThatLieAboutThemselves(t *testing.T) {
	t.Parallel()
	page := "<title>Ball</title>"
	for name, c := range map[string]struct {
		encoding, length, body string
		want                   sample
	}{
		"longer length than body": {"", "5000", page, sample{title: "Ball"}},
		"gzip that is none":       {"gzip", "", page, sample{title: "Red ball", warn: warnBroken}},
		"an encoding not asked":   {"zstd", "", page, sample{title: "Red ball", warn: warnBroken}},
		"identity":                {"identity", "", page, sample{title: "Ball"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base, f := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				if c.encoding != "" {
					w.Header().Set("Content-Encoding", c.encoding)
				}
				if c.length != "" {
					w.Header().Set("Content-Length", c.length)
				}
				io.WriteString(w, c.body)
			})
			c.want.check(t, read(t, f, base+"/red-ball"))
		})
	}
}
