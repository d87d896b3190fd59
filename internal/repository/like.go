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
