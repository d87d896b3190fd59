package worlds_test

import (
	"bufio"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// removals says which of the removals are to be tried, by their names.
var removals = flag.String("removals", "", "try the removals whose names match this expression; . is every one, which takes an hour")

// A proof of the proof: each use of the scope by the repositories is taken out, one after the other, and the comparison of
// the worlds has to notice each within a minute. What is taken out leaves the family's rule where the scope has more than
// that, so that only the surprise is betrayed. A scope that only keeps a change from others' rows betrays nothing: another
// test has to notice that. The task of the same name runs it.
func TestEveryScopeThatIsRemovedIsNoticedWithinAMinute(t *testing.T) { //nolint:paralleltest // it measures
	if *removals == "" {
		t.Skip("the task removals runs it")
	}
	wanted := regexp.MustCompile(*removals)
	all := findRemovals(t)
	overlay := writeOverlay(t, all)
	compared := []suite{
		buildSuite(t, overlay, "../service", "AnswersAViewerTheSame|TheTargetIsAnsweredTheSame"),
		buildSuite(t, overlay, "../../web", "AnswersAViewerTheSame"),
	}
	others := []suite{buildSuite(t, overlay, "../repository", "."), {compared[0].binary, compared[0].folder, "."}}
	for _, r := range all {
		if !wanted.MatchString(r.String()) {
			continue
		}
		t.Run(r.String(), func(t *testing.T) {
			why, excused := harmless[r.String()]
			said, took := firstToNotice(t, compared, r)
			switch {
			case said == "" && excused:
				t.Logf("not noticed: %s", why)
			case said == "":
				if said, took = firstToNotice(t, others, r); said == "" {
					t.Fatal("not noticed")
				}
				t.Logf("noticed by another test after %.0f s: %s", took.Seconds(), said)
			case excused:
				t.Errorf("known as harmless, but noticed: %s", said)
			case took > time.Minute:
				t.Errorf("noticed only after %.0f s: %s", took.Seconds(), said)
			default:
				t.Logf("noticed after %.0f s: %s", took.Seconds(), said)
			}
		})
	}
}

// firstToNotice runs suites with a removal until one fails, and returns what it said and after how long; "" when all pass.
func firstToNotice(t *testing.T, suites []suite, r removal) (string, time.Duration) {
	t.Helper()
	began := time.Now()
	for _, s := range suites {
		if said := s.notices(t, r); said != "" {
			return said, time.Since(began)
		}
	}
	return "", 0
}

// suite is a test binary in which each removal can be switched on.
type suite struct{ binary, folder, run string }

func buildSuite(t *testing.T, overlay, folder, run string) suite {
	t.Helper()
	s := suite{filepath.Join(t.TempDir(), "suite"), folder, run}
	build := exec.CommandContext(t.Context(), "go", "test", "-c", "-overlay", overlay, "-o", s.binary, folder)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if said := s.notices(t, removal{}); said != "" {
		t.Fatalf("something is noticed where nothing is removed: %s", said)
	}
	return s
}

// notices runs the suite with a removal until something fails, and returns the first that is said about it.
func (s suite) notices(t *testing.T, r removal) string {
	t.Helper()
	run := exec.CommandContext(t.Context(), s.binary, "-test.v", "-test.failfast", "-test.run", s.run)
	run.Dir = s.folder
	run.Env = append(os.Environ(), "KINLIST_TEST_POSTGRES=", switchName+"="+r.number())
	out, err := run.StdoutPipe()
	if err == nil {
		err = run.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = run.Process.Kill(); _ = run.Wait() }()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		switch line := strings.TrimSpace(lines.Text()); {
		case sign.MatchString(line):
			return line[:min(len(line), 160)]
		case line == "PASS":
			return ""
		}
	}
	return "the suite ended without a word"
}

// sign is a line of a test that fails: that of a comparison says what somebody learns, any other test's only its name.
var sign = regexp.MustCompile(`_test\.go:\d+: .*( learns something from | can tell by the time | betrays the plan)|^--- FAIL: `)
