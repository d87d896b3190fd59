package database

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm/logger"
)

// slow is where a statement begins to be worth a line in the log.
const slow = 200 * time.Millisecond

// slowLog is GORM's logger. It tells of slow statements and of nothing else, because errors are returned and logged
// where they end, and it leaves the values out: they are the family's.
type slowLog struct {
	log   *slog.Logger
	limit time.Duration
}

// LogMode implements logger.Interface.
func (l slowLog) LogMode(logger.LogLevel) logger.Interface { return l }

// Info implements logger.Interface.
func (slowLog) Info(context.Context, string, ...any) {}

// Warn implements logger.Interface.
func (slowLog) Warn(context.Context, string, ...any) {}

// Error implements logger.Interface.
func (slowLog) Error(context.Context, string, ...any) {}

// Trace implements logger.Interface; GORM calls it after every statement.
func (l slowLog) Trace(ctx context.Context, begin time.Time, statement func() (string, int64), _ error) {
	if took := time.Since(begin); took >= l.limit {
		text, rows := statement()
		l.log.WarnContext(ctx, "slow statement", "took", took, "rows", rows, "sql", text)
	}
}

// ParamsFilter keeps the values out of the statement that Trace sees.
func (slowLog) ParamsFilter(_ context.Context, statement string, _ ...any) (string, []any) {
	return statement, nil
}
