package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
)

// Asset is one file as it is served.
type Asset struct {
	Body        []byte
	ContentType string
	gzipped     func() []byte
	brotlied    func() []byte
}

func newAsset(contentType string, body []byte) Asset {
	return Asset{
		Body:        body,
		ContentType: contentType,
		gzipped:     sync.OnceValue(func() []byte { return gzipOf(body) }),
		brotlied:    sync.OnceValue(func() []byte { return brotliOf(body) }),
	}
}

// Gzip is the body compressed with gzip; it is made once.
func (a Asset) Gzip() []byte { return a.gzipped() }

// Brotli is the body compressed with brotli; it is made once.
func (a Asset) Brotli() []byte { return a.brotlied() }

func gzipOf(body []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // fails only for a level that does not exist
	return compress(&out, w, body)
}

func brotliOf(body []byte) []byte {
	var out bytes.Buffer
	return compress(&out, brotli.NewWriterLevel(&out, brotli.BestCompression), body)
}

func compress(out *bytes.Buffer, w io.WriteCloser, body []byte) []byte {
	_, _ = w.Write(body) // writing to memory does not fail
	_ = w.Close()
	return out.Bytes()
}

func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:6])
}
