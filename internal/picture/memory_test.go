package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// blank is a PNG of a size with nothing in it: some kilobytes, whatever it becomes.
func blank(tb testing.TB, w, h int, depth, colour, interlaced byte) []byte {
	tb.Helper()
	channels := map[byte]int{0: 1, 2: 3, 6: 4}[colour]
	var data bytes.Buffer
	z := zlib.NewWriter(&data)
	row := make([]byte, 1+w*channels*int(depth)/8)
	passes := [][4]int{{0, 0, 1, 1}}
	if interlaced == 1 {
		passes = [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	for _, p := range passes {
		wide := (w - p[0] + p[2] - 1) / p[2] * channels * int(depth) / 8
		for y := p[1]; y < h; y += p[3] {
			if _, err := z.Write(row[:1+wide]); err != nil {
				tb.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(w)), uint32(h))
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range []struct {
		name string
		data []byte
	}{{"IHDR", append(head, depth, colour, 0, 0, interlaced)}, {"IDAT", data.Bytes()}, {"IEND", nil}} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c.data)))
		named := append([]byte(c.name), c.data...)
		out = binary.BigEndian.AppendUint32(append(out, named...), crc32.ChecksumIEEE(named))
	}
	return out
}

// taken is how many bytes were asked for while do ran: at least as many as there were at once.
func taken(do func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// beside is what making two small pictures takes, however large the file.
const beside = 40 << 20

func TestAPictureTakesNoMoreMemoryThanItIsWeighedFor(t *testing.T) { // alone: it measures the whole program
	files := map[string][]byte{
		"8 bits": blank(t, 4000, 2000, 8, 6, 0), "16 bits": blank(t, 4000, 2000, 16, 2, 0), "interlaced, 16 bits": blank(t, 4000, 2000, 16, 6, 1),
	}
	for _, name := range []string{"progressive.jpeg", "cmyk.jpeg", "alpha.webp"} {
		file, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = file
	}
	m := NewMaker()
	for name, file := range files {
		_, size, err := look(file)
		if err != nil {
			t.Fatal(name, err)
		}
		most := memory(file, size)
		got := taken(func() { _, err = m.Make(t.Context(), file) })
		if t.Logf("%s: %d MB of %d", name, got>>20, most>>20); err != nil || got > most+beside || most > maxMemory {
			t.Errorf("%s takes %d bytes, and is weighed for %d: %v", name, got, most, err)
		}
	}
}

func TestLargePicturesAtOnceTakeNoMoreMemoryThanTheLargestAlone(t *testing.T) {
	file, m := blank(t, 8000, 5000, 16, 2, 0), NewMaker() // the largest that there is room for
	var peak uint64
	done := make(chan struct{})
	var look, work sync.WaitGroup
	look.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				var now runtime.MemStats
				runtime.GC() // only what is in use counts
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapAlloc)
			}
		}
	})
	for range 2 {
		work.Go(func() {
			if _, err := m.Make(t.Context(), file); err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	close(done)
	look.Wait()
	if t.Logf("%d MB", peak>>20); peak > maxMemory+beside {
		t.Errorf("two at once take %d MB", peak>>20)
	}
}

// jpegOf is the head of a JPEG: enough to tell what it would take.
func jpegOf(kind byte, w, h uint16, sampling ...byte) []byte {
	file := append([]byte("\xff\xd8\xff\xe0\x00\x07JFIF\x00"), 0xff, 0xff, kind, 0, byte(8+3*len(sampling)), 8)
	file = append(binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(file, h), w), byte(len(sampling)))
	for i, s := range sampling {
		file = append(file, byte(i), s, 0)
	}
	return append(file, bytes.Repeat([]byte{0xff, 0xd9}, 8)...)
}

func TestAPhotographIsWeighedByHowItIsStored(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file  []byte
		bytes int64 // ten pixels
	}{
		"usual":                     {jpegOf(0xc0, 10, 1, 0x22, 0x11, 0x11), 15},
		"every colour":              {jpegOf(0xc1, 10, 1, 0x11, 0x11, 0x11), 30},
		"progressive":               {jpegOf(0xc2, 10, 1, 0x22, 0x11, 0x11), 75},
		"progressive, every colour": {jpegOf(0xc2, 10, 1, 0x11, 0x11, 0x11), 150},
		"progressive, for printers": {jpegOf(0xc2, 10, 1, 0x11, 0x11, 0x11, 0x11), 240},
		"grey":                      {jpegOf(0xc0, 10, 1, 0x11), 10},
		"without a head":            {[]byte("\xff\xd8\xff\xe0\x00\x04\x00\x00"), 240},
	} {
		if got := memory(c.file, image.Pt(10, 1)); got != c.bytes {
			t.Errorf("%s: %d bytes, want %d", name, got, c.bytes)
		}
	}
	_, _, err := look(jpegOf(0xc2, 8000, 5000, 0x11, 0x11, 0x11))
	if !errors.Is(err, errMemory) || !strings.Contains(err.Error(), "ordinary JPEG") {
		t.Errorf("600 MB are refused with: %v", err)
	}
	if _, _, err := look(jpegOf(0xc2, 8000, 5000, 0x22, 0x11, 0x11)); err != nil {
		t.Errorf("a phone's largest photograph: %v", err)
	}
}
