package demo

import (
	"context"
	"strconv"
	"strings"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/service"
)

var accounts = []Account{
	{"Nora", "nora@hartigan.example", "mother; runs the family's Kinlist", domain.RoleAdmin},
	{"Colm", "colm@hartigan.example", "father", domain.RoleMember},
	{"Ella", "ella@hartigan.example", "daughter, 15: sees her wishes, not what is planned for her", domain.RoleMember},
	{"Rose", "rose@hartigan.example", "grandmother: reads and comments", domain.RoleGuest},
	{"Aoife", "aoife@byrne.example", "aunt, in the other household", domain.RoleMember},
}

// role is a person of the family. Born is "2 September" with the age this year, or without one where nobody knows.
type role struct {
	name, relationship, born string
	age                      int
	interests, tags          string
	sizes                    []string // label, value, label, value, …
	constraints, notes       string
}

var cast = []role{
	{
		"Nora", "spouse", "14 March", 44, "Pottery, Sea swimming, Crime novels", "books, handmade",
		[]string{"Jumper", "M", "Shoes", "EU 39"},
		"", "Prefers one good thing to three small ones.",
	},
	{
		"Colm", "spouse", "2 September", 46, "Bread, Cycling, Old maps", "kitchen, outdoors",
		[]string{"Shirt", "L", "Shoes", "EU 44"},
		"No more mugs.", "",
	},
	{
		"Ella", "child", "21 May", 15, "Photography, Hockey, Drawing", "music, art",
		[]string{"Hoodie", "S", "Shoes", "EU 38"},
		"Vegetarian: no leather.", "",
	},
	{
		"Finn", "child", "9 October", 9, "Space, Building things, Football", "outdoors, games",
		[]string{"T-shirt", "134", "Shoes", "EU 34"},
		"No plushies, he says.", "",
	},
	{
		"Rose", "parent", "30 January", 74, "Garden, Radio plays, Choir", "cosy, music",
		[]string{"Gloves", "7"},
		"", "Reads with large print.",
	},
	{
		"Pat", "parent", "17 August", 77, "Birds, Chess, Whittling", "outdoors, handmade",
		[]string{"Jumper", "XL"},
		"Nothing with sugar.", "",
	},
	{
		"Aoife", "sibling", "6 June", 41, "Climbing, Tea, Poetry", "books, outdoors",
		[]string{"Jacket", "S", "Shoes", "EU 38"},
		"Allergic to wool.", "",
	},
	{"Declan", "extended", "25 November", 43, "Guitar, Barbecue", "music, kitchen", []string{"Shirt", "XL"}, "", ""},
	{
		"Saoirse", "extended", "12 April", 12, "Horses, Reading, Baking", "books, kitchen",
		[]string{"Jodhpurs", "152", "Shoes", "EU 37"},
		"", "Has read all of the dragon books.",
	},
	{"Oscar", "extended", "29 February", 0, "Trains, Mud, Songs", "games, outdoors", []string{"Wellies", "EU 29"}, "", "A birthday every four years, he says."},
	{"Biscuit", "pet", "1 July", 0, "Squirrels, Sausages", "", []string{"Collar", "42 cm"}, "No chocolate, no raisins.", "The Hartigans’ dog."},
}

// moveIn sets the family up: the accounts, and everybody who was born by then.
func (s *stage) moveIn(ctx context.Context) error {
	nora := accounts[0]
	token, err := s.Auth.Setup(ctx, dto.SetupInput{
		FamilyName: FamilyName, Name: nora.Name, Email: nora.Email, Password: Password, Currency: "EUR",
	}, locale, true, service.Client{})
	if err != nil {
		return err
	}
	session, err := s.Auth.Session(ctx, token)
	if err != nil {
		return err
	}
	if err := s.Auth.SignOut(ctx, token); err != nil {
		return err
	}
	for _, a := range accounts[1:] {
		err := s.Auth.AddUser(ctx, service.NewUser{Name: a.Name, Email: a.Email, Password: Password, Role: a.Role})
		if err != nil {
			return err
		}
	}
	if err := s.meet(ctx, session.Viewer); err != nil {
		return err
	}
	for _, r := range cast {
		if err := s.enter(ctx, r); err != nil {
			return err
		}
	}
	s.maeve()
	return s.goldenWedding(ctx)
}

// meet gets to know the members, each as a viewer.
func (s *stage) meet(ctx context.Context, nora domain.Viewer) error {
	members, err := s.People.Members(ctx, nora)
	for _, m := range members {
		v := nora
		v.UserID, v.Role = m.UserID, m.Role
		s.members[m.Name] = v
	}
	return err
}

// enter adds a person, linked to the account of the same name.
func (s *stage) enter(ctx context.Context, r role) error {
	day, month, _ := strings.Cut(r.born, " ")
	in := dto.PersonInput{
		DisplayName: r.name, Relationship: r.relationship, BirthDay: day, BirthMonth: monthNumber(month), Interests: r.interests,
		Tags: r.tags, Constraints: r.constraints, Notes: r.notes, UserID: s.members[r.name].UserID,
	}
	switch {
	case r.age > 0:
		in.BirthYear = strconv.Itoa(s.now.Year() - r.age)
	case r.born == "29 February":
		in.BirthYear = strconv.Itoa((s.now.Year() - 4) / 4 * 4)
	}
	for i := 0; i+1 < len(r.sizes); i += 2 {
		in.SizeLabels, in.SizeValues = append(in.SizeLabels, r.sizes[i]), append(in.SizeValues, r.sizes[i+1])
	}
	id, err := s.People.Create(ctx, s.members["Nora"], in)
	s.people[r.name] = id
	if v, ok := s.members[r.name]; ok {
		v.PersonID = id
		s.members[r.name] = v
	}
	return err
}

func monthNumber(name string) string {
	t, err := time.Parse("January", name)
	if err != nil {
		return ""
	}
	return strconv.Itoa(int(t.Month()))
}

// maeve is born eight months ago.
func (s *stage) maeve() {
	born := calendar.Of(s.now.AddDate(0, -8, -4))
	s.at(clockTime(born.AddDays(3), 15), func(ctx context.Context) error {
		id, err := s.People.Create(ctx, s.members["Colm"], dto.PersonInput{
			DisplayName: "Maeve", LegalName: "Maeve Rose Hartigan", Relationship: "child", BirthDay: strconv.Itoa(born.Day),
			BirthMonth: strconv.Itoa(int(born.Month)), BirthYear: strconv.Itoa(born.Year), Interests: "Milk, Being carried",
			SizeLabels: []string{"Rompers"}, SizeValues: []string{"68"}, Tags: "cosy",
		})
		s.people["Maeve"] = id
		return err
	})
}

// goldenWedding is a day of the grandparents that comes every year.
func (s *stage) goldenWedding(ctx context.Context) error {
	id, err := s.Occasions.Create(ctx, s.members["Colm"], dto.OccasionInput{
		Name: "Rose and Pat’s wedding day", Type: "anniversary", Date: strconv.Itoa(s.now.Year()-48) + "-06-20", Recurrence: "yearly",
		PersonIDs: []string{s.people["Rose"], s.people["Pat"]}, Notes: "Married in Kinsale. The fiftieth will need planning.",
	})
	s.days["wedding"] = id
	return err
}
