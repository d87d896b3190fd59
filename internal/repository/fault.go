package repository

import (
	"errors"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
)

// fault turns what the database says into what the program says, once. Errors that already speak the program's
// vocabulary, and faults, pass unchanged.
func fault(err error) error {
	var spoken *apperr.Error
	switch err = database.Translate(err); {
	case err == nil, errors.As(err, &spoken):
		return err
	case errors.Is(err, database.ErrNotFound):
		return apperr.Missing().Because(err)
	case errors.Is(err, database.ErrForeignKey):
		return apperr.New(apperr.NotFound, "Something that this refers to is gone.").Because(err)
	case errors.Is(err, database.ErrDuplicate):
		return apperr.New(apperr.Conflict, "That already exists.").Because(err)
	case errors.Is(err, database.ErrUnavailable):
		return apperr.New(apperr.Unavailable, "The database is busy. Please try again in a moment.").Because(err)
	}
	return err
}

// stale is the answer to a change made on an older version.
func stale() error {
	return apperr.New(apperr.Conflict, "Somebody changed this while you had it open. Nothing was saved: look at it again.")
}

// Taken reports whether err says that something unique exists already.
func Taken(err error) bool { return errors.Is(err, database.ErrDuplicate) }
