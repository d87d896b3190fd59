package dbtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"kinlist/internal/database"
	"kinlist/migrations"
)

// newPostgres returns the address of a new database on the server: a copy of a template that was migrated once.
func newPostgres(tb testing.TB, server string, s state) string {
	tb.Helper()
	admin, err := adminOf(server)
	if err != nil {
		tb.Fatalf("%s: %v", PostgresVar, err)
	}
	template := "template0"
	if s == migrated {
		if template, err = postgresTemplate(server); err != nil {
			tb.Fatalf("%s: %v", PostgresVar, err)
		}
	}
	name := createFrom(tb, admin, template)
	return databaseOn(server, name)
}

// createFrom makes a copy of a database on the server that is gone after the test.
func createFrom(tb testing.TB, admin *gorm.DB, template string) string {
	tb.Helper()
	name := "kinlist_test_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	if err := admin.Exec("CREATE DATABASE " + name + " TEMPLATE " + template).Error; err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := admin.Exec("DROP DATABASE " + name + " WITH (FORCE)").Error; err != nil {
			tb.Error(err)
		}
	})
	return name
}

// adminOf connects to the server once for the whole process; the connections end with it.
var adminOf = once(func(server string) (*gorm.DB, error) {
	db, err := database.Open(context.Background(), server, slog.New(slog.DiscardHandler))
	if err != nil {
		return nil, err
	}
	return db.Write, nil
})

// postgresTemplate makes the template unless another process or an earlier run of the tests made it. Its name holds a
// hash of the migrations, so that a change of them makes a new one.
var postgresTemplate = once(func(server string) (string, error) {
	sum, err := hashOf(migrations.FS)
	if err != nil {
		return "", err
	}
	admin, err := adminOf(server)
	if err != nil {
		return "", err
	}
	name := "kinlist_template_" + sum
	return name, admin.Connection(func(conn *gorm.DB) error {
		const lock = "hashtext('kinlist dbtest')" // one process makes it, the others wait
		if err := conn.Exec("SELECT pg_advisory_lock(" + lock + ")").Error; err != nil {
			return err
		}
		return errors.Join(makeTemplate(conn, server, name), conn.Exec("SELECT pg_advisory_unlock("+lock+")").Error)
	})
})

func makeTemplate(admin *gorm.DB, server, name string) error {
	var made bool
	if err := admin.Raw("SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)", name).Scan(&made).Error; err != nil || made {
		return err
	}
	making := name + "_making" // gets its name when it is done: a killed process leaves no half template behind
	if err := admin.Exec("DROP DATABASE IF EXISTS " + making).Error; err != nil {
		return err
	}
	if err := admin.Exec("CREATE DATABASE " + making + " TEMPLATE template0").Error; err != nil {
		return err
	}
	if err := migrate(databaseOn(server, making)); err != nil {
		return err
	}
	return admin.Exec("ALTER DATABASE " + making + " RENAME TO " + name).Error
}

// migrate brings the database at the address up to date.
func migrate(address string) error {
	ctx, log := context.Background(), slog.New(slog.DiscardHandler)
	db, err := database.Open(ctx, address, log)
	if err != nil {
		return err
	}
	return errors.Join(database.Migrate(ctx, db, log), db.Close())
}

// databaseOn is the address of another database on the server.
func databaseOn(server, name string) string {
	u, err := url.Parse(server)
	if err != nil {
		return server // connecting to it says what is wrong
	}
	u.Path = "/" + name
	return u.String()
}

func hashOf(fsys fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(text), text)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:16], err
}

// once remembers what find answered for each key.
func once[V any](find func(string) (V, error)) func(string) (V, error) {
	var results sync.Map
	return func(key string) (V, error) {
		result, _ := results.LoadOrStore(key, sync.OnceValues(func() (V, error) { return find(key) }))
		return result.(func() (V, error))()
	}
}
