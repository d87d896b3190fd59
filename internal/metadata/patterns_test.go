package metadata

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pattern is a small page that shows one way in which shops write things, what
// answered with it, and what a person reads there.
type pattern struct {
	name, link, answered string
	status               int
	contentType          string
	want                 sample
}

// saidBy are the short names of warnings in the table.
var saidBy = map[string]string{
	"wall": warnWall, "signin": warnSignIn, "consent": warnConsent, "age": warnAge, "script": warnScript, "home": warnHome,
	"missing": warnMissing, "trouble": warnTrouble, "file": warnFile, "picture": warnPicture, "empty": warnEmpty,
}

// patterns reads the table of testdata/patterns. Every field of every row is said.
func patterns(tb testing.TB) []pattern {
	tb.Helper()
	table, err := os.ReadFile(filepath.Join("testdata", "patterns", "patterns.tsv"))
	if err != nil {
		tb.Fatal(err)
	}
	var all []pattern
	for line := range strings.Lines(string(table)) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, patternOf(tb, strings.Split(strings.TrimSuffix(line, "\n"), "\t")))
		}
	}
	return all
}

func patternOf(tb testing.TB, columns []string) pattern {
	tb.Helper()
	if len(columns) != 11 || slices.Contains(columns[4:], "") {
		tb.Fatalf("a row lacks fields: %q", columns)
	}
	for i, column := range columns {
		if column == "-" {
			columns[i] = none
		}
	}
	p := pattern{name: columns[0], link: columns[1], answered: columns[2], status: 200, contentType: columns[3]}
	if status, rest, found := strings.Cut(p.contentType, " "); found {
		if code, err := strconv.Atoi(status); err == nil {
			p.status, p.contentType = code, rest
		}
	}
	if p.contentType == none {
		p.contentType = ""
	}
	p.want = sample{title: columns[4], price: columns[5], image: columns[6], canon: columns[7], site: columns[8], avail: columns[9], warn: columns[10]}
	if p.want.canon == "=" {
		p.want.canon = p.link
	}
	if p.want.warn != none {
		if p.want.warn = saidBy[p.want.warn]; p.want.warn == "" {
			tb.Fatalf("%s: an unknown warning", p.name)
		}
	}
	return p
}

// read reads the page as the Fetcher does once it has answered.
func (p pattern) read(tb testing.TB) Product {
	tb.Helper()
	asked, err := parseLink(p.link)
	if err != nil {
		tb.Fatal(err)
	}
	address := asked
	if p.answered != "" {
		if address, err = parseLink(p.answered); err != nil {
			tb.Fatal(err)
		}
	}
	a := answer{address: address, status: p.status, contentType: p.contentType, body: saved(tb, filepath.Join("patterns", p.name+".html"))}
	return a.product(asked)
}

func TestEveryPatternIsReadAsAPersonReadsIt(t *testing.T) {
	t.Parallel()
	all := patterns(t)
	files, err := filepath.Glob(filepath.Join("testdata", "patterns", "*.html"))
	if err != nil || len(files) != len(all) || len(all) < 120 {
		t.Errorf("%d files, %d rows, %v", len(files), len(all), err)
	}
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			p.want.check(t, p.read(t))
		})
	}
}
