// Package migrations holds the database's schema as numbered steps, once for each dialect and with the same numbers in
// both. internal/database runs them.
package migrations

import "embed"

// FS holds the folders sqlite and postgres.
//
//go:embed sqlite/*.sql postgres/*.sql
var FS embed.FS
