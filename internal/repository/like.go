package repository

import (
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
