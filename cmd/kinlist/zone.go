package main

import (
	"os"
	"strings"
	"time"
	_ "time/tzdata" // a machine without zone files knows the zones all the same
)

// localZone is the IANA time zone of this machine, "" where the machine does not name it: TZ says it, or the file that
// /etc/localtime points at.
func localZone(env []string) string {
	for _, v := range env {
		if name, ok := strings.CutPrefix(v, "TZ="); ok {
			return knownZone(strings.TrimPrefix(name, ":"))
		}
	}
	file, err := os.Readlink("/etc/localtime")
	if err != nil {
		return ""
	}
	_, name, _ := strings.Cut(file, "zoneinfo/")
	return knownZone(name)
}

func knownZone(name string) string {
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return ""
	}
	return name
}
