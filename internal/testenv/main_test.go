package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestOurFlagIsOursAndTheRestIsGoTests(t *testing.T) {
	t.Parallel()
	only, flags, err := parse([]string{"-only", "postgres", "-run", "X"})
	if err != nil || only != "postgres" || !slices.Equal(flags, []string{"-run", "X"}) {
		t.Errorf("got %q %v, %v", only, flags, err)
	}
	if only, flags, err := parse([]string{"-v"}); err != nil || only != "" || !slices.Equal(flags, []string{"-v"}) {
		t.Errorf("got %q %v, %v", only, flags, err)
	}
	if _, _, err := parse([]string{"-only", "mysql"}); err == nil {
		t.Error("an unknown pass is taken")
	}
}

func TestOnlyKnownWordsLeaveSomethingOut(t *testing.T) {
	t.Parallel()
	if words, err := skips("postgres, browser"); err != nil || !slices.Equal(words, []string{"postgres", "browser"}) {
		t.Errorf("got %v, %v", words, err)
	}
	if words, err := skips(""); err != nil || len(words) > 0 {
		t.Errorf("got %v, %v", words, err)
	}
	if _, err := skips("postgre"); err == nil {
		t.Error("a misspelt word passes")
	}
}

func TestEveryComparisonIsInAPackageOfItsPass(t *testing.T) {
	t.Parallel()
	const root = "../.."
	found := 0
	for _, depth := range []string{"*", "*/*", "*/*/*"} {
		files, err := filepath.Glob(filepath.Join(root, depth, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			dir := "/" + filepath.ToSlash(filepath.Dir(file))[len(root)+1:]
			if !bytes.Contains(src, []byte(comparisons+"FromThem(t *testing.T)")) {
				continue
			}
			if found++; !compares("kinlist" + dir) {
				t.Errorf("%s compares, but is left out", file)
			}
		}
	}
	if found == 0 {
		t.Error("nothing compares")
	}
}
