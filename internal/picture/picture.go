// Package picture turns a file that somebody sent or that a shop served into two small pictures of our own: nothing of
// the file is kept but what is to be seen. It knows no network and no storage.
package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
	"golang.org/x/sync/semaphore"

	"kinlist/internal/lang"
)

// What a file may have.
const (
	MaxBytes  = 10 << 20 // of the file
	maxPixels = 40_000_000
	leastSide = 2 // pixels; anything smaller is there to count readers
)

// The longest sides of the two pictures that are kept, in pixels.
const (
	Small = 160
	Large = 800
)

// RefusedError says in a sentence why a file does not become a picture, and what to do.
type RefusedError struct{ said lang.Phrase }

func (e *RefusedError) Error() string { return e.said.String() }

// Phrase is the sentence, to be said in the reader's language.
func (e *RefusedError) Phrase() lang.Phrase { return e.said }

var (
	errBytes   = &RefusedError{lang.Said("The picture is larger than 10 MB: choose a smaller one.")}
	errPixels  = &RefusedError{lang.Said("The picture has more than 40 million pixels: choose a smaller one.")}
	errMemory  = &RefusedError{lang.Said("The picture takes too much memory to be opened: save it as an ordinary JPEG, or choose a smaller one.")}
	errTiny    = &RefusedError{lang.Said("The picture is too small to show anything: choose another one.")}
	errDamaged = &RefusedError{lang.Said("The picture is damaged or not complete: choose another one.")}
)

// Pictures are the two pictures made of a file.
type Pictures struct {
	Type          string // image/jpeg, or image/png where something is transparent
	Width, Height int    // of the large one, in pixels
	Small, Large  []byte
}

// Maker makes pictures, few at once, so that memory stays small whatever is sent.
type Maker struct{ room *semaphore.Weighted }

// NewMaker returns a Maker that works on two files at once, or on one that is large.
func NewMaker() *Maker { return &Maker{semaphore.NewWeighted(maxMemory)} }

// Make makes the two pictures of a file, never larger than it is, the right way up, and without what the file says about
// place and time. What the file is, its bytes say. It fails with a *RefusedError, or when ctx ends while it waits.
func (m *Maker) Make(ctx context.Context, file []byte) (Pictures, error) {
	f, size, err := look(file)
	if err != nil {
		return Pictures{}, err
	}
	room := max(memory(file, size), maxMemory/2)
	if err := m.room.Acquire(ctx, room); err != nil {
		return Pictures{}, err
	}
	defer m.room.Release(room)
	decoded, err := f.decode(bytes.NewReader(file))
	if err != nil {
		return Pictures{}, errDamaged
	}
	transparent := !isOpaque(decoded)
	large := upright(shrink(decoded, Large, transparent), f.orientation(file))
	out := Pictures{Type: "image/jpeg", Width: large.Rect.Dx(), Height: large.Rect.Dy()}
	if transparent {
		out.Type = "image/png"
	}
	if out.Large, err = encode(large, transparent); err != nil {
		return Pictures{}, err
	}
	out.Small, err = encode(shrink(large, Small, transparent), transparent)
	return out, err
}

// look tells what a file is and how large, before anything of it is decoded.
func look(file []byte) (format, image.Point, error) {
	if len(file) > MaxBytes {
		return format{}, image.Point{}, errBytes
	}
	f, err := sniff(file)
	if err != nil {
		return format{}, image.Point{}, err
	}
	size, err := f.size(file)
	switch {
	case err != nil:
		return format{}, image.Point{}, errDamaged
	case size.X < leastSide || size.Y < leastSide:
		return format{}, image.Point{}, errTiny
	case size.X > maxPixels/size.Y: // does not overflow
		return format{}, image.Point{}, errPixels
	case memory(file, size) > maxMemory:
		return format{}, image.Point{}, errMemory
	}
	return f, size, nil
}

// size is what the file's header says; for WebP, which says it twice, the larger one.
func (f format) size(file []byte) (image.Point, error) {
	c, err := f.config(bytes.NewReader(file))
	if err != nil {
		return image.Point{}, err
	}
	size := image.Pt(c.Width, c.Height)
	if frame := webpFrame(file); frame != nil {
		c, err := webp.DecodeConfig(bytes.NewReader(frame))
		if err != nil {
			return image.Point{}, err
		}
		size = image.Pt(max(size.X, c.Width), max(size.Y, c.Height))
	}
	return size, nil
}

const quality = 85 // of JPEG: where more is not seen

func encode(m *image.RGBA, transparent bool) ([]byte, error) {
	var out bytes.Buffer
	var err error
	if transparent {
		err = png.Encode(&out, m)
	} else {
		err = jpeg.Encode(&out, m, &jpeg.Options{Quality: quality})
	}
	if err != nil {
		return nil, fmt.Errorf("picture: encoding: %w", err)
	}
	return out.Bytes(), nil
}
