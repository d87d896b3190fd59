package lang_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
)

// Of two translations of one sentence the file that is read last would win, silently.
func TestASentenceStandsInOneFileOfALanguage(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("*", "*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	in := map[string]string{}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var sentences map[string]any
		if err := toml.Unmarshal(source, &sentences); err != nil {
			t.Fatal(name, err)
		}
		for _, s := range slices.Sorted(maps.Keys(sentences)) {
			key := filepath.Dir(name) + " " + s
			if other, twice := in[key]; twice {
				t.Errorf("%q stands in %s and in %s", s, other, name)
			}
			in[key] = name
		}
	}
}
