package database

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
)

// postgresDialector is GORM's PostgreSQL dialect with our translation of errors.
type postgresDialector struct{ *postgres.Dialector }

// Translate implements gorm.ErrorTranslator.
func (postgresDialector) Translate(err error) error { return Translate(err) }

// A server allows 100 connections unless told otherwise; this leaves room for several nodes and an operator.
const postgresConns = 16

func openPostgres(ctx context.Context, url string, log *slog.Logger) (*DB, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err // pgx leaves the password out of it
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 10 * time.Second
	}
	open := func() *sql.DB { return stdlib.OpenDB(*cfg, stdlib.OptionAfterConnect(settle)) }
	pool := open()
	pool.SetMaxOpenConns(postgresConns)
	pool.SetMaxIdleConns(postgresConns)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	pool.SetConnMaxLifetime(time.Hour) // so that load finds its way back after a failover
	db := &DB{dialect: Postgres, readers: pool, writer: pool, listener: cfg, migrator: func() (*sql.DB, error) { return open(), nil }}
	db.Write, err = openGorm(ctx, postgresDialector{&postgres.Dialector{Config: &postgres.Config{Conn: pool}}}, pool, log)
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	db.Read = db.Write
	return db, nil
}

// settle readies a new connection: times come back in UTC, as from SQLite, rather than in the zone of the machine; and
// the planner leaves its helpers for large reports alone. To start workers or a compiler takes longer than any page.
func settle(ctx context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	_, err := conn.PgConn().Exec(ctx, "SET max_parallel_workers_per_gather = 0; SET jit = off").ReadAll()
	return err
}
