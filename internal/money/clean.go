package money

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText is how much of a text is read for a price: a price is short, and what
// a page puts in its place may not be.
const maxText = 400

// same are the signs that shops use for one and the same thing.
var same = map[rune]rune{
	'’': '\'', '‘': '\'', 'ʻ': '\'', 'ʼ': '\'', '′': '\'', '`': '\'', '´': '\'', '＇': '\'',
	'–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-', '‒': '-', '―': '-', '－': '-', '─': '-',
	'〜': '~', '～': '~',
	'，': ',', '、': ',', '٫': '.', '．': '.', '。': '.', '·': '.', '：': ':', '％': '%', '／': '/',
	'￥': '¥', '＄': '$', '￡': '£', '￦': '₩', '﹩': '$',
	'٬': ',', '（': '(', '）': ')', '＋': '+',
}

// clean brings a text to one alphabet of digits, separators, dashes and blanks,
// and leaves out what is not seen (direction marks, joiners).
func clean(text string) string {
	var out strings.Builder
	runes := []rune(cut(text))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case superscript(r) >= 0:
			i += writeSuperscript(&out, runes[i:]) - 1
		case unicode.Is(unicode.Cf, r):
		case unicode.IsSpace(r):
			if !strings.HasSuffix(out.String(), " ") {
				out.WriteByte(' ')
			}
		case unicode.Is(unicode.Nd, r):
			out.WriteByte('0' + digitValue(r))
		case same[r] != 0:
			out.WriteRune(same[r])
		default:
			out.WriteRune(r)
		}
	}
	return strings.TrimSpace(out.String())
}

// cut takes a text's first maxText bytes, valid as UTF-8.
func cut(text string) string {
	if len(text) > maxText {
		text = text[:maxText]
	}
	return strings.ToValidUTF8(text, "")
}

// digitValue is the value of a digit of any script. Unicode keeps each script's
// ten digits together in order, so the distance to its zero is the value.
func digitValue(r rune) byte {
	value := byte(0)
	for value < 9 && unicode.Is(unicode.Nd, r-1) && (r-1)&^0xf == r&^0xf {
		r--
		value++
	}
	return value
}

var raised = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// superscript is the value of a raised digit, or -1.
func superscript(r rune) int { return slices.Index(raised, r) }

// writeSuperscript writes a run of raised digits as cents when it has two and
// follows a digit ("$12⁹⁹"); otherwise they number a footnote. It returns the
// length of the run.
func writeSuperscript(out *strings.Builder, runes []rune) int {
	var cents []byte
	for _, r := range runes {
		value := superscript(r)
		if value < 0 {
			break
		}
		cents = append(cents, '0'+byte(value))
	}
	if len(cents) == 2 && endsInDigit(out.String()) {
		out.WriteByte('.')
		out.Write(cents)
	}
	return len(cents)
}

func endsInDigit(text string) bool {
	return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}

// lower folds case without changing the place of any byte, so that a place in
// the folded text is the same place in the text.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
			return low
		}
		return r
	}, text)
}
