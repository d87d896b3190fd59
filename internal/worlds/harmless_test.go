package worlds_test

// Why a removal betrays nothing.
const (
	readBefore   = "whoever changes or asks this has read the row through the scope before, in the same transaction"
	oneFamily    = "the rows that lead here are of the viewer's family, and those of one family name none of another"
	ofSeen       = "what it asks about are rows that the viewer has read through the scope"
	carried      = "whoever sees what carries a tag sees the tag"
	comesBackNot = "a list for the viewer was in their sight before; it only does not come back by them"
	kept         = "it keeps a change from what others plan; what is read does not come from here"
)

// harmless are the removals that no comparison notices, and why: a second lock behind one that holds.
var harmless = map[string]string{
	`activities.go LastOnItem visibleActivities(v)`:       "the item is one that the viewer plans, and the last that was done to it was done where it stands",
	`adopt.go Adopt inFamily("list_items", v)`:            readBefore,
	`base.go Update b.scope(v)`:                           readBefore,
	`base.go Archive b.scope(v)`:                          readBefore,
	`base.go Restore b.rule(v)`:                           readBefore,
	`base.go Trash b.scope(v)`:                            readBefore,
	`comments.go SetResolved r.scope(v)`:                  readBefore,
	`dashboard.go Primary inFamily("occasions", v)`:       oneFamily,
	`gifttrash.go TrashWithItems inFamily("gifts", v)`:    readBefore,
	`gifttrash.go TrashWithItems visibleItems(v)`:         kept,
	`gifttrash.go trashWishes visibleItems(v)`:            kept,
	`history.go History plannedItems(v)`:                  readBefore,
	`items.go OnList visibleLists(v)`:                     readBefore,
	`items.go UpdateWish r.scope(v)`:                      readBefore,
	`items.go Withdraw r.scope(v)`:                        readBefore,
	`lists.go Inbox visibleLists(v)`:                      "the Idea Inbox is everybody's",
	`lists.go Withdraw r.scope(v)`:                        readBefore,
	`occasion_lock.go Held r.scope(v)`:                    readBefore,
	`occasion_people.go People inFamily("people", v)`:     oneFamily,
	`occasions.go Page inFamily("people", v)`:             oneFamily,
	`occasions.go Overdue inFamily("occasions", v)`:       "what it finds is only moved on to its next day, and that write has the rule too",
	`occasions.go SetNext inFamily("occasions", v)`:       readBefore,
	`occasions.go BirthdayOf inFamily("occasions", v)`:    oneFamily,
	`papers.go Measures inFamily("people", v)`:            oneFamily,
	`people.go Upcoming inFamily("occasions", v)`:         oneFamily,
	`people.go OnPerson tagRule(v)`:                       carried,
	`pictures.go Delete visiblePictures(v)`:               readBefore,
	`pictures.go ofMany visiblePictures(v)`:               ofSeen,
	`readers.go ReadersOfList visibleLists(v)`:            readBefore,
	`scope.go commentRule inFamily("occasions", v)`:       oneFamily,
	`scope.go commentRule inFamily("people", v)`:          oneFamily,
	`scope.go through rule(v) 2`:                          "it leaves what the onlooker sees anyway; what View as shows is promised by tests of its own",
	`scope.go tagRule inFamily("people", v)`:              oneFamily,
	`scope.go visibleActivities inFamily("occasions", v)`: oneFamily,
	`scope.go visibleActivities inFamily("people", v)`:    oneFamily,
	`scope.go visiblePictures inFamily("people", v)`:      oneFamily,
	`tags.go tagged tagRule(v)`:                           carried,
	`taguses.go used inFamily("people", v)`:               oneFamily,
	`taguses.go TrashLeavingCopy inFamily("gifts", v)`:    oneFamily,
	`taguses.go TrashLeavingCopy visibleGifts(v)`:         kept,
	`trash.go trashable notTarget(v)`:                     comesBackNot,
	`undo.go Rewind plannedAnywhere(v)`:                   readBefore,
	`undo_things.go comesBack notTarget(v)`:               comesBackNot,
	`undo_things.go hangers visibleComments(v)`:           "whoever sees what hangers asks of, a person, an occasion, a list or a gift, reads all that is said of it",
	`undo_things.go ChangedBy visibleActivities(v)`:       "it names who changed last what the viewer sees, and what was out of their sight came back by the hand that had it",
	`undo_things.go hangers inFamily("people", v)`:        oneFamily,
}
