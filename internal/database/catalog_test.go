package database_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/database"
)

// catalog is what a database says of its own schema.
type catalog struct {
	columns     map[string]map[string]column // by table and name
	foreignKeys []foreignKey
	indexes     []index
}

type column struct {
	Table, Name, Type   string
	Required, InPrimary bool
}

type foreignKey struct{ Table, Columns, Parent, OnDelete string }

func (k foreignKey) String() string {
	return fmt.Sprintf("%s (%s) -> %s ON DELETE %s", k.Table, k.Columns, k.Parent, k.OnDelete)
}

type index struct {
	Table, Columns, Condition string
	Distinct                  bool
}

func (i index) String() string {
	return fmt.Sprintf("%s (%s) unique=%t %s", i.Table, i.Columns, i.Distinct, i.Condition)
}

func catalogOf(t *testing.T, db *database.DB) catalog {
	t.Helper()
	queries := sqliteCatalog
	if db.Dialect() == database.Postgres {
		queries = postgresCatalog
	}
	c := catalog{columns: map[string]map[string]column{}}
	var columns []column
	for query, into := range map[string]any{queries.columns: &columns, queries.foreignKeys: &c.foreignKeys, queries.indexes: &c.indexes} {
		if err := db.Read.Raw(query).Scan(into).Error; err != nil {
			t.Fatal(err)
		}
	}
	for _, col := range columns {
		if c.columns[col.Table] == nil {
			c.columns[col.Table] = map[string]column{}
		}
		c.columns[col.Table][col.Name] = col
	}
	for i := range c.indexes {
		c.indexes[i].Condition = conditionOf(c.indexes[i].Condition)
	}
	return c
}

var where = regexp.MustCompile(`(?s)^.* WHERE `)

// conditionOf is the condition of a partial index as both databases would write it.
func conditionOf(definition string) string {
	if !where.MatchString(definition) {
		return ""
	}
	plain := strings.NewReplacer("(", "", ")", "", ";", "")
	return strings.TrimSpace(plain.Replace(where.ReplaceAllString(definition, "")))
}

// lines are the things of the catalog in words, sorted.
func lines[T fmt.Stringer](things []T) []string {
	var all []string
	for _, thing := range things {
		all = append(all, thing.String())
	}
	slices.Sort(all)
	return all
}

type catalogQueries struct{ columns, foreignKeys, indexes string }

var sqliteCatalog = catalogQueries{
	columns: `SELECT m.name AS "table", c.name, lower(c.type) AS type, c."notnull" AS required, c.pk > 0 AS in_primary
		FROM sqlite_schema m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'text_index%' AND m.name <> 'schema_migrations'`,
	foreignKeys: `SELECT m.name AS "table", group_concat(k."from" ORDER BY k.seq) AS columns, k."table" AS parent, k.on_delete
		FROM sqlite_schema m, pragma_foreign_key_list(m.name) k
		WHERE m.type = 'table' GROUP BY m.name, k.id, k."table", k.on_delete`,
	indexes: `SELECT m.name AS "table", i."unique" AS "distinct", coalesce(x.sql, '') AS condition,
			(SELECT group_concat(c.name ORDER BY c.seqno) FROM pragma_index_info(i.name) c) AS columns
		FROM sqlite_schema m, pragma_index_list(m.name) i LEFT JOIN sqlite_schema x ON x.name = i.name
		WHERE m.type = 'table' AND m.name NOT LIKE 'text_index%' AND m.name <> 'schema_migrations'`,
}

var postgresCatalog = catalogQueries{
	columns: `SELECT c.table_name AS table, c.column_name AS name, c.data_type AS type, c.is_nullable = 'NO' AS required,
			k.column_name IS NOT NULL AS in_primary
		FROM information_schema.columns c
		LEFT JOIN information_schema.table_constraints p USING (table_schema, table_name)
		LEFT JOIN information_schema.key_column_usage k
			ON k.constraint_name = p.constraint_name AND k.table_name = c.table_name AND k.column_name = c.column_name
		WHERE c.table_schema = 'public' AND c.table_name <> 'schema_migrations' AND p.constraint_type = 'PRIMARY KEY'`,
	foreignKeys: `SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS parent,
			(SELECT string_agg(a.attname, ',' ORDER BY n.place) FROM unnest(k.conkey) WITH ORDINALITY n (attnum, place)
				JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.attnum) AS columns,
			CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END AS on_delete
		FROM pg_constraint k WHERE k.contype = 'f'`,
	indexes: `SELECT i.indrelid::regclass::text AS table, i.indisunique AS distinct, pg_get_indexdef(i.indexrelid) AS condition,
			(SELECT string_agg(a.attname, ',' ORDER BY n.place) FROM unnest(i.indkey::int[]) WITH ORDINALITY n (attnum, place)
				JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = n.attnum) AS columns
		FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
		WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> 'schema_migrations'
			AND NOT (i.indisprimary AND i.indrelid IN ('activities'::regclass, 'texts'::regclass)) -- SQLite's row number is no index
			AND i.indexrelid <> 'text_index'::regclass -- on SQLite a table of its own`,
}
