package seed

import (
	"math/rand/v2"
	"strconv"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/text"
)

// years is how far back a family's history goes.
const years = 4

// family is one family while it is made. Its things come in the order of time, so that ids and feed do too.
type family struct {
	*writer
	Options
	*rand.Rand
	number int
	hash   string // of everybody's password
	id     string
	now    time.Time
	start  time.Time

	users      [4]string // admin, child, member, guest
	people     []model.Person
	birthdays  []model.Occasion // of the people, in their order
	christmas  []model.Occasion // of the years, the next one last
	tags       []string
	gifts      []model.Gift // that may stand on another list too
	activities []model.Activity
}

// The accounts by their place in users. The child is linked to the first person.
const (
	admin = iota
	child
	member
	guest
)

func newFamily(w *writer, o Options, number int, rng *rand.Rand, hash string) *family {
	now := time.Date(o.Today.Year, o.Today.Month, o.Today.Day, 0, 0, 0, 0, time.UTC)
	return &family{writer: w, Options: o, Rand: rng, number: number, hash: hash, now: now, start: now.AddDate(-years, 0, 0)}
}

func (f *family) make() error {
	f.accounts()
	f.persons()
	f.occasions()
	f.words()
	if err := f.lists(); err != nil {
		return err
	}
	f.feed()
	return f.room()
}

// newID is an id that tells its time and comes from the seed.
func (f *family) newID(at time.Time) string {
	var id uuid.UUID
	ms, high, low := at.UnixMilli(), f.Uint64(), f.Uint64()
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i))
	}
	for i := range 2 {
		id[6+i] = byte(high >> (8 * i))
	}
	for i := range 8 {
		id[8+i] = byte(low >> (8 * i))
	}
	id[6] = id[6]&0x0f | 0x70 // version 7
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

func (f *family) base(at time.Time) model.Base {
	return model.Base{ID: f.newID(at), CreatedAt: at, UpdatedAt: at}
}

func (f *family) editable(at time.Time) model.Editable {
	return model.Editable{Base: f.base(at), FamilyID: f.id, Version: 1}
}

// chance is true in percent of the cases.
func (f *family) chance(percent int) bool { return f.IntN(100) < percent }

// pick is one of the words.
func pick[T any](f *family, words []T) T { return words[f.IntN(len(words))] }

// accounts makes the family with four accounts that can sign in, and its Idea Inbox.
func (f *family) accounts() {
	row := model.Family{
		Base: f.base(f.start), Name: pick(f, surnames) + " " + strconv.Itoa(f.number), Currency: "EUR", Locale: "en-GB",
		TimeZone: "Europe/Berlin", Version: 1,
	}
	f.id = row.ID
	f.rows.Families = append(f.rows.Families, row)
	roles := [4]domain.Role{domain.RoleAdmin, domain.RoleMember, domain.RoleMember, domain.RoleGuest}
	for i, email := range Emails(f.number) {
		user := model.User{
			Base: f.base(f.start), Name: pick(f, forenames), Email: email, EmailKey: email, PasswordHash: f.hash, Version: 1,
		}
		f.users[i] = user.ID
		f.rows.Users = append(f.rows.Users, user)
		f.rows.Memberships = append(f.rows.Memberships, model.Membership{
			Base: f.base(f.start), UserID: user.ID, FamilyID: f.id, Role: roles[i],
		})
	}
}

// persons makes the people, the first of whom is the child's.
func (f *family) persons() {
	for i := range f.People {
		name := pick(f, forenames)
		if i >= len(forenames)/2 {
			name += " " + strconv.Itoa(i+1)
		}
		p := model.Person{
			Editable: f.editable(f.start), DisplayName: name, NameKey: text.Key(name), Relationship: pick(f, domain.Relationships),
			Interests: []string{pick(f, interests)},
		}
		if f.chance(90) {
			day, month, year := 1+f.IntN(28), 1+f.IntN(12), f.now.Year()-1-f.IntN(80)
			p.BirthDay, p.BirthMonth = &day, &month
			if f.chance(80) {
				p.BirthYear = &year
			}
		}
		if f.chance(50) {
			p.Sizes = []model.Size{{Label: "Shoes", Value: "EU " + strconv.Itoa(20+f.IntN(26))}}
		}
		if i == 0 {
			p.UserID = &f.users[child]
		}
		f.people = append(f.people, p)
	}
	f.rows.People = append(f.rows.People, f.people...)
}

// occasions makes the birthdays, and Christmas of every year.
func (f *family) occasions() {
	today := calendar.Of(f.now)
	f.birthdays = make([]model.Occasion, len(f.people))
	for i := range f.people {
		if p := &f.people[i]; p.BirthDay != nil {
			year := 2000
			if p.BirthYear != nil {
				year = *p.BirthYear
			}
			f.birthdays[i] = f.occasion(p.DisplayName+"’s birthday", domain.OccasionBirthday, calendar.On(year, time.Month(*p.BirthMonth), *p.BirthDay), calendar.Yearly)
			f.birthdays[i].PersonID = &p.ID
			f.rows.Occasions = append(f.rows.Occasions, f.birthdays[i])
			f.rows.OccasionPeople = append(f.rows.OccasionPeople, model.OccasionPerson{OccasionID: f.birthdays[i].ID, PersonID: p.ID, FamilyID: f.id})
		}
	}
	for year := f.start.Year(); ; year++ {
		day, name := calendar.On(year, time.December, 24), "Christmas "+strconv.Itoa(year)
		o := f.occasion(name, domain.OccasionChristmas, day, calendar.Once)
		if n := len(f.christmas); n > 0 {
			o.FollowsID = &f.christmas[n-1].ID
		}
		budget := int64(len(f.people)+1) * int64(4000+1000*f.IntN(5))
		o.Budget = &budget
		f.christmas = append(f.christmas, o)
		f.scope(o)
		if !day.Before(today) {
			break
		}
	}
	f.rows.Occasions = append(f.rows.Occasions, f.christmas...)
}

func (f *family) occasion(name string, kind domain.OccasionType, day calendar.Date, again calendar.Recurrence) model.Occasion {
	return model.Occasion{
		Editable: f.editable(f.start), Name: name, NameKey: text.Key(name), Type: kind, Date: day, Recurrence: again,
		NextOn: calendar.Next(day, again, calendar.Of(f.now)),
	}
}

// scope puts everybody on an occasion, most with a budget of their own.
func (f *family) scope(o model.Occasion) {
	for i := range f.people {
		row := model.OccasionPerson{OccasionID: o.ID, PersonID: f.people[i].ID, FamilyID: f.id}
		if f.chance(60) {
			budget := int64(2500 + 500*f.IntN(20))
			row.Budget = &budget
		}
		f.rows.OccasionPeople = append(f.rows.OccasionPeople, row)
	}
}

// words makes the tags and puts some on the people.
func (f *family) words() {
	for _, name := range tagNames {
		row := model.Tag{
			Editable: f.editable(f.start), Name: name, NameKey: text.Key(name), Type: "custom", CreatedByID: f.users[admin],
		}
		f.tags = append(f.tags, row.ID)
		f.rows.Tags = append(f.rows.Tags, row)
	}
	for i := range f.people {
		f.rows.PersonTags = append(f.rows.PersonTags, model.PersonTag{PersonID: f.people[i].ID, TagID: pick(f, f.tags)})
	}
}
