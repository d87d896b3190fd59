package metadata

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// decodeJSON reads the values of a script, one or several, as forgiving as search
// engines are: comments, CDATA marks, trailing commas and raw line breaks don't
// spoil it. What follows an error beyond mending is lost, what stands before it is not.
func decodeJSON(script string) []any {
	if values, ok := decodeAll(script); ok {
		return values
	}
	if strings.Contains(script, "{&quot;") {
		script = html.UnescapeString(script)
	}
	mended := repaired(script)
	if values, ok := decodeAll(mended); ok {
		return values
	}
	return decodePart(mended)
}

func decodeAll(text string) (values []any, ok bool) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	for decoder.More() {
		var value any
		if err := decoder.Decode(&value); err != nil {
			return values, false
		}
		values = append(values, value)
	}
	return values, true
}

// wrappings are what scripts are wrapped in for old browsers.
var wrappings = strings.NewReplacer(
	"//<![CDATA[", "", "// <![CDATA[", "", "/*<![CDATA[*/", "", "<![CDATA[", "",
	"//]]>", "", "// ]]>", "", "/*]]>*/", "", "]]>", "", "<!--", "", "-->", "", "\ufeff", "",
)

// repaired mends the usual faults of JSON that templates wrote.
func repaired(script string) string {
	r := repair{text: wrappings.Replace(script)}
	for r.at < len(r.text) {
		r.step()
	}
	return r.out.String()
}

// repair copies a text piece by piece, each mended.
type repair struct {
	text string
	at   int
	out  bytes.Buffer
	last byte // the last byte of out that is no blank; 0 at the start
}

func (r *repair) step() {
	rest := r.text[r.at:]
	switch c := rest[0]; {
	case c == '"':
		if r.last == '"' || r.last == '}' || r.last == ']' {
			r.write(',') // a forgotten one
		}
		r.writeString()
		return
	case strings.HasPrefix(rest, "//"):
		r.at += skipTo(rest, "\n")
		return
	case strings.HasPrefix(rest, "/*"):
		r.at += skipTo(rest, "*/")
		return
	case c == ';':
	case c == ',' && r.last == ':', (c == '}' || c == ']') && r.last == ':':
		r.out.WriteString("null") // a template's empty value
		r.write(c)
	case c == ',' && strings.IndexByte(",[{\x00", r.last) >= 0:
	case c == '}' || c == ']':
		dropTrailingComma(&r.out)
		r.write(c)
	default:
		r.write(c)
	}
	r.at++
}

func (r *repair) write(c byte) {
	r.out.WriteByte(c)
	if c > ' ' {
		r.last = c
	}
}

// writeString copies a quoted string, escaping what must not stand in it raw and
// dropping escapes that JSON doesn't know.
func (r *repair) writeString() {
	r.write('"')
	for r.at++; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == '"' && endsString(r.text[r.at+1:]):
			r.at++
			r.write('"')
			return
		case c == '"':
			r.out.WriteString(`\"`)
		case c == '\\' && r.at+1 < len(r.text):
			r.at++
			if strings.IndexByte(`"\/bfnrtu`, r.text[r.at]) >= 0 {
				r.out.WriteByte('\\')
			}
			r.out.WriteByte(r.text[r.at])
		case c < ' ':
			fmt.Fprintf(&r.out, `\u%04x`, c)
		default:
			r.out.WriteByte(c)
		}
	}
}

// endsString reports whether a quote before this text closes a string, and is not
// one within it that nobody escaped: `12" wide`.
func endsString(after string) bool {
	rest := strings.TrimLeft(after, " \t\r\n")
	if rest == "" || strings.IndexByte(":}]/;", rest[0]) >= 0 {
		return true
	}
	if rest[0] == '"' {
		return strings.Contains(after[:len(after)-len(rest)], "\n") // the comma is forgotten
	}
	next := strings.TrimLeft(rest[1:], " \t\r\n,")
	return rest[0] == ',' && (next == "" || strings.IndexByte(`"{[]}/-0123456789`, next[0]) >= 0 || isWord(next))
}

// isWord reports a text that starts with one of JSON's three words.
func isWord(text string) bool {
	return strings.HasPrefix(text, "true") || strings.HasPrefix(text, "false") || strings.HasPrefix(text, "null")
}

func skipTo(text, end string) int {
	if i := strings.Index(text, end); i >= 0 {
		return i + len(end)
	}
	return len(text)
}

func dropTrailingComma(out *bytes.Buffer) {
	trimmed := bytes.TrimRight(out.Bytes(), " \t\r\n")
	if bytes.HasSuffix(trimmed, []byte(",")) {
		out.Truncate(len(trimmed) - 1)
	}
}
