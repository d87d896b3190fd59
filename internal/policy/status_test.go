package policy_test

import (
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/policy"
)

// machine is the whole status machine: a row is where an item is, a column where it shall go, in the order of
// domain.Statuses; x is allowed.
var machine = []string{
	//            i s b o d w g x
	"idea        . x x x x x x x",
	"shortlisted x . x x x x x x",
	"buying      x x . x x x x x",
	"ordered     x x x . x x x x",
	"delivered   x x x x . x x x",
	"wrapped     x x x x x . x x",
	"gifted      . . . . x x . .",
	"dropped     x x . . . . . .",
}

const (
	me      = "me"
	another = "another"
)

func TestEveryMoveOfTheMachineForEveryRoleAndBuyer(t *testing.T) {
	for _, line := range machine {
		cells := strings.Fields(line)
		from := domain.Status(cells[0])
		for i, to := range domain.Statuses {
			for _, role := range domain.Roles {
				for _, buyer := range []string{"", me, another} {
					v := domain.Viewer{UserID: me, Role: role}
					item := policy.Item{Status: from, BuyerID: buyer, BuyerName: "Anna"}
					held := from.InHand() && buyer == another && role != domain.RoleAdmin
					want := cells[i+1] == "x" && role != domain.RoleGuest && !held
					err := policy.Move(v, item, to)
					if (err == nil) != want {
						t.Errorf("%s → %s as %s, buyer %q: %v; want allowed %t", from, to, role, buyer, err, want)
					}
				}
			}
		}
	}
}

func TestMovesOffersJustWhatMoveAllows(t *testing.T) {
	for _, from := range domain.Statuses {
		for _, role := range domain.Roles {
			for _, buyer := range []string{"", me, another} {
				v := domain.Viewer{UserID: me, Role: role}
				item := policy.Item{Status: from, BuyerID: buyer}
				offered := policy.Moves(v, item)
				for _, to := range domain.Statuses {
					if domain.Known(to, offered) != (policy.Move(v, item, to) == nil) {
						t.Errorf("%s → %s as %s, buyer %q: offered %v", from, to, role, buyer, offered)
					}
				}
			}
		}
	}
}

func TestARefusalSaysWhatIsAllowed(t *testing.T) {
	member := domain.Viewer{UserID: me, Role: domain.RoleMember}
	cases := []struct {
		item policy.Item
		to   domain.Status
		code apperr.Code
		says string
	}{
		{policy.Item{Status: domain.StatusGifted}, domain.StatusIdea, apperr.Invalid, "can become delivered or wrapped"},
		{policy.Item{Status: domain.StatusDropped}, domain.StatusOrdered, apperr.Invalid, "can become an idea or shortlisted"},
		{policy.Item{Status: domain.StatusBuying, BuyerID: another, BuyerName: "Anna"}, domain.StatusWrapped, apperr.Forbidden, "Anna has this in hand"},
		{policy.Item{Status: domain.StatusBuying}, domain.StatusBuying, apperr.Invalid, "buying already"},
		{policy.Item{Status: domain.StatusIdea}, "lost", apperr.Invalid, "marked fields"},
	}
	for _, c := range cases {
		err := policy.Move(member, c.item, c.to)
		if apperr.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s → %s: %v; want %s saying %q", c.item.Status, c.to, err, c.code, c.says)
		}
	}
}

func TestWhoeverTakesAnItemInHandFirstIsItsBuyer(t *testing.T) {
	v := domain.Viewer{UserID: me, Role: domain.RoleMember}
	cases := []struct {
		from  domain.Status
		buyer string
		to    domain.Status
		want  string
	}{
		{domain.StatusIdea, "", domain.StatusBuying, me},
		{domain.StatusIdea, "", domain.StatusOrdered, me},
		{domain.StatusIdea, "", domain.StatusDelivered, me},
		{domain.StatusShortlisted, "", domain.StatusWrapped, me},
		{domain.StatusIdea, another, domain.StatusBuying, another}, // agreed beforehand
		{domain.StatusIdea, "", domain.StatusGifted, ""},           // recorded afterwards
		{domain.StatusIdea, "", domain.StatusShortlisted, ""},
		{domain.StatusShortlisted, another, domain.StatusIdea, another},
		{domain.StatusBuying, me, domain.StatusIdea, ""}, // given up: free for others
		{domain.StatusOrdered, me, domain.StatusDropped, ""},
		{domain.StatusWrapped, me, domain.StatusBuying, me},
		{domain.StatusWrapped, me, domain.StatusGifted, me},
		{domain.StatusGifted, me, domain.StatusWrapped, me},
	}
	for _, c := range cases {
		item := policy.Item{Status: c.from, BuyerID: c.buyer}
		if got := policy.BuyerAfter(v, item, c.to); got != c.want {
			t.Errorf("%s by %q → %s: buyer %q; want %q", c.from, c.buyer, c.to, got, c.want)
		}
	}
}

func TestWhatOthersAddToAnAccountsListIsHiddenUnlessTheySaySo(t *testing.T) {
	giver := domain.Viewer{UserID: me}
	target := domain.Viewer{UserID: me, PersonID: "p"}
	cases := []struct {
		name   string
		v      domain.Viewer
		target string
		user   string
		wanted domain.Privacy
		want   domain.Privacy
	}{
		{"for somebody with an account", giver, "p", another, "", domain.PrivacyHidden},
		{"shared on purpose", giver, "p", another, domain.PrivacyShared, domain.PrivacyShared},
		{"for a baby", giver, "p", "", "", domain.PrivacyShared},
		{"for a baby, hidden for later", giver, "p", "", domain.PrivacyHidden, domain.PrivacyHidden},
		{"one's own wish", target, "p", me, domain.PrivacyHidden, domain.PrivacyShared},
		{"without a target", giver, "", "", domain.PrivacyHidden, domain.PrivacyShared},
	}
	for _, c := range cases {
		if got := policy.PrivacyOfNew(c.v, c.target, c.user, c.wanted); got != c.want {
			t.Errorf("%s: %s; want %s", c.name, got, c.want)
		}
	}
}

func TestAStepGoesOneStatusAlongThePathAndNeverOffIt(t *testing.T) {
	path := domain.Statuses[:len(domain.Statuses)-1]
	for i, from := range path {
		for word, at := range map[string]int{domain.StepOn: i + 1, domain.StepBack: i - 1} {
			to, err := policy.Step(from, word)
			if inside := at >= 0 && at < len(path); inside != (err == nil) || inside && to != path[at] {
				t.Errorf("%s from %s leads to %q, %v", word, from, to, err)
			}
		}
	}
	if to, err := policy.Step(domain.StatusDropped, domain.StepOn); err == nil {
		t.Errorf("from dropped a step leads to %q", to)
	}
}
