package service

import (
	"errors"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/repository"
)

func pageQuery(q dto.Query) repository.PageQuery {
	return repository.PageQuery{Sort: q.Sort, Cursor: q.Cursor, Limit: q.Limit}
}

func toMembers(rows []repository.MemberRow) []dto.Member {
	members := make([]dto.Member, len(rows))
	for i, m := range rows {
		members[i] = dto.Member{UserID: m.UserID, Name: m.Name, Role: m.Role}
	}
	return members
}

// checkVersion refuses a change that was made on an older version.
func checkVersion(madeOn, current int64) error {
	if madeOn == current {
		return nil
	}
	return apperr.New(apperr.Conflict, "Somebody changed this while you had it open. Nothing was saved: look at it again.")
}

// refOf names another thing, nil when there is none.
func refOf(id, name *string) *dto.Ref {
	if id == nil || name == nil {
		return nil
	}
	return &dto.Ref{ID: *id, Name: *name}
}

// askFirst is the answer to a deletion that takes more along than its name says.
func askFirst(sentence string, args ...any) error {
	return apperr.New(apperr.Unconfirmed, sentence, args...)
}

// takesAlong says how many things of a kind a deletion takes along.
func takesAlong(n int, one, many string) lang.Phrase {
	if n == 0 {
		return lang.Said("Nothing else goes along.")
	}
	return lang.SaidN(n, one, many)
}

// sentenceOf is what an error of one of the packages below says to people.
func sentenceOf(err error) lang.Phrase {
	if said, ok := errors.AsType[interface {
		error
		Phrase() lang.Phrase
	}](err); ok {
		return said.Phrase()
	}
	return lang.Said(err.Error())
}
