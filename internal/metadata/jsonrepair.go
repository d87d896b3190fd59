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
// spoil it. What follows an error is lost, what stands before it is not.
func decodeJSON(script string) []any {
	if values, ok := decodeAll(script); ok {
		return values
	}
	values, ok := decodeAll(repaired(script))
	if !ok && strings.Contains(script, "&quot;") {
		values, _ = decodeAll(repaired(html.UnescapeString(script)))
	}
	return values
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
	text := wrappings.Replace(script)
	var out bytes.Buffer
	for i := 0; i < len(text); {
		switch rest := text[i:]; {
		case rest[0] == '"':
			i += writeString(&out, rest)
		case strings.HasPrefix(rest, "//"):
			i += skipTo(rest, "\n")
		case strings.HasPrefix(rest, "/*"):
			i += skipTo(rest, "*/")
		case rest[0] == ';':
			i++
		case rest[0] == '}' || rest[0] == ']':
			dropTrailingComma(&out)
			fallthrough
		default:
			out.WriteByte(rest[0])
			i++
		}
	}
	return out.String()
}

// writeString copies a quoted string, escaping what must not stand in it raw and
// dropping escapes that JSON doesn't know. It returns how much it read.
func writeString(out *bytes.Buffer, text string) int {
	out.WriteByte('"')
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			out.WriteByte('"')
			return i + 1
		case c == '\\' && i+1 < len(text):
			i++
			if strings.IndexByte(`"\/bfnrtu`, text[i]) >= 0 {
				out.WriteByte('\\')
			}
			out.WriteByte(text[i])
		case c < ' ':
			fmt.Fprintf(out, `\u%04x`, c)
		default:
			out.WriteByte(c)
		}
	}
	return len(text)
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
