//go:build s3

package blobs_test

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kinlist/internal/blobs"
)

// shelf speaks as much of S3 as keeping files takes.
type shelf struct {
	mu    sync.Mutex
	files map[string][]byte
}

type listing struct {
	XMLName     xml.Name `xml:"ListBucketResult"`
	IsTruncated bool
	Contents    []listed
}

type listed struct {
	Key, LastModified string
	Size              int
}

func (s *shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key, ours := strings.CutPrefix(r.URL.Path, "/bucket/")
	if r.URL.Path == "/bucket" {
		ours = true
	}
	if !ours || !strings.HasPrefix(r.Header.Get("Authorization"), "AWS4-HMAC-SHA256 Credential=of-tests/") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	file, there := s.files[key]
	switch {
	case r.Method == http.MethodPut:
		s.files[key], _ = io.ReadAll(r.Body)
	case r.Method == http.MethodDelete:
		delete(s.files, key)
		w.WriteHeader(http.StatusNoContent)
	case r.URL.Query().Get("list-type") == "2":
		var all listing
		for key, file := range s.files {
			all.Contents = append(all.Contents, listed{key, time.Now().UTC().Format(time.RFC3339), len(file)})
		}
		slices.SortFunc(all.Contents, func(a, b listed) int { return strings.Compare(a.Key, b.Key) })
		_ = xml.NewEncoder(w).Encode(all)
	case !there:
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, "<Error><Code>NoSuchKey</Code></Error>")
	default:
		w.Header().Set("Last-Modified", time.Now().UTC().Format(http.TimeFormat))
		_, _ = w.Write(file)
	}
}

func TestStorageThatSpeaksS3KeepsFiles(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "of-tests")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "of-tests")
	server := httptest.NewServer(&shelf{files: map[string][]byte{}})
	defer server.Close()
	s, err := blobs.Open(t.Context(), "s3://bucket?region=eu-central-1&use_path_style=true&endpoint="+server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	keeps(t, s)
}
