package main

import (
	"fmt"
	"runtime/debug"
)

// versionCommand tells which Kinlist this is.
type versionCommand struct{}

// Run prints the version that the build stamped, and the Go it was built with.
func (versionCommand) Run(p process) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fmt.Errorf("this binary was built without its version")
	}
	_, err := fmt.Fprintf(p.stdout, "kinlist %s %s\n", info.Main.Version, info.GoVersion)
	return err
}
