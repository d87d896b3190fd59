package repository

import (
	"context"
	"slices"

	"gorm.io/gorm"
)

// Merged is what a tag stood on before another absorbed it, seen by the viewer or not. It is kept for Undo and shown to
// nobody.
type Merged struct {
	From, Into    string
	Gifts, People []string // that carried the one alone
	BothGifts     []string `json:",omitempty"` // that carried the other too
	BothPeople    []string `json:",omitempty"`
}

// Apart returns what a tag stands on, and on what of it another stands too.
func (r Tags) Apart(ctx context.Context, from, into string) (*Merged, error) {
	m := &Merged{From: from, Into: into}
	for _, of := range []struct {
		table, column string
		alone, both   *[]string
	}{{"gift_tags", "gift_id", &m.Gifts, &m.BothGifts}, {"person_tags", "person_id", &m.People, &m.BothPeople}} {
		var all []string
		db := r.conn.WithContext(ctx).Table(of.table)
		if err := db.Where("tag_id = ?", from).Order(of.column).Pluck(of.column, &all).Error; err != nil {
			return nil, fault(err)
		}
		other := r.conn.Table(of.table).Select(of.column).Where("tag_id = ?", into)
		db = r.conn.WithContext(ctx).Table(of.table)
		if err := db.Where("tag_id = ? AND "+of.column+" IN (?)", from, other).Order(of.column).Pluck(of.column, of.both).Error; err != nil {
			return nil, fault(err)
		}
		*of.alone = slices.DeleteFunc(all, func(id string) bool { return slices.Contains(*of.both, id) })
	}
	return m, nil
}

// atOnce is how many ids one statement names.
const atOnce = 1000

// Part puts a tag back on what it stood on before another absorbed it, as far as that carries the other still.
func (r Tags) Part(ctx context.Context, m Merged) error {
	db := r.conn.WithContext(ctx)
	for _, of := range []struct {
		table, column string
		alone, both   []string
	}{{"gift_tags", "gift_id", m.Gifts, m.BothGifts}, {"person_tags", "person_id", m.People, m.BothPeople}} {
		for ids := range slices.Chunk(slices.Concat(of.alone, of.both), atOnce) {
			err := db.Exec("INSERT INTO "+of.table+" ("+of.column+", tag_id) SELECT "+of.column+", ? FROM "+of.table+
				" WHERE tag_id = ? AND "+of.column+" IN ? ON CONFLICT DO NOTHING", m.From, m.Into, ids).Error
			if err != nil {
				return fault(err)
			}
		}
		for ids := range slices.Chunk(of.alone, atOnce) {
			if err := r.takeOff(db, of.table, of.column, m.Into, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r Tags) takeOff(db *gorm.DB, table, column, tagID string, ids []string) error {
	return fault(db.Exec("DELETE FROM "+table+" WHERE tag_id = ? AND "+column+" IN ?", tagID, ids).Error)
}
