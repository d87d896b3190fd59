package database

import (
	"log/slog"

	"gorm.io/gorm/logger"
)

// MigrateFS lets tests bring their own migrations.
var MigrateFS = migrateFS

// LogAll is the logger of slow statements for whom every statement is slow.
func LogAll(log *slog.Logger) logger.Interface { return slowLog{log, 0} }
