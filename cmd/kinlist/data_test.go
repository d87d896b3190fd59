package main

import (
	"strings"
	"testing"
)

func TestPurgeTellsWhatWentAndADryRunWhatWould(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, settings []string) {
		for _, step := range []struct {
			args []string
			says string
		}{
			{[]string{"purge", "--dry-run"}, "Would be deleted for good"},
			{[]string{"purge", "--days", "7"}, "7 days"},
			{[]string{"purge"}, "0  people"},
		} {
			if out, err := command(t, "", settings, step.args...); err != nil || !strings.Contains(out, step.says) {
				t.Errorf("%v: %v\n%s", step.args, err, out)
			}
		}
		if _, err := command(t, "", settings, "purge", "--days=-1"); err == nil || !strings.Contains(explain(err), "negative") {
			t.Errorf("minus one day: %v", err)
		}
	})
}
