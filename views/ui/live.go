package ui

import (
	"bytes"
	"context"
	"encoding/base64"
	"hash/fnv"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// LivePart is a part of a page that follows what others do: the id of its element, and its HTML.
type LivePart struct {
	ID   string
	HTML []byte
}

// Render writes the part as it was.
func (p LivePart) Render(_ context.Context, w io.Writer) error {
	_, err := w.Write(p.HTML)
	return err
}

// Digest stands for what the part says, for who only asks whether it is still the same.
func (p LivePart) Digest() string {
	sum := fnv.New128a()
	_, _ = sum.Write(p.HTML)
	return p.ID + "." + base64.RawURLEncoding.EncodeToString(sum.Sum(nil))
}

// LiveParts are the live parts of a page that was rendered.
type LiveParts struct{ All []LivePart }

type livePartsKey struct{}

// WithLiveParts lets what is rendered with the context collect its live parts.
func WithLiveParts(ctx context.Context) (context.Context, *LiveParts) {
	parts := &LiveParts{}
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
		if err := part.Render(ctx, &html); err != nil {
			return err
		}
		parts.All = append(parts.All, LivePart{id, html.Bytes()})
		_, err := w.Write(html.Bytes())
		return err
	})
}
