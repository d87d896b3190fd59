package database_test

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm/schema"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/model"
)

// models are the rows that the program knows. A model that is missing here shows up as a table without one.
var models = []any{
	&model.Family{}, &model.User{}, &model.Membership{}, &model.Session{}, &model.Invitation{}, &model.PasswordReset{},
	&model.Person{}, &model.Occasion{}, &model.OccasionPerson{}, &model.HeldBudget{}, &model.List{}, &model.Gift{}, &model.ListItem{},
	&model.StatusChange{}, &model.Tag{}, &model.GiftTag{}, &model.PersonTag{}, &model.Comment{}, &model.CommentMention{},
	&model.Activity{}, &model.Text{}, &model.UndoStep{}, &model.Picture{},
}

func TestModelsAndSchemaAgreeBothWays(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		tables := catalogOf(t, db).columns
		for _, m := range models {
			s, err := schema.Parse(m, &sync.Map{}, db.Read.NamingStrategy)
			if err != nil {
				t.Fatal(err)
			}
			columns, found := tables[s.Table]
			if !found {
				t.Errorf("model %s has no table %s", s.Name, s.Table)
			}
			for _, f := range s.Fields {
				if f.DBName == "" {
					continue
				}
				compare(t, s, f, columns[f.DBName])
				delete(columns, f.DBName)
			}
			for name := range columns {
				t.Errorf("column %s.%s has no field in model %s", s.Table, name, s.Name)
			}
			delete(tables, s.Table)
		}
		for name := range tables {
			t.Errorf("table %s has no model", name)
		}
	})
}

func compare(t *testing.T, s *schema.Schema, f *schema.Field, c column) {
	t.Helper()
	name := s.Table + "." + f.DBName
	if c.Name == "" {
		t.Errorf("field %s.%s has no column %s", s.Name, f.Name, name)
		return
	}
	if f.PrimaryKey != c.InPrimary {
		t.Errorf("%s: in the model's primary key %t, in the table's %t", name, f.PrimaryKey, c.InPrimary)
	}
	kind := f.FieldType.Kind()
	date := f.IndirectFieldType == reflect.TypeFor[calendar.Date]() // the zero date is NULL, so either will do
	// GORM writes a nil slice as NULL.
	if nullable := kind == reflect.Pointer || kind == reflect.Slice; !date && !c.InPrimary && nullable == c.Required {
		t.Errorf("%s: the model may hold nil %t, the column NULL %t", name, nullable, !c.Required)
	}
	if !slices.Contains(columnTypes(f), c.Type) {
		t.Errorf("%s: the model holds %s, the column %s", name, f.FieldType, c.Type)
	}
}

// columnTypes are the types of column that a field fits into.
func columnTypes(f *schema.Field) []string {
	switch {
	case f.IndirectFieldType == reflect.TypeFor[time.Time]():
		return []string{"timestamp", "timestamp with time zone"}
	case f.IndirectFieldType == reflect.TypeFor[calendar.Date]():
		return []string{"text", "date"}
	case f.IndirectFieldType.Kind() == reflect.Bool:
		return []string{"boolean"}
	case f.IndirectFieldType.Kind() == reflect.Int, f.IndirectFieldType.Kind() == reflect.Int64:
		return []string{"integer", "bigint"}
	default: // words, ids and JSON
		return []string{"text", "uuid"}
	}
}

func TestEveryForeignKeyCanBeFollowedBackByAnIndex(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		c := catalogOf(t, db)
		if len(c.foreignKeys) < 20 {
			t.Fatalf("only %d foreign keys found", len(c.foreignKeys))
		}
		for _, k := range c.foreignKeys {
			if k.OnDelete == "NO ACTION" {
				t.Errorf("%s: say what a delete does", k)
			}
			if !slices.ContainsFunc(c.indexes, func(i index) bool { return serves(i, k) }) {
				t.Errorf("%s: no index to find its rows by, so a delete reads the whole table", k)
			}
		}
	})
}

// serves reports whether the rows of a foreign key are found by the index: by all its columns, or by the pointing
// column alone where (family_id, x_id) points.
func serves(i index, k foreignKey) bool {
	pointing := strings.TrimPrefix(k.Columns, "family_id,")
	whole := i.Condition == "" || i.Condition == pointing+" IS NOT NULL"
	return whole && i.Table == k.Table && strings.HasPrefix(i.Columns+",", pointing+",")
}

func TestBothDialectsHaveTheSameKeysAndIndexes(t *testing.T) {
	t.Parallel()
	var first catalog
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		c := catalogOf(t, db)
		if first.columns == nil {
			first = c
			return
		}
		difference(t, lines(first.foreignKeys), lines(c.foreignKeys))
		difference(t, lines(first.indexes), lines(c.indexes))
	})
}

func difference(t *testing.T, a, b []string) {
	t.Helper()
	for _, line := range a {
		if !slices.Contains(b, line) {
			t.Errorf("only sqlite: %s", line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			t.Errorf("only postgres: %s", line)
		}
	}
}
