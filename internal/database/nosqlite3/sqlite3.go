// Package sqlite3 stands in for the C driver that gorm.io/driver/sqlite imports and that Kinlist never opens: its
// databases are opened through modernc.org/sqlite. Without this stand-in a machine with a C compiler would spend a
// minute compiling SQLite for nothing. A replace directive in go.mod puts it in place.
package sqlite3
