package event_test

import (
	"sync"
	"testing"

	"kinlist/internal/event"
)

func TestWhoListensHearsTheirFamilyOnceHoweverOftenItRang(t *testing.T) {
	t.Parallel()
	var bell event.Bell
	heard, stop := bell.Listen("ours")
	defer stop()
	bell.Ring("theirs")
	if len(heard) != 0 {
		t.Error("heard another family")
	}
	bell.Ring("ours")
	bell.Ring("ours")
	<-heard
	if len(heard) != 0 {
		t.Error("heard twice what nobody looked at in between")
	}
	bell.RingAll()
	<-heard
}

func TestWhoLeftIsNotRungForAndAClosedBellSendsEverybodyHome(t *testing.T) {
	t.Parallel()
	var bell event.Bell
	gone, leave := bell.Listen("ours")
	stays, stop := bell.Listen("ours")
	leave()
	bell.Ring("ours")
	if len(gone) != 0 {
		t.Error("rung for who left")
	}
	<-stays
	bell.Close()
	if _, open := <-stays; open {
		t.Error("still waiting at a closed bell")
	}
	stop()
	bell.Ring("ours")
	late, _ := bell.Listen("ours")
	if _, open := <-late; open {
		t.Error("a closed bell lets somebody wait")
	}
}

func TestManyRingAndListenAtOnce(t *testing.T) {
	t.Parallel()
	var bell event.Bell
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			heard, stop := bell.Listen("ours")
			defer stop()
			bell.Ring("ours")
			<-heard
		})
	}
	all.Wait()
}
