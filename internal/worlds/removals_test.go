package worlds_test

import (
	"bufio"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// removals says that the removals are to be tried: one build and about a hundred runs take an hour.
var removals = flag.String("removals", "", "try the removals whose name contains this; \"all\" tries every one")

// A proof of the proof: each use of the scope by the repositories is taken out, one after the other, and the comparison of
// the worlds has to notice each within a minute. What is taken out leaves the family's rule where the scope has more than
// that, so that only the surprise is betrayed. The task of the same name runs it.
func TestEveryScopeThatIsRemovedIsNoticedWithinAMinute(t *testing.T) { //nolint:paralleltest // it measures
	if *removals == "" {
		t.Skip("the task removals runs it")
	}
	all := findRemovals(t)
	overlay := writeOverlay(t, all)
	suites := []suite{
		buildSuite(t, overlay, "../service", "TestEveryServiceAnswersAViewerTheSame|TestTheTargetIsAnsweredTheSame"),
		buildSuite(t, overlay, "../../web", "TestEveryRouteAnswersAViewerTheSame"),
		buildSuite(t, overlay, "../repository", "TestASearchFindsTheSame"), // the worlds are too small for what thousands need
	}
	for _, r := range all {
		if *removals != "all" && *removals != "?" && !strings.Contains(r.String(), *removals) {
			continue
		}
		if *removals == "?" {
			t.Log(r.n, r)
			continue
		}
		t.Run(r.String(), func(t *testing.T) {
			said, took := "", time.Duration(0)
			for _, s := range suites {
				if said, took = s.notices(t, r); said != "" {
					break
				}
			}
			why, excused := harmless[r.String()]
			switch {
			case said == "" && excused:
				t.Logf("not noticed: %s", why)
			case said == "":
				t.Error("not noticed")
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

// suite is a test binary in which each removal can be switched on.
type suite struct{ binary, folder, run string }

func buildSuite(t *testing.T, overlay, folder, run string) suite {
	t.Helper()
	s := suite{filepath.Join(t.TempDir(), "suite"), folder, run}
	build := exec.Command("go", "test", "-c", "-overlay", overlay, "-o", s.binary, folder) //nolint:gosec // all of it is ours
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if said, _ := s.notices(t, removal{}); said != "" {
		t.Fatalf("something is noticed where nothing is removed: %s", said)
	}
	return s
}

// notices runs the suite with a removal until it says what somebody learns, and returns that and after how long.
func (s suite) notices(t *testing.T, r removal) (string, time.Duration) {
	t.Helper()
	run := exec.Command(s.binary, "-test.v", "-test.run", s.run) //nolint:gosec // built above
	run.Dir = s.folder
	run.Env = append(os.Environ(), "KINLIST_TEST_POSTGRES=", switchName+"="+r.number())
	out, err := run.StdoutPipe()
	if err == nil {
		err = run.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	defer func() { _ = run.Process.Kill(); _ = run.Wait() }()
	passed := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		line := lines.Text()
		for _, sign := range []string{" learns something from ", " can tell by the time ", " betrays the plan", " finds Lena a gift by "} {
			if strings.Contains(line, sign) {
				return strings.TrimSpace(line)[:min(len(strings.TrimSpace(line)), 160)], time.Since(began)
			}
		}
		passed = passed || line == "PASS"
	}
	if !passed {
		t.Error("the suite failed without a word of what somebody learns")
	}
	return "", 0
}
