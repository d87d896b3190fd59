// Package blobs keeps the files that the program makes: in a folder, or in storage that several nodes share.
package blobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"gocloud.dev/blob"
	"gocloud.dev/blob/fileblob"
	"gocloud.dev/gcerrors"
)

// ErrNone says that there is no file with a key.
var ErrNone = errors.New("blobs: no such file")

// Store is a place for files. Keys are paths with slashes.
type Store struct{ bucket *blob.Bucket }

// Folder opens a folder of this machine, and makes it where it is missing.
func Folder(dir string) (*Store, error) {
	bucket, err := fileblob.OpenBucket(dir, &fileblob.Options{
		CreateDir: true, NoTempDir: true, Metadata: fileblob.MetadataDontWrite, DirFileMode: 0o700,
	})
	if err != nil {
		return nil, fmt.Errorf("blobs: %w", err)
	}
	return &Store{bucket}, nil
}

// Open opens the storage at an address: "file:///folder" or, where the program was built for it, "s3://bucket?region=…".
func Open(ctx context.Context, address string) (*Store, error) {
	if dir, local := strings.CutPrefix(address, "file://"); local {
		return Folder(dir)
	}
	bucket, err := blob.OpenBucket(ctx, address)
	if err != nil && strings.HasPrefix(address, "s3:") && !withS3 {
		return nil, errors.New("blobs: this program was built without S3: build it with -tags s3")
	}
	if err != nil {
		return nil, fmt.Errorf("blobs: %w", err)
	}
	return &Store{bucket}, nil
}

// Close lets go of the storage.
func (s *Store) Close() error { return s.bucket.Close() }

// Put keeps a file under a key.
func (s *Store) Put(ctx context.Context, key, contentType string, file []byte) error {
	return s.bucket.WriteAll(ctx, key, file, &blob.WriterOptions{ContentType: contentType})
}

// Get returns the file with a key, ErrNone where there is none.
func (s *Store) Get(ctx context.Context, key string) ([]byte, error) {
	file, err := s.bucket.ReadAll(ctx, key)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil, ErrNone
	}
	return file, err
}

// Delete deletes the file with a key; that there is none is no error.
func (s *Store) Delete(ctx context.Context, key string) error {
	if err := s.bucket.Delete(ctx, key); gcerrors.Code(err) != gcerrors.NotFound {
		return err
	}
	return nil
}

// Older calls do with the key of each file that was written before a time, in the order of keys.
func (s *Store) Older(ctx context.Context, before time.Time, do func(key string) error) error {
	for list := s.bucket.List(nil); ; {
		file, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("blobs: %w", err)
		}
		if !file.ModTime.Before(before) {
			continue
		}
		if err := do(file.Key); err != nil {
			return err
		}
	}
}
