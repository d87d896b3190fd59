package repository

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"

	"kinlist/internal/model"
	"kinlist/internal/text"
)

// found says by which texts the rows of a table are found. The zero value is a table that nobody searches.
type found[T any] struct {
	owner string           // the column of texts that points at the row
	mark  string           // begins the first word of the documents: what they are of
	reads []string         // the columns that parts reads
	parts func(T) []string // the texts of a row
}

var (
	foundPeople = found[model.Person]{
		"person_id", "p",
		[]string{"display_name", "legal_name", "interests", "notes", "constraints"},
		func(p model.Person) []string {
			return append([]string{p.DisplayName, p.LegalName, p.Notes, p.Constraints}, p.Interests...)
		},
	}
	foundOccasions = found[model.Occasion]{
		"occasion_id", "o",
		[]string{"name", "notes"},
		func(o model.Occasion) []string { return []string{o.Name, o.Notes} },
	}
	foundLists = found[model.List]{
		"list_id", "l",
		[]string{"name", "notes"},
		func(l model.List) []string { return []string{l.Name, l.Notes} },
	}
	foundGifts = found[model.Gift]{
		"gift_id", "g", []string{"title", "description", "source", "link", "links"}, giftTexts,
	}
	foundItems = found[model.ListItem]{
		"item_id", "i",
		[]string{"notes", "wish_notes"},
		func(i model.ListItem) []string { return []string{i.Notes, i.WishNotes} },
	}
	foundComments = found[model.Comment]{
		"comment_id", "c", []string{"body"}, func(c model.Comment) []string { return []string{c.Body} },
	}
)

func giftTexts(g model.Gift) []string {
	parts := []string{g.Title, g.Source}
	if u, err := url.Parse(g.Link); err == nil {
		parts = append(parts, strings.TrimPrefix(u.Hostname(), "www."))
	}
	for _, l := range g.Links {
		parts = append(parts, l.Label)
	}
	return append(parts, g.Description) // last: what is too long is cut
}

// maxDocument bounds what a thing is found by, in characters.
const maxDocument = 20_000

// familyWord is the first word of every document of one kind in a family: by it the index finds only theirs. No word
// that somebody types has its sign.
func familyWord(mark, familyID string) string {
	return "§" + mark + strings.ReplaceAll(familyID, "-", "")
}

// signWord is the word by which the index finds a sign, which no word holds. No family has its mark.
func signWord(sign rune) string { return "§x" + strconv.FormatInt(int64(sign), 16) }

// document returns the words of the texts, each once with the family's first and its signs last, and the whole text
// folded.
func document(mark, familyID string, parts []string) (words, folded string) {
	whole := []rune(strings.Join(parts, "\n"))
	cut := string(whole[:min(len(whole), maxDocument)])
	seen := map[string]bool{}
	list := []string{familyWord(mark, familyID)}
	for _, w := range text.Words(cut) {
		if !seen[w] {
			seen[w] = true
			list = append(list, w)
		}
	}
	for _, sign := range text.Signs(cut) {
		list = append(list, signWord(sign))
	}
	return strings.Join(list, " "), text.Fold(cut)
}

// text is of with the document of a row.
func (f found[T]) text(m model.Editable, row T, of model.Text) model.Text {
	words, folded := document(f.mark, m.FamilyID, f.parts(row))
	of.FamilyID, of.Words, of.Folded = m.FamilyID, &words, &folded
	return of
}

// learn writes the document of a row.
func (f found[T]) learn(ctx context.Context, conn *gorm.DB, familyID, id string, row T) error {
	if f.parts == nil {
		return nil
	}
	words, folded := document(f.mark, familyID, f.parts(row))
	return fault(conn.WithContext(ctx).Exec("INSERT INTO texts (family_id, "+f.owner+", words, folded) VALUES (?, ?, ?, ?) ON CONFLICT ("+
		f.owner+") WHERE "+f.owner+" IS NOT NULL DO UPDATE SET words = excluded.words, folded = excluded.folded "+
		"WHERE texts.words IS DISTINCT FROM excluded.words OR texts.folded IS DISTINCT FROM excluded.folded",
		familyID, id, words, folded).Error)
}

// relearn writes the document of a row anew when one of the written columns is a part of it. It reads the row back: who
// updates a few columns need not have the others.
func (f found[T]) relearn(ctx context.Context, conn *gorm.DB, familyID, id string, written []string) error {
	if !slices.ContainsFunc(written, func(column string) bool { return slices.Contains(f.reads, column) }) {
		return nil
	}
	row, err := take[T](ctx, conn.Select(f.reads).Where("id = ? AND family_id = ?", id, familyID))
	if err != nil {
		return err
	}
	return f.learn(ctx, conn, familyID, id, row)
}

// fillBatch is how many documents of older rows are written in one transaction.
const fillBatch = 500

// FillTexts writes the documents of the rows that are older than the table of texts, and returns how many. It serves
// commands, so it has no viewer: it runs right after a migration, looks once when there is nothing to do, and goes on
// where it was when it was stopped.
func (s *Store) FillTexts(ctx context.Context) (int, error) {
	var blank []int64
	err := s.conn.WithContext(ctx).Model(&model.Text{}).Where("words IS NULL").Order("seq").Limit(1).Pluck("seq", &blank).Error
	if err != nil || len(blank) == 0 {
		return 0, fault(err)
	}
	total := 0
	for _, fill := range []func(*Store) (int, error){
		func(tx *Store) (int, error) { return tx.People.fillTexts(ctx) },
		func(tx *Store) (int, error) { return tx.Occasions.fillTexts(ctx) },
		func(tx *Store) (int, error) { return tx.Lists.fillTexts(ctx) },
		func(tx *Store) (int, error) { return tx.Gifts.fillTexts(ctx) },
		func(tx *Store) (int, error) { return tx.Items.fillTexts(ctx) },
		func(tx *Store) (int, error) { return tx.Comments.fillTexts(ctx) },
	} {
		for n := 1; n > 0; total += n {
			err := s.InTx(ctx, func(tx *Store) (err error) {
				n, err = fill(tx)
				return err
			})
			if err != nil {
				return total, err
			}
		}
	}
	return total, nil
}

// fillTexts writes one batch of the documents that are missing. A row that somebody changes meanwhile has written its
// own.
func (b base[T, P]) fillTexts(ctx context.Context) (int, error) {
	var ids []string
	db, owner := b.conn.WithContext(ctx), b.found.owner
	err := db.Model(&model.Text{}).Where("words IS NULL AND "+owner+" IS NOT NULL").Order("seq").Limit(fillBatch).Pluck(owner, &ids).Error
	if err != nil || len(ids) == 0 {
		return 0, fault(err)
	}
	rows, err := find[T](ctx, b.conn.Where("id IN ?", ids))
	for i := range rows {
		m := P(&rows[i]).Meta()
		words, folded := document(b.found.mark, m.FamilyID, b.found.parts(rows[i]))
		err := db.Model(&model.Text{}).Where(owner+" = ? AND words IS NULL", m.ID).
			Updates(map[string]any{"words": words, "folded": folded}).Error
		if err != nil {
			return 0, fault(err)
		}
	}
	return len(rows), err
}
