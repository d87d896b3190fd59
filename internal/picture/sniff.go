package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"kinlist/internal/lang"
)

// format is a kind of file that can be read.
type format struct {
	decode func(io.Reader) (image.Image, error)
	config func(io.Reader) (image.Config, error)
}

// formats are the kinds that are read, with how a file of each begins; "?" is any byte.
var formats = []struct {
	begins string
	format
}{
	{"\xff\xd8\xff", format{jpeg.Decode, jpeg.DecodeConfig}},
	{"\x89PNG\r\n\x1a\n", format{png.Decode, png.DecodeConfig}},
	{"GIF87a", format{gif.Decode, gif.DecodeConfig}}, // Decode reads the first frame, and no further
	{"GIF89a", format{gif.Decode, gif.DecodeConfig}},
	{"RIFF????WEBP", format{webp.Decode, webp.DecodeConfig}},
}

func begins(file []byte, with string) bool {
	if len(file) < len(with) {
		return false
	}
	for i := range len(with) {
		if with[i] != '?' && with[i] != file[i] {
			return false
		}
	}
	return true
}

// sniff tells by a file's first bytes how to read it.
func sniff(file []byte) (format, error) {
	for _, f := range formats {
		if begins(file, f.begins) {
			return f.format, nil
		}
	}
	head := bytes.ToLower(file[:min(len(file), 1024)])
	switch {
	case len(file) == 0:
		return format{}, &RefusedError{lang.Said("The file is empty: use a JPEG, PNG, GIF or WebP file.")}
	case bytes.Contains(head, []byte("<svg")):
		return format{}, &RefusedError{lang.Said("Kinlist takes no SVG drawings: use a JPEG, PNG, GIF or WebP file.")}
	case begins(file, "????ftypavi"):
		return format{}, &RefusedError{lang.Said("Kinlist cannot read AVIF pictures: use a JPEG, PNG, GIF or WebP file.")}
	case begins(file, "????ftyphei"), begins(file, "????ftypmif"):
		return format{}, &RefusedError{lang.Said("Kinlist cannot read HEIC pictures: use a JPEG, PNG, GIF or WebP file.")}
	}
	return format{}, &RefusedError{lang.Said("That is no picture that Kinlist can read: use a JPEG, PNG, GIF or WebP file.")}
}

// webpFrame is the picture of an extended WebP file as a simple one, nil for any other file. An extended file says its
// size in its own header and again in the picture's: a reader believes the one, a decoder allocates for the other.
func webpFrame(file []byte) []byte {
	const head, chunkHead = 12, 8
	if len(file) < head+chunkHead || string(file[8:16]) != "WEBPVP8X" {
		return nil
	}
	for rest := file[head:]; len(rest) >= chunkHead; {
		length := int(binary.LittleEndian.Uint32(rest[4:chunkHead]))
		whole := min(chunkHead+length+length%2, len(rest))
		if name := string(rest[:4]); name == "VP8 " || name == "VP8L" {
			frame := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(4+whole))
			return append(append(frame, "WEBP"...), rest[:whole]...)
		}
		rest = rest[whole:]
	}
	return nil
}
