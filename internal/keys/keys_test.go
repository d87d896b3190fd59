package keys_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"kinlist/internal/keys"
)

var update = flag.Bool("update", false, "write docs/keyboard.md")

// browsers own these: a page that takes them takes something away.
var reserved = []string{"Tab", "Backspace", "F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12"}

func TestNoTwoKeysOfAScopeClashAndNoneIsTheBrowsers(t *testing.T) {
	names := map[string]bool{}
	presses := map[string]string{}
	for _, k := range keys.All {
		if names[k.Name] || k.Label == "" || len(k.Presses) == 0 {
			t.Errorf("%q is there twice, or says nothing", k.Name)
		}
		names[k.Name] = true
		for _, p := range k.Presses {
			at := string(k.Scope) + " " + p
			if presses[at] != "" {
				t.Errorf("%s presses %s and %s", p, presses[at], k.Name)
			}
			presses[at] = k.Name
			if first, _, several := strings.Cut(p, " "); several && first != "g" {
				t.Errorf("%s does not begin with g, as the script has it of all sequences", p)
			}
			mod := strings.TrimPrefix(p, "Mod+")
			if mod != p && len(mod) == 1 && strings.Contains("ACDFLNPRSTWZ", mod) || strings.Contains(p, "Alt") {
				t.Errorf("%s belongs to the browser", p)
			}
			for _, r := range reserved {
				if p == r {
					t.Errorf("%s belongs to the browser", p)
				}
			}
		}
	}
}

// What works everywhere works in a list too: there, one key must not mean two things.
func TestAKeyOfAListMeansNothingElseElsewhere(t *testing.T) {
	everywhere := map[string]string{}
	for _, k := range keys.All {
		for _, p := range k.Presses {
			switch k.Scope {
			case keys.Everywhere:
				everywhere[p] = k.Name
			case keys.InList:
				if everywhere[p] != "" {
					t.Errorf("%s presses %s in a list and %s everywhere", p, k.Name, everywhere[p])
				}
			case keys.InForm, keys.InMenu:
			}
		}
	}
}

// A key that begins a sequence would never be reached, or never wait.
func TestNoKeyIsTheBeginningOfAnother(t *testing.T) {
	for _, a := range keys.All {
		for _, b := range keys.All {
			for _, p := range a.Presses {
				for _, q := range b.Presses {
					if strings.HasPrefix(q, p+" ") {
						t.Errorf("%s (%s) begins %s (%s)", p, a.Name, q, b.Name)
					}
				}
			}
		}
	}
}

func TestTheDocumentationIsTheRegistry(t *testing.T) {
	const file = "../../docs/keyboard.md"
	if *update {
		if err := os.WriteFile(file, []byte(keys.Markdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil || string(got) != keys.Markdown() {
		t.Errorf("docs/keyboard.md is not what the registry says (%v): go test ./internal/keys -update", err)
	}
}
