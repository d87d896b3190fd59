package blobs_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"

	"kinlist/internal/blobs"
)

// keeps goes through all that a place for files promises.
func keeps(t *testing.T, s *blobs.Store) {
	t.Helper()
	ctx := t.Context()
	file := bytes.Repeat([]byte("\x00picture\xff"), 10_000)
	for _, key := range []string{"pictures/b", "pictures/a-800", "pictures/a-160"} {
		if err := s.Put(ctx, key, "image/jpeg", file); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Get(ctx, "pictures/a-160"); err != nil || !bytes.Equal(got, file) {
		t.Errorf("%d bytes came back: %v", len(got), err)
	}
	if _, err := s.Get(ctx, "pictures/none"); !errors.Is(err, blobs.ErrNone) {
		t.Errorf("what is not there: %v", err)
	}
	for range 2 { // what is gone can be deleted again
		if err := s.Delete(ctx, "pictures/b"); err != nil {
			t.Error(err)
		}
	}
	var keys []string
	older := func(before time.Time) []string {
		keys = nil
		if err := s.Older(ctx, before, func(key string) error { keys = append(keys, key); return nil }); err != nil {
			t.Error(err)
		}
		return keys
	}
	if got := older(time.Now().Add(time.Hour)); !slices.Equal(got, []string{"pictures/a-160", "pictures/a-800"}) {
		t.Errorf("older than in an hour: %q", got)
	}
	if got := older(time.Now().Add(-time.Hour)); len(got) > 0 {
		t.Errorf("older than an hour ago: %q", got)
	}
}

func TestAFolderKeepsFiles(t *testing.T) {
	t.Parallel()
	s, err := blobs.Folder(t.TempDir() + "/new")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	keeps(t, s)
}
