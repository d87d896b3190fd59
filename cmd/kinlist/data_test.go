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

func TestSeedTellsHowToSignInAndRefusesAFamilyInUse(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, settings []string) {
		args := []string{"seed", "--families", "2", "--people", "2", "--lists", "2", "--items", "10", "--today", "2026-11-25"}
		out, err := command(t, "", settings, args...)
		if err != nil || !strings.Contains(out, "2 families, 20 items") || !strings.Contains(out, "admin-1@seed.example") {
			t.Fatalf("%v\n%s", err, out)
		}
		if _, err := command(t, "", settings, args...); err == nil || !strings.Contains(explain(err), "--append") {
			t.Errorf("a second time: %v", err)
		}
		if out, err := command(t, "", settings, append(args, "--append")...); err != nil {
			t.Errorf("--append: %v\n%s", err, out)
		}
		if _, err := command(t, "", settings, "seed", "--today", "tomorrow"); err == nil {
			t.Error("tomorrow is a date")
		}
	})
}

func TestDemoSaysWhoCanSignInAndRefusesAFamilyInUse(t *testing.T) {
	t.Parallel()
	settings := []string{"KINLIST_DATA_DIR=" + t.TempDir()}
	out, err := command(t, "", settings, "demo")
	if err != nil || !strings.Contains(out, "ella@hartigan.example") || !strings.Contains(out, "come and look") {
		t.Fatalf("%v\n%s", err, out)
	}
	if _, err := command(t, "", settings, "demo"); err == nil || !strings.Contains(explain(err), "KINLIST_DATA_DIR") {
		t.Errorf("a second time: %v", err)
	}
}
