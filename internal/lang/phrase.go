package lang

import (
	"context"

	"kinlist/internal/calendar"
)

// Phrase is a sentence that is said later, in the language of whoever reads it: an error's, or a word within another
// sentence.
type Phrase struct {
	sentence, many string
	n              int
	args           []any
}

// Said is what T would say.
func Said(sentence string, args ...any) Phrase { return Phrase{sentence: sentence, args: args} }

// SaidN is what N would say.
func SaidN(n int, one, many string, args ...any) Phrase {
	return Phrase{sentence: one, many: many, n: n, args: args}
}

// In is the sentence in the language of the context.
func (p Phrase) In(ctx context.Context) string {
	if p.many != "" {
		return N(ctx, p.n, p.sentence, p.many, p.args...)
	}
	return T(ctx, p.sentence, p.args...)
}

// String is the sentence in English, for logs and the command line.
func (p Phrase) String() string {
	sentence, args := p.sentence, p.args
	if p.many != "" {
		args = append([]any{p.n}, args...)
		if p.n != 1 {
			sentence = p.many
		}
	}
	return put(meant(sentence), args)
}

// spoken are values in the language of the context: phrases are said, days are written.
func spoken(ctx context.Context, args []any) []any {
	out := make([]any, len(args))
	for i, arg := range args {
		switch a := arg.(type) {
		case Phrase:
			out[i] = a.In(ctx)
		case calendar.Date:
			out[i] = Date(ctx, a)
		default:
			out[i] = arg
		}
	}
	return out
}
