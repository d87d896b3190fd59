package repository

import (
	"reflect"
	"slices"
	"testing"

	"kinlist/internal/domain"
)

// What somebody sees through another's eyes is what both see: every rule is asked of both.
func TestThroughAnothersEyesEveryRuleHoldsForBoth(t *testing.T) {
	t.Parallel()
	lena := domain.Viewer{UserID: "lena", FamilyID: "home", Role: domain.RoleMember, PersonID: "lena’s person"}
	tom := domain.Viewer{UserID: "tom", FamilyID: "home", Role: domain.RoleMember, PersonID: "tom’s person"}
	eyes := lena
	eyes.Onlooker = &tom
	for name, rule := range map[string]func(domain.Viewer) cond{
		"listRule": listRule, "itemRule": itemRule, "sharedWith": sharedWith, "notTarget": notTarget, "giftRule": giftRule,
		"tagRule": tagRule, "visiblePictures": visiblePictures, "commentRule": commentRule, "visibleActivities": visibleActivities,
		"onListThen": onListThen, "saidInSight": saidInSight,
	} {
		if got, want := rule(eyes), and(rule(lena), rule(tom)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s leaves\n%+v\nwant\n%+v", name, got, want)
		}
	}
	for name, rule := range map[string]func(domain.Viewer) cond{
		"visibleLists": visibleLists, "visibleItems": visibleItems, "joinedItems": joinedItems, "plannedItems": plannedItems,
		"plannedAnywhere": plannedAnywhere, "visibleGifts": visibleGifts, "visibleComments": visibleComments,
		"plannedOr": func(v domain.Viewer) cond { return plannedOr("comments.author_id", v) },
	} {
		got := rule(eyes).args
		for _, whose := range []string{lena.PersonID, tom.PersonID} {
			if !slices.Contains(got, any(whose)) {
				t.Errorf("%s does not ask what %s may see", name, whose)
			}
		}
	}
}
