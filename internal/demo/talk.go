package demo

import (
	"context"
	"strconv"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// talk lets the family comment on what they plan: with mentions, and one question that is settled.
func (s *stage) talk() {
	christmas := "Christmas " + strconv.Itoa(s.christmas(0).Year)
	var question string
	s.says(0.80, "Nora", domain.EntityOccasion, s.days, christmas, "Who brings what? Lunch is at two, says Pat.")
	s.says(0.86, "Aoife", domain.EntityOccasion, s.days, christmas, "We bring the starters. @Nora, how many of us are there?")
	s.says(0.87, "Rose", domain.EntityList, s.lists, "Maeve’s first Christmas", "I am knitting her a blanket. @Nora, so please no other one!")
	s.says(0.82, "Colm", domain.EntityPerson, s.people, "Pat", "The doctor says no sugar for now, so please no chocolates.")
	s.says(0.84, "Aoife", domain.EntityList, s.lists, "For Finn", "Has he still got the rocket? Then I would get motors for it rather than another kit.")
	s.onItem(0.83, "Colm", "Film camera, second hand, with a 50 mm lens", "@Aoife, does the darkroom kit take this film, or is it another size?", &question)
	s.onItem(0.88, "Aoife", "Film camera, second hand, with a 50 mm lens", "It is 35 mm, so yes. @Nora, I keep both here until you arrive.", nil)
	s.at(s.fraction(0.89), func(ctx context.Context) error {
		_, err := s.Comments.Resolve(ctx, s.members["Colm"], question)
		return err
	})
	s.onItem(0.96, "Aoife", withdrawn, "I had paid for these already. @Nora, shall I keep them for her birthday?", nil)
	s.onItem(0.91, "Ella", "Moon lamp that follows the phases", "I would pay half of it.", nil)
	s.onItem(0.90, "Nora", "Sourdough course, one Saturday", "@Ella, not a word to your father.", nil)
}

// says lets somebody comment on a thing that is known by name once the time has come.
func (s *stage) says(when float64, who string, kind domain.Entity, ids map[string]string, name, body string) {
	s.at(s.fraction(when), func(ctx context.Context) error {
		_, err := s.Comments.Add(ctx, s.members[who], dto.Parent{ParentType: kind, ParentID: ids[name]}, dto.CommentInput{Body: body})
		return err
	})
}

// onItem lets somebody comment on an item.
func (s *stage) onItem(when float64, who, title, body string, id *string) {
	s.at(s.fraction(when), func(ctx context.Context) error {
		on := dto.Parent{ParentType: domain.EntityItem, ParentID: s.items[title].ID}
		c, err := s.Comments.Add(ctx, s.members[who], on, dto.CommentInput{Body: body})
		if id != nil {
			*id = c.ID
		}
		return err
	})
}
