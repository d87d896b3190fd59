package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"kinlist/internal/picture"
)

// plain is a picture whose left half is red and whose right half is blue.
func plain(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.NRGBA{R: 0xff, A: 0xff})
			if x >= w/2 {
				m.Set(x, y, color.NRGBA{B: 0xff, A: 0xff})
			}
		}
	}
	return m
}

func asPNG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asJPEG(t *testing.T, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asGIF(t *testing.T, frames ...image.Image) []byte {
	t.Helper()
	var all gif.GIF
	for _, m := range frames {
		p := image.NewPaletted(m.Bounds(), palette.WebSafe)
		for y := range m.Bounds().Dy() {
			for x := range m.Bounds().Dx() {
				p.Set(x, y, m.At(x, y))
			}
		}
		all.Image, all.Delay = append(all.Image, p), append(all.Delay, 1)
	}
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, &all); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// pngHeader is a PNG file of a size that it does not have: its header, and no picture.
func pngHeader(w, h uint32) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	chunk = append(binary.BigEndian.AppendUint32(chunk, h), 8, 6, 0, 0, 0)
	file := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(chunk))
}

// turned is a JPEG file with an EXIF part that says how the camera was held, and where.
func turned(t *testing.T, order binary.AppendByteOrder, orientation uint16) []byte {
	t.Helper()
	mark := "MM"
	if order == binary.LittleEndian {
		mark = "II"
	}
	tiff := order.AppendUint16([]byte(mark), 42)
	tiff = order.AppendUint16(order.AppendUint32(tiff, 8), 1)
	tiff = order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3)
	tiff = order.AppendUint16(order.AppendUint16(order.AppendUint32(tiff, 1), orientation), 0)
	exif := append([]byte("Exif\x00\x00"), append(tiff, "GPS 52.5200 13.4050"...)...)
	file := binary.BigEndian.AppendUint16([]byte("\xff\xd8\xff\xe1"), uint16(len(exif)+2))
	return append(append(file, exif...), asJPEG(t, plain(64, 32))[2:]...)
}

// simpleWebP is a red picture of 2 by 2 pixels, lossless.
const simpleWebP = "RIFF\x1e\x00\x00\x00WEBPVP8L\x11\x00\x00\x00/\x01\x40\x00\x00\x07\x10\xfd\x8f\xfe\x07\x22\xa2\xff\x01\x00"

// extended is a WebP file whose own header says 2 by 2 pixels, and whose picture 16384 by 16384.
func extended() []byte {
	body := []byte("WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x01\x00\x00VP8L\x06\x00\x00\x00/\xff\xff\xff\x0f\x00")
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func TestEveryKindOfPictureBecomesTwo(t *testing.T) {
	t.Parallel()
	deep := image.NewRGBA64(image.Rect(0, 0, 900, 300))
	for i := range deep.Pix {
		deep.Pix[i] = 0xff
	}
	glass := plain(900, 300)
	glass.Set(0, 0, color.Transparent)
	for name, c := range map[string]struct {
		file []byte
		as   string
		w, h int
	}{
		"JPEG":             {asJPEG(t, plain(1000, 500)), "image/jpeg", 800, 400},
		"JPEG, small":      {asJPEG(t, plain(100, 50)), "image/jpeg", 100, 50},
		"JPEG, very wide":  {asJPEG(t, plain(4000, 2)), "image/jpeg", 800, 1},
		"JPEG, large":      {asJPEG(t, plain(1800, 2400)), "image/jpeg", 600, 800},
		"PNG":              {asPNG(t, plain(900, 300)), "image/jpeg", 800, 267},
		"PNG, 16 bits":     {asPNG(t, deep), "image/jpeg", 800, 267},
		"PNG, transparent": {asPNG(t, glass), "image/png", 800, 267},
		"GIF":              {asGIF(t, plain(300, 200)), "image/jpeg", 300, 200},
		"GIF, moving":      {asGIF(t, plain(300, 200), image.NewNRGBA(image.Rect(0, 0, 300, 200))), "image/jpeg", 300, 200},
		"WebP":             {[]byte(simpleWebP), "image/jpeg", 2, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := picture.NewMaker().Make(t.Context(), c.file)
			if err != nil {
				t.Fatal(err)
			}
			if got.Type != c.as || got.Width != c.w || got.Height != c.h {
				t.Errorf("%s of %d by %d; want %s of %d by %d", got.Type, got.Width, got.Height, c.as, c.w, c.h)
			}
			for what, file := range map[string][]byte{"small": got.Small, "large": got.Large} {
				m, format, err := image.Decode(bytes.NewReader(file))
				if err != nil || "image/"+format != c.as {
					t.Fatalf("%s: %s, %v", what, format, err)
				}
				longest := max(m.Bounds().Dx(), m.Bounds().Dy())
				if want := map[string]int{"small": min(160, max(c.w, c.h)), "large": max(c.w, c.h)}[what]; longest != want {
					t.Errorf("%s: %d pixels; want %d", what, longest, want)
				}
			}
		})
	}
}

func TestColoursStay(t *testing.T) {
	t.Parallel()
	for name, file := range map[string][]byte{
		"JPEG": asJPEG(t, plain(1000, 500)), "PNG": asPNG(t, plain(1000, 500)), "GIF": asGIF(t, plain(1000, 500), image.NewNRGBA(image.Rect(0, 0, 1000, 500))),
	} {
		got, err := picture.NewMaker().Make(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if !isRed(t, got.Small, 20, 40) || isRed(t, got.Small, 140, 40) {
			t.Errorf("%s: the left is not red, or the right is", name)
		}
	}
}

func isRed(t *testing.T, file []byte, x, y int) bool {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	r, _, b, _ := m.At(x, y).RGBA()
	return r > 0xc000 && b < 0x4000
}

func TestWhatIsNoGoodPictureIsRefusedWithASentence(t *testing.T) {
	t.Parallel()
	bomb := asGIF(t, plain(4, 4))
	copy(bomb[6:], "\xff\xff\xff\xff")
	whole := asJPEG(t, plain(600, 600))
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":                     {nil, "empty"},
		"SVG":                         {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), "SVG"},
		"SVG behind a comment":        {[]byte("<?xml version=\"1.0\"?>\n<!-- <html> -->\n<SVG>"), "SVG"},
		"HTML":                        {[]byte("<!doctype html><script>alert(1)</script>"), "no picture"},
		"AVIF":                        {[]byte("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00"), "AVIF"},
		"HEIC":                        {[]byte("\x00\x00\x00\x1cftypheic\x00\x00\x00\x00"), "HEIC"},
		"PNG that would fill memory":  {pngHeader(30_000, 30_000), "40 million"},
		"PNG beyond all numbers":      {pngHeader(1<<31-1, 1<<31-1), ""},
		"GIF that would fill memory":  {bomb, "40 million"},
		"WebP that would fill memory": {extended(), "40 million"},
		"a counter's pixel":           {asPNG(t, plain(1, 1)), "too small"},
		"a line":                      {asPNG(t, plain(1, 900)), "too small"},
		"JPEG, cut off":               {whole[:len(whole)/2], "damaged"},
		"JPEG, only its start":        {whole[:12], "damaged"},
		"PNG, only its start":         {pngHeader(20, 20), "damaged"},
		"too many bytes":              {make([]byte, picture.MaxBytes+1), "10 MB"},
		"a picture with a page in it": {append([]byte("GIF89a"), "<script>alert(1)</script>"...), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := picture.NewMaker().Make(t.Context(), c.file)
			if refused, ok := errors.AsType[*picture.RefusedError](err); !ok || !strings.Contains(refused.Error(), c.says) {
				t.Errorf("%v; want a sentence with %q", err, c.says)
			}
		})
	}
}

func TestAPictureStandsTheWayTheCameraWasHeldAndTellsNothingElse(t *testing.T) {
	t.Parallel()
	// Where the left, red half of the picture comes to be: 1 left, 2 right, 3 right, 4 left; lying: 5 up, 6 up, 7 down, 8 down.
	for orientation, red := range map[uint16]image.Point{
		0: {X: 8, Y: 16}, 1: {X: 8, Y: 16}, 2: {X: 56, Y: 16}, 3: {X: 56, Y: 16}, 4: {X: 8, Y: 16},
		5: {X: 16, Y: 8}, 6: {X: 16, Y: 8}, 7: {X: 16, Y: 56}, 8: {X: 16, Y: 56}, 9: {X: 8, Y: 16},
	} {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			got, err := picture.NewMaker().Make(t.Context(), turned(t, order, orientation))
			if err != nil {
				t.Fatal(err)
			}
			size := image.Pt(64, 32)
			if orientation >= 5 && orientation <= 8 {
				size = image.Pt(32, 64)
			}
			if image.Pt(got.Width, got.Height) != size || !isRed(t, got.Large, red.X, red.Y) {
				t.Errorf("orientation %d, %v: %d by %d", orientation, order, got.Width, got.Height)
			}
			if bytes.Contains(got.Large, []byte("Exif")) || bytes.Contains(got.Large, []byte("GPS")) {
				t.Error("what the camera wrote is still there")
			}
		}
	}
}
