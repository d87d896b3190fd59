package repository

import (
	"context"

	"gorm.io/gorm/clause"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// forChange locks rows against other changes until the transaction ends, and lets what refers to them be written. On
// SQLite a transaction is alone anyway.
var forChange = clause.Locking{Strength: "NO KEY UPDATE"}

// Held is Get for a row that is going to be changed: whoever asks for it meanwhile waits for the transaction's end.
func (r Occasions) Held(ctx context.Context, v domain.Viewer, id string) (model.Occasion, error) {
	if !isID(id) {
		return model.Occasion{}, apperr.Missing()
	}
	c := r.scope(v)
	return take[model.Occasion](ctx, r.conn.Clauses(forChange).Where("occasions.id = ?", id).Where(c.sql, c.args...))
}

// HoldFamily makes others who hold the family wait until the transaction ends: what is added only where it is lacking
// is not added twice.
func (r Occasions) HoldFamily(ctx context.Context, v domain.Viewer) error {
	_, err := take[model.Family](ctx, r.conn.Clauses(forChange).Select("id").Where("id = ?", v.FamilyID))
	return err
}
