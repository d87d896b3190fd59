package service

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"kinlist/internal/picture"
)

// newFiles is how long a file without a picture stays: the row of one that is just being sent may be on its way.
const newFiles = time.Hour

// dropPictures deletes the files that no picture has any more, and returns how many pictures they were.
func (s *Purge) dropPictures(ctx context.Context) (int64, error) {
	var gone int64
	err := s.orphans(ctx, func(keys []string) error {
		for _, key := range keys {
			for _, size := range []int{picture.Small, picture.Large} {
				if err := s.files.Delete(ctx, fileName(key, size)); err != nil {
					return err
				}
			}
			gone++
		}
		return nil
	})
	return gone, err
}

// countPictures returns how many pictures go with what is purged, and how many are gone already but for their files.
func (s *Purge) countPictures(ctx context.Context, before time.Time) (int64, error) {
	n, err := s.store.Purge.CountPictures(ctx, before)
	if err != nil {
		return 0, err
	}
	return n, s.orphans(ctx, func(keys []string) error {
		n += int64(len(keys))
		return nil
	})
}

// orphans calls do with the keys of files that no picture has, nor one that can be taken back, some at a time.
func (s *Purge) orphans(ctx context.Context, do func(keys []string) error) error {
	var all []string
	err := s.files.Older(ctx, s.now().Add(-newFiles), func(name string) error {
		key, size, _ := strings.Cut(name, "/")
		if n, err := strconv.Atoi(size); err == nil && fileName(key, n) == name && !slices.Contains(all[max(0, len(all)-1):], key) {
			all = append(all, key)
		}
		return nil
	})
	if err != nil {
		return err
	}
	kept, err := s.keptFiles(ctx)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(key string) bool { return kept[key] })
	for keys := range slices.Chunk(all, purgeBatch) {
		used, err := s.store.Purge.UsedFiles(ctx, keys)
		if err != nil {
			return err
		}
		unused := slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return slices.Contains(used, key) })
		if err := do(unused); err != nil {
			return err
		}
	}
	return nil
}
