package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// tool is a program that a pass needs and the Debian package that has it.
type tool struct {
	pass, pkg string
	found     func() bool
}

var tools = []tool{
	{"postgres", "postgresql", func() bool { return postgresBin() != "" }},
	{"browser", "chromium", func() bool { return onPath("chromium", "chromium-browser", "google-chrome") }},
	{"browser", "firefox-esr", func() bool { return onPath("firefox-esr") }},
	{"browser", "poppler-utils", func() bool { return onPath("pdftotext") }},
	{"browser", "fonts-noto-color-emoji", func() bool { return exists("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf") }},
	{"browser", "zbar-tools", func() bool { return onPath("zbarimg") }},
	{"html", "default-jre-headless", func() bool { return onPath("java") }},
	{"html", "npm", func() bool { return onPath("npm") }},
	{"race", "gcc", func() bool { return onPath("gcc", "clang") }},
	{"race", "libc6-dev", func() bool { return onPath("clang") || exists("/usr/include/stdlib.h") }},
}

// ensureTools installs what the wanted passes lack, or says exactly what to install.
func ensureTools(ctx context.Context, out io.Writer, wanted func(string) bool) error {
	needed := slices.DeleteFunc(slices.Clone(tools), func(t tool) bool {
		return !wanted(t.pass) || (t.pass == "postgres" && os.Getenv(postgresVar) != "")
	})
	missing := lacking(needed)
	if len(missing) == 0 {
		return nil
	}
	fmt.Fprintf(out, "=== installing %s\n", strings.Join(missing, ", "))
	if err := apt(ctx, out, missing); err != nil {
		return fmt.Errorf("the tests need %s, and installing failed (%w); as root, run: apt-get update && apt-get install --yes %s",
			strings.Join(missing, ", "), err, strings.Join(missing, " "))
	}
	if still := lacking(needed); len(still) > 0 {
		return fmt.Errorf("the tests need %s, which apt-get installed in a form that cannot be found; please install it by hand", strings.Join(still, ", "))
	}
	return nil
}

// lacking are the packages whose programs are not there.
func lacking(needed []tool) []string {
	var missing []string
	for _, t := range needed {
		if !t.found() {
			missing = append(missing, t.pkg)
		}
	}
	return missing
}

func apt(ctx context.Context, out io.Writer, packages []string) error {
	root := []string{"env", "DEBIAN_FRONTEND=noninteractive"}
	if os.Geteuid() != 0 {
		root = append([]string{"sudo", "-n"}, root...)
	}
	for _, step := range [][]string{
		{"apt-get", "update"},
		append([]string{"apt-get", "install", "--yes", "--no-install-recommends"}, packages...),
	} {
		line := slices.Concat(root, step)
		if err := command(ctx, out, nil, line[0], line[1:]...); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(step[:2], " "), err)
		}
	}
	return nil
}

// onPath reports whether one of the programs can be run.
func onPath(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		_, err := exec.LookPath(name)
		return err == nil
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// postgresBin is the folder of PostgreSQL's server programs, which Debian keeps off the PATH; "" where there is none.
func postgresBin() string {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err == nil && len(found) > 0 {
		return filepath.Dir(found[len(found)-1])
	}
	if initdb, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(initdb)
	}
	return ""
}
