package browsertest

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
)

// The validator of the W3C, as it comes in the npm package vnu-jar: the version and the file in it are these.
const (
	vnuVersion = "26.9.27"
	vnuFile    = "package/build/dist/vnu.jar"
	vnuSum     = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
)

// allowed is what the validator says and we mean to do, with the reason.
var allowed = []struct {
	message *regexp.Regexp
	reason  string
}{
	{regexp.MustCompile(`^Attribute “hx-[a-z-]+(:[a-z:-]+)?” not allowed on element`), "htmx reads them; the element does not"},
	{regexp.MustCompile(`^The “list” role is unnecessary for element “[uo]l”`), "Safari forgets that a list without bullets is one"},
}

// Finding is something that the validator says of a file.
type Finding struct {
	URL     string `json:"url"`
	Message string `json:"message"`
	Extract string `json:"extract"`
}

// validate returns what is wrong with the HTML files in a folder.
func validate(ctx context.Context, folder string) ([]Finding, error) {
	jar, err := vnu(ctx)
	if err != nil {
		return nil, err
	}
	out, err := exec.CommandContext(ctx, "java", "-Xss2m", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", folder).Output() //nolint:gosec // all of it is ours
	if err != nil {
		return nil, fmt.Errorf("java -jar %s: %w", jar, err)
	}
	var said struct {
		Messages []Finding `json:"messages"`
	}
	if err := json.Unmarshal(out, &said); err != nil {
		return nil, fmt.Errorf("what the validator said: %w", err)
	}
	var found []Finding
	for _, m := range said.Messages {
		if !meant(m.Message) {
			found = append(found, m)
		}
	}
	return found, nil
}

func meant(message string) bool {
	for _, a := range allowed {
		if a.message.MatchString(message) {
			return true
		}
	}
	return false
}

// fetching lets one test fetch, and the others wait for it.
var fetching sync.Mutex

// vnu returns the path of the validator, which npm fetches where it is not kept from an earlier run. It is the file
// that its checksum names, or none.
func vnu(ctx context.Context) (string, error) {
	fetching.Lock()
	defer fetching.Unlock()
	cache, err := os.UserCacheDir()
	if err != nil { // a machine without a home
		cache = os.TempDir()
	}
	kept := filepath.Join(cache, "kinlist", "vnu-"+vnuVersion+".jar")
	if sum, err := sumOf(kept); err == nil && sum == vnuSum {
		return kept, nil
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o750); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(filepath.Dir(kept), "vnu-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	pack := exec.CommandContext(ctx, "npm", "pack", "--silent", "--ignore-scripts", "vnu-jar@"+vnuVersion)
	pack.Dir = dir
	if said, err := pack.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm pack vnu-jar@%s: %w\n%s", vnuVersion, err, said)
	}
	jar := filepath.Join(dir, "vnu.jar")
	if err := unpack(filepath.Join(dir, "vnu-jar-"+vnuVersion+".tgz"), vnuFile, jar); err != nil {
		return "", err
	}
	if sum, err := sumOf(jar); err != nil || sum != vnuSum {
		return "", errors.Join(fmt.Errorf("vnu-jar@%s has another %s than the checksum names: %s", vnuVersion, vnuFile, sum), err)
	}
	return kept, os.Rename(jar, kept)
}

// unpack writes one file of an archive to a path.
func unpack(archive, name, to string) error {
	file, err := os.Open(archive) //nolint:gosec // what was fetched
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // it is only read
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	entries := tar.NewReader(unzipped)
	for {
		entry, err := entries.Next()
		if err != nil {
			return fmt.Errorf("%s in %s: %w", name, archive, err)
		}
		if entry.Name != name {
			continue
		}
		out, err := os.Create(to) //nolint:gosec // beside it
		if err != nil {
			return err
		}
		_, err = io.Copy(out, entries) //nolint:gosec // its size is as certain as its checksum
		return errors.Join(err, out.Close())
	}
}

func sumOf(path string) (string, error) {
	file, err := os.Open(path) //nolint:gosec // what was fetched
	if err != nil {
		return "", err
	}
	defer file.Close() //nolint:errcheck // it is only read
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}
