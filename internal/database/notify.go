package database

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"
)

// changes is the channel on which the nodes of a program tell each other which family changed.
const changes = "kinlist_changes"

// relisten is how long a listener that lost its connection waits before it tries again.
const relisten = 2 * time.Second

// Notify tells the other nodes which family the transaction changes, when it commits. On SQLite there are no others.
func (db *DB) Notify(tx *gorm.DB, familyID string) error {
	if db.dialect != Postgres {
		return nil
	}
	return tx.Exec("SELECT pg_notify(?, ?)", changes, familyID).Error
}

// Follow calls changed for every family that a node changes, and lost whenever news may have been missed, until ctx ends.
// It has a connection to itself. On SQLite there are no other nodes, and it returns at once.
func (db *DB) Follow(ctx context.Context, log *slog.Logger, changed func(familyID string), lost func()) {
	for db.dialect == Postgres && ctx.Err() == nil {
		err := db.follow(ctx, changed, lost)
		if ctx.Err() != nil {
			return
		}
		log.WarnContext(ctx, "no news from other nodes until the database is connected again", "err", err)
		select {
		case <-ctx.Done():
		case <-time.After(relisten):
		}
	}
}

func (db *DB) follow(ctx context.Context, changed func(familyID string), lost func()) error {
	conn, err := pgx.ConnectConfig(ctx, db.listener.Copy())
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	if _, err := conn.Exec(ctx, "LISTEN "+changes); err != nil {
		return err
	}
	lost() // from now on nothing is
	for {
		news, err := conn.WaitForNotification(ctx)
		if err != nil {
			return err
		}
		changed(news.Payload)
	}
}
