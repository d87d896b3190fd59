package repository

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"gorm.io/gorm"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Comments reads and writes what members say about a thing.
type Comments struct {
	base[model.Comment, *model.Comment]
}

// CommentRow is a comment with its names.
type CommentRow struct {
	model.Comment
	AuthorName   string
	ResolverName *string
	WisherID     *string // on an item: the account of the person it is for
	ParentTitle  *string // of what it hangs on
	Mentioned    *string // whom it mentions, see Mentions
}

// parents are the columns that point at what a comment hangs on.
var parents = map[domain.Entity]string{
	domain.EntityPerson:   "comments.person_id",
	domain.EntityOccasion: "comments.occasion_id",
	domain.EntityList:     "comments.list_id",
	domain.EntityGift:     "comments.gift_id",
	domain.EntityItem:     "comments.item_id",
}

var (
	newestFirst   = []order[CommentRow]{{name: "new", expr: "comments.created_at", desc: true, key: func(c CommentRow) any { return c.CreatedAt }}}
	commentOrders = append([]order[CommentRow]{{name: "old", expr: "comments.created_at", key: func(c CommentRow) any { return c.CreatedAt }}}, newestFirst...)
)

// Page returns one page of the comments on a thing, oldest first or, sorted by new, newest first.
func (r Comments) Page(ctx context.Context, v domain.Viewer, parent domain.Entity, id string, pq PageQuery) (Page[CommentRow], error) {
	column, known := parents[parent]
	if !known {
		return Page[CommentRow]{}, apperr.Missing()
	}
	q := r.written(v).Where(column+" = ?", idOrNobody(id))
	return page(ctx, q, "comments", commentOrders, pq, func(c CommentRow) string { return c.ID })
}

// Mentioning returns one page of the comments that mention the viewer, newest first.
func (r Comments) Mentioning(ctx context.Context, v domain.Viewer, pq PageQuery) (Page[CommentRow], error) {
	q := r.written(v).Joins("JOIN comment_mentions ON comment_mentions.comment_id = comments.id AND comment_mentions.user_id = ?", v.UserID)
	return page(ctx, q, "comments", newestFirst, pq, func(c CommentRow) string { return c.ID })
}

// Saying returns the newest comments that a text finds.
func (r Comments) Saying(ctx context.Context, v domain.Viewer, typed string, n int) ([]CommentRow, error) {
	q := r.search(r.written(v), v, typed)
	var rows []CommentRow
	err := q.WithContext(ctx).Order("comments.created_at DESC, comments.id").Limit(n).Find(&rows).Error
	return rows, fault(err)
}

// Named returns a comment with its names.
func (r Comments) Named(ctx context.Context, v domain.Viewer, id string) (CommentRow, error) {
	var row CommentRow
	err := r.written(v).WithContext(ctx).Where("comments.id = ?", idOrNobody(id)).Take(&row).Error
	return row, fault(err)
}

// written is a query over the comments that the viewer may read, with the names of who wrote and resolved them.
func (r Comments) written(v domain.Viewer) *gorm.DB {
	return r.live(v, true).Select(`comments.*, users.name AS author_name, resolvers.name AS resolver_name,
			(SELECT people.user_id FROM list_items JOIN lists ON lists.id = list_items.list_id
				JOIN people ON people.id = lists.target_person_id WHERE list_items.id = comments.item_id) AS wisher_id,
			CASE WHEN comments.item_id IS NOT NULL
				THEN (SELECT gifts.title FROM list_items JOIN gifts ON gifts.id = list_items.gift_id WHERE list_items.id = comments.item_id)
			WHEN comments.list_id IS NOT NULL THEN (SELECT lists.name FROM lists WHERE lists.id = comments.list_id)
			WHEN comments.gift_id IS NOT NULL THEN (SELECT gifts.title FROM gifts WHERE gifts.id = comments.gift_id)
			WHEN comments.person_id IS NOT NULL THEN (SELECT people.display_name FROM people WHERE people.id = comments.person_id)
			ELSE (SELECT occasions.name FROM occasions WHERE occasions.id = comments.occasion_id) END AS parent_title,
			(SELECT string_agg(users.id || ' ' || users.name, ?) FROM comment_mentions JOIN users ON users.id = comment_mentions.user_id
				WHERE comment_mentions.comment_id = comments.id) AS mentioned`, "\n").
		Joins("JOIN users ON users.id = comments.author_id").
		Joins("LEFT JOIN users AS resolvers ON resolvers.id = comments.resolved_by_id")
}

// Counts returns how many comments the viewer may read on each of several things of one kind; those without are
// left out.
func (r Comments) Counts(ctx context.Context, v domain.Viewer, parent domain.Entity, ids []string) (map[string]int, error) {
	counts := map[string]int{}
	ids, column := onlyIDs(ids), parents[parent]
	if len(ids) == 0 || column == "" {
		return counts, nil
	}
	var rows []struct {
		ID string
		N  int
	}
	err := r.live(v, true).WithContext(ctx).Select(column+" AS id, count(*) AS n").Where(column+" IN ?", ids).
		Group(column).Find(&rows).Error
	for _, row := range rows {
		counts[row.ID] = row.N
	}
	return counts, fault(err)
}

// SetResolved marks a comment as resolved by the viewer, or opens it again. It is no change of what was written, so
// version and times stay.
func (r Comments) SetResolved(ctx context.Context, v domain.Viewer, id string, resolved bool) error {
	values := map[string]any{"resolved_at": nil, "resolved_by_id": nil}
	if resolved {
		values = map[string]any{"resolved_at": r.now(), "resolved_by_id": v.UserID}
	}
	c := r.scope(v)
	return fault(r.conn.WithContext(ctx).Table("comments").Where("comments.id = ?", id).Where(c.sql, c.args...).Updates(values).Error)
}

// MentionRow is a member whom a comment mentions.
type MentionRow struct {
	UserID string
	Name   string
}

// Mentions are those whom the comment mentions, by name. They come with the comment: one line each, which no name
// breaks.
func (c CommentRow) Mentions() []MentionRow {
	if c.Mentioned == nil {
		return nil
	}
	var rows []MentionRow
	for line := range strings.SplitSeq(*c.Mentioned, "\n") {
		id, name, _ := strings.Cut(line, " ")
		rows = append(rows, MentionRow{UserID: id, Name: name})
	}
	slices.SortFunc(rows, func(a, b MentionRow) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.UserID, b.UserID))
	})
	return rows
}

// SetMentions makes userIDs those whom a comment mentions.
func (r Comments) SetMentions(ctx context.Context, commentID string, userIDs []string) error {
	db := r.conn.WithContext(ctx)
	if err := db.Where("comment_id = ?", commentID).Delete(&model.CommentMention{}).Error; err != nil || len(userIDs) == 0 {
		return fault(err)
	}
	rows := make([]model.CommentMention, len(userIDs))
	for i, id := range userIDs {
		rows[i] = model.CommentMention{CommentID: commentID, UserID: id}
	}
	return fault(db.Create(&rows).Error)
}
