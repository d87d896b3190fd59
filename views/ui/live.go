package ui

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// LivePart is a part of a page that follows what others do: the id of its element, and its HTML where that is kept.
type LivePart struct {
	ID     string
	HTML   []byte
	digest string
}

// Render writes the part as it was.
func (p LivePart) Render(_ context.Context, w io.Writer) error {
	_, err := w.Write(p.HTML)
	return err
}

// Digest stands for what the part says, for who only asks whether it is still the same.
func (p LivePart) Digest() string { return p.digest }

// LiveParts are the live parts of a page that was rendered.
type LiveParts struct {
	All   []LivePart
	keeps bool
}

type livePartsKey struct{}

// WithLiveParts lets what is rendered with the context collect its live parts, with their HTML where it keeps that.
func WithLiveParts(ctx context.Context, keeps bool) (context.Context, *LiveParts) {
	parts := &LiveParts{keeps: keeps}
	return context.WithValue(ctx, livePartsKey{}, parts), parts
}

// Seen is the address of a stream, with a query, and what of it is seen already: the live parts rendered before with the
// context.
func Seen(ctx context.Context, events string) string {
	parts, _ := ctx.Value(livePartsKey{}).(*LiveParts)
	if parts == nil {
		return events
	}
	return events + "&seen=" + Digests(parts.All)
}

// Digests stand for what parts say, in one word.
func Digests(parts []LivePart) string {
	var all []string
	for _, part := range parts {
		all = append(all, part.Digest())
	}
	return strings.Join(all, "~")
}

// Live is a part of a page that follows what others do. Its one element has this id. What must outlast a change from
// elsewhere, as a form that somebody types in, carries hx-morph-skip.
func Live(id string, part templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		parts, _ := ctx.Value(livePartsKey{}).(*LiveParts)
		if parts == nil {
			return part.Render(ctx, w)
		}
		var html bytes.Buffer
		sum := sha256.New() // which processors have built in
		to := io.MultiWriter(w, sum)
		if parts.keeps {
			to = io.MultiWriter(&html, sum)
		}
		if err := part.Render(ctx, to); err != nil {
			return err
		}
		digest := id + "." + base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:16])
		parts.All = append(parts.All, LivePart{id, html.Bytes(), digest})
		return nil
	})
}
