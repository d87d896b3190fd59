package service_test

import (
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/worlds"
)

// The promise of Kinlist, in the form in which DOMAIN.md states it: of two databases that differ only in what is hidden
// from a viewer, every service method answers that viewer the same from both. The families are made by chance, and the
// methods are found by reflection.
func TestEveryServiceAnswersAViewerTheSameWithAndWithoutWhatIsHiddenFromThem(t *testing.T) {
	t.Parallel()
	w := worlds.Build(t, dbtest.Fresh(t), 1, 250)
	for name, v := range w.Viewers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w.Copies(t, v).CompareServices(t, name, v, 1)
		})
	}
}

// What is only looked at meets every rule and writes nothing, whatever method it is that would: there is one place where
// transactions end.
func TestNoMethodChangesARowThatIsOnlyLookedAt(t *testing.T) {
	t.Parallel()
	w := worlds.Build(t, dbtest.Fresh(t), 3, 150)
	s := w.Stage
	right := w.Copies(t, s.Maria).OnlyLookAt(t, s.Maria, 4)
	if len(right) < 30 {
		t.Errorf("only these found nothing wrong: %v", right)
	}
}
