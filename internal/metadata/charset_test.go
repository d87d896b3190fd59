package metadata

import (
	"testing"
	"unicode/utf16"
)

func TestCharsets(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ contentType, body, title string }{
		"header":                        {"text/html; charset=iso-8859-15", "<title>12 \xa4</title>", "12 €"},
		"meta":                          {"text/html", "<meta charset=windows-1252><title>12 \x80 \xfcber</title>", "12 € über"},
		"http-equiv":                    {"text/html", `<meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><title>` + "\x83\x7b\x81\x5b\x83\x8b</title>", "ボール"},
		"GBK":                           {"text/html; charset=gbk", "<title>\xc7\xf2</title>", "球"},
		"nothing said, UTF-8":           {"text/html", "<title>Bär</title>", "Bär"},
		"nothing said, windows-1252":    {"text/html", "<title>B\xe4r</title>", "Bär"},
		"byte order mark":               {"text/html; charset=iso-8859-1", "\xef\xbb\xbf<title>Bär</title>", "Bär"},
		"header wrong, text is UTF-8":   {"text/html; charset=iso-8859-1", "<title>Bär</title>", "Bär"},
		"meta wrong, text is UTF-8":     {"text/html", "<meta charset=iso-8859-1><title>Bär</title>", "Bär"},
		"header right, meta wrong":      {"text/html; charset=windows-1252", "<meta charset=utf-8><title>B\xe4r</title>", "Bär"},
		"unknown charset":               {"text/html; charset=klingon", "<title>Bär</title>", "Bär"},
		"UTF-8 far down":                {"text/html", "<!--" + string(make([]byte, 2000)) + "--><title>Bär</title>", "Bär"},
		"UTF-16 with a mark":            {"text/html", utf16Text("<title>Bär</title>"), "Bär"},
		"broken UTF-8":                  {"text/html; charset=utf-8", "<title>Bär \xff ok</title>", "Bär ok"},
		"cut in the middle of a letter": {"text/html", "<title>Bär</title><p>\xc3", "Bär"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sample{title: c.title}.check(t, Parse("https://shop.example/p/1", c.contentType, []byte(c.body)))
		})
	}
}

// utf16Text is a text in little-endian UTF-16 with its byte order mark.
func utf16Text(text string) string {
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return string(out)
}
