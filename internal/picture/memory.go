package picture

import (
	"encoding/binary"
	"image"
)

// maxMemory is how many bytes all pictures that are being decoded may take together: as much as the largest usual one.
const maxMemory = 8 * maxPixels

// memory is how many bytes it takes to decode a file, at most. A few bytes of a file decide on it: a picture of 16 bits
// takes twice as much as another, and a progressive JPEG is kept whole, as numbers four bytes long, before it is a picture.
func memory(file []byte, size image.Point) int64 {
	const usual, webp = 4, 8 // what is transparent in a WebP is a second picture
	pixels := int64(size.X) * int64(size.Y)
	switch {
	case begins(file, "\x89PNG") && len(file) > 28:
		each := int64(usual)
		if file[24] == 16 {
			each = 2 * usual
		}
		return pixels * each * int64(1+file[28]&1) // interlaced: its parts, and then the whole
	case begins(file, "RIFF"):
		return pixels * webp
	case begins(file, "\xff\xd8"):
		return pixels * memoryOfJPEG(file) / tenths
	}
	return pixels * usual
}

const tenths = 10

// memoryOfJPEG is what a pixel of a JPEG file takes, in tenths of a byte.
func memoryOfJPEG(file []byte) int64 {
	const sample, kept, black = tenths, 5 * tenths, 4 * tenths // with four colours there is a second picture without black
	for at := 2; at+4 <= len(file) && file[at] == 0xff; {
		kind, segment := file[at+1], file[at+2:]
		length := int(binary.BigEndian.Uint16(segment))
		switch {
		case kind == 0xff: // any number of them may stand before a segment
			at++
			continue
		case length > len(segment), kind >= 0xc0 && kind <= 0xc2 && length < 8:
			return 4*kept + black
		case kind < 0xc0 || kind > 0xc2:
			at += 2 + length
			continue
		}
		each, colours, extra := int64(sample), int64(segment[7]), int64(0)
		if kind == 0xc2 {
			each = kept
		}
		if colours == 4 {
			extra = black
		}
		return samples(segment[8:length], each, colours) + extra
	}
	return 4*kept + black
}

// samples is what the colours of a pixel take together, each of which may be kept for every other pixel only.
func samples(colours []byte, each, n int64) int64 {
	var most, all int64
	for i := 1; i < len(colours); i += 3 {
		of := int64(colours[i]>>4) * int64(colours[i]&0xf)
		most, all = max(most, of), all+of
	}
	if most == 0 {
		return n * each
	}
	return (all*each + most - 1) / most
}
