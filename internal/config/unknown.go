package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"
)

// unknown has a sentence for each variable with our prefix that is none of the settings.
func unknown(given map[string]string) []string {
	known := names()
	var sentences []string
	for name := range given {
		if !strings.HasPrefix(name, prefix) || strings.HasPrefix(name, prefix+"TEST_") || slices.Contains(known, name) {
			continue
		}
		sentences = append(sentences, fmt.Sprintf("%s is no setting; there are %s", name, strings.Join(known, ", ")))
	}
	slices.Sort(sentences)
	return sentences
}

// names are the settings, in the order of variables.
func names() []string {
	fields, err := env.GetFieldParamsWithOptions(&variables{}, env.Options{Prefix: prefix})
	if err != nil {
		panic(err) // the struct is ours
	}
	var all []string
	for _, f := range fields {
		all = append(all, f.Key)
	}
	return all
}
