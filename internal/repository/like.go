package repository

import (
	"slices"
	"strings"

	"github.com/google/uuid"
)

var likeEscaper = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// contains is the LIKE pattern of a text anywhere in a column; in the text, % and _ are just characters.
func contains(folded string) string { return "%" + likeEscaper.Replace(folded) + "%" }

// idOrNobody is the id of a filter; what cannot be one finds nothing.
func idOrNobody(id string) string {
	if !isID(id) {
		return nobody
	}
	return id
}

// idsOrNobody are the ids of a filter, at most 50 of them; what cannot be one finds nothing.
func idsOrNobody(ids []string) []string {
	known := make([]string, 0, len(ids))
	for _, id := range ids[:min(len(ids), maxIDs)] {
		known = append(known, idOrNobody(id))
	}
	slices.Sort(known)
	return slices.Compact(known)
}

// maxIDs is how many ids a filter reads.
const maxIDs = 50

// isID reports whether s has the form of an id.
func isID(s string) bool { return uuid.Validate(s) == nil && len(s) == 36 }

// onlyIDs leaves out what cannot be an id, and the second of two.
func onlyIDs(ids []string) []string {
	var some []string
	for _, id := range ids {
		if isID(id) && !slices.Contains(some, id) {
			some = append(some, id)
		}
	}
	return some
}
