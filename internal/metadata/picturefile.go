package metadata

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"

	"kinlist/internal/lang"
)

// PictureError says in a sentence why a picture was not fetched.
type PictureError struct{ said lang.Phrase }

func (e *PictureError) Error() string { return e.said.String() }

// Phrase is the sentence, to be said in the reader's language.
func (e *PictureError) Phrase() lang.Phrase { return e.said }

// maxPicture is the most that is fetched of a picture, in bytes. One more tells that there is more.
const maxPicture = 10<<20 + 1

// Picture fetches the file behind the link of a picture for a family, whatever it is, at most 10 MiB and a byte of it. It
// goes through the same guard as Read, and has a quota of its own. It fails with a *LinkError, *RefusedError,
// *RateLimitError or *PictureError, or when ctx ends.
func (f *Fetcher) Picture(ctx context.Context, family, link string) ([]byte, error) {
	address, err := parseLink(link)
	if err != nil {
		return nil, err
	}
	if err := f.guard.checkLink(address); err != nil {
		return nil, err
	}
	leave, err := f.pictures.enter(ctx, family)
	if err != nil {
		return nil, err
	}
	defer leave()

	limited, cancel := context.WithTimeout(ctx, f.config.Timeout)
	defer cancel()
	file, err := f.file(limited, address)
	switch {
	case err == nil:
		return file, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	if refused := (*RefusedError)(nil); errors.As(err, &refused) {
		return nil, refused
	}
	return nil, &PictureError{pictureSentence(err)}
}

// errNoPicture says that the address answers with something else, as that there is nothing there.
var errNoPicture = errors.New("no picture there")

// file asks for one address and reads its body.
func (f *Fetcher) file(ctx context.Context, address *url.URL) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", f.config.UserAgent)
	request.Header.Set("Accept", "image/jpeg,image/png,image/webp,image/gif;q=0.9")
	hops := 0
	response, err := f.client(&hops).Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was read, and is not written to
	if response.StatusCode != http.StatusOK {
		return nil, errNoPicture
	}
	unpacked, err := unpack(response.Body, response.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(unpacked, maxPicture))
}

func pictureSentence(err error) lang.Phrase {
	switch {
	case errors.Is(err, errNoPicture):
		return lang.Said("There is no picture at that address, or the shop does not hand it out.")
	case errors.Is(err, errRedirects):
		return lang.Said("The link of the picture leads in circles.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.Said("The shop took too long to send the picture.")
	}
	return lang.Said("The shop could not be reached.")
}
