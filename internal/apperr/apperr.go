// Package apperr is the one error vocabulary of the program. Every layer below web returns either an *Error, whose
// code and sentence are safe to show, or any other error, which is a fault: logged whole, shown to nobody.
package apperr

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kinlist/internal/lang"
)

// Code says what kind of failure an error is. It is stable: clients may match on it.
type Code string

// The codes; package respond maps each one to a status.
const (
	Invalid         Code = "invalid"
	InvalidCursor   Code = "invalid_cursor"
	BadRequest      Code = "bad_request"
	Unauthenticated Code = "unauthenticated"
	Forbidden       Code = "forbidden"
	NotFound        Code = "not_found"
	Conflict        Code = "conflict"
	Unconfirmed     Code = "unconfirmed" // the same request with confirm=yes goes through
	TooLarge        Code = "too_large"
	RateLimited     Code = "rate_limited"
	Unavailable     Code = "unavailable"
	Internal        Code = "internal"
)

// Error is a failure that the program expected and can explain. Its sentences are English until In says them in the
// reader's language.
type Error struct {
	Code       Code
	Message    string        // one sentence for the person, never for the log
	Fields     Fields        // only with Invalid
	RetryAfter time.Duration // only with RateLimited
	phrase     lang.Phrase
	form       Form
	cause      error
}

// New returns an Error that a person may read.
func New(code Code, sentence string, args ...any) *Error {
	return Saying(code, lang.Said(sentence, args...))
}

// Saying returns an Error with a sentence that was made elsewhere.
func Saying(code Code, phrase lang.Phrase) *Error {
	return &Error{Code: code, Message: phrase.String(), phrase: phrase}
}

// In is err with its sentences in the language of the context. A fault says nothing, and stays as it is.
func In(ctx context.Context, err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	said := *e
	said.Message, said.Fields = e.phrase.In(ctx), e.form.said(func(p lang.Phrase) string { return p.In(ctx) })
	return &said
}

// Missing is the answer for what is not there and for what is not the viewer's to see: the two must not differ.
func Missing() *Error {
	return New(NotFound, "This page does not exist, or it is not shared with you.")
}

// Because records the cause for the log; the cause is never shown.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// Error renders the failure for the log.
func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.cause)
	}
	if len(e.Fields) > 0 {
		return fmt.Sprintf("%s: %s %v", e.Code, e.Message, e.Fields)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Message)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of err: "" for nil, Internal for anything that is not an *Error.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	default:
		return Internal
	}
}
