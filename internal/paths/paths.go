// Package paths is every URL of the program as a function. Routes are registered with the same functions that links
// are made with (a route's id is ":id"), so the two cannot drift apart.
package paths

import (
	"net/url"
	"strings"
)

// base is the sub-path that the program is served under ("" or "/gifts"): one for the life of the process.
var base string

// Mount sets the sub-path of every address, as a proxy serves it. It is called once, before anything is served.
func Mount(prefix string) { base = strings.TrimRight(prefix, "/") }

// Base is the sub-path set by Mount.
func Base() string { return base }

func at(path string) string { return base + path }

// Collection is the address of an index with things of one kind below it.
type Collection string

// The collections.
const (
	People    Collection = "/people"
	Occasions Collection = "/occasions"
	Lists     Collection = "/lists"
	Gifts     Collection = "/gifts"
	Items     Collection = "/items"
)

// Index is the page of all.
func (c Collection) Index() string { return at(string(c)) }

// New is the empty form.
func (c Collection) New() string { return at(string(c) + "/new") }

// One is the page of one thing; a POST there saves it.
func (c Collection) One(id string) string { return at(string(c) + "/" + id) }

// Edit is the form of one thing.
func (c Collection) Edit(id string) string { return c.One(id) + "/edit" }

// Archive is where a POST takes the thing out of the default views.
func (c Collection) Archive(id string) string { return c.One(id) + "/archive" }

// Restore is where a POST brings it back from the archive or the trash.
func (c Collection) Restore(id string) string { return c.One(id) + "/restore" }

// Delete is where a POST puts the thing into the trash.
func (c Collection) Delete(id string) string { return c.One(id) + "/delete" }

// Print is the thing on paper.
func (c Collection) Print(id string) string { return c.One(id) + "/print" }

// Picture is the picture of the thing: a POST there sends one or fetches it again.
func (c Collection) Picture(id string) string { return c.One(id) + "/picture" }

// PictureDelete is where a POST takes the picture of the thing away.
func (c Collection) PictureDelete(id string) string { return c.Picture(id) + "/delete" }

// Picture is a picture of ours, large; with "?size=160" the small one.
func Picture(id string) string { return at("/pictures/" + id) }

// Home is the dashboard.
func Home() string { return at("/") }

// Events is where a page is told what others change on it.
func Events() string { return at("/events") }

// EventsOf is where the page of a thing is told what others change on it: "person", "occasion", "list", "gift" or "item"
// with its id, or "page" with its name, and how it is arranged.
func EventsOf(pairs ...string) string { return With(Events(), pairs...) }

// Setup is the first-run form.
func Setup() string { return at("/setup") }

// Login is the sign-in form.
func Login() string { return at("/login") }

// LoginThen is the sign-in form that goes on to next, a local path.
func LoginThen(next string) string { return With(Login(), "next", next) }

// Trash is what was deleted and can come back.
func Trash() string { return at("/trash") }

// Changes is what the viewer changed just now.
func Changes() string { return at("/changes") }

// Inbox leads to the Idea Inbox.
func Inbox() string { return at("/inbox") }

// Logout is where a POST signs out.
func Logout() string { return at("/logout") }

// ListItems is where a gift is put on a list, by POST.
func ListItems(listID string) string { return Lists.One(listID) + "/items" }

// NewListItem is the form that puts a gift on a list.
func NewListItem(listID string) string { return Lists.One(listID) + "/items/new" }

// GiftPreview tells what the page behind a link says.
func GiftPreview() string { return at("/gifts/preview") }

// ListAs is a list as a person of the family sees it.
func ListAs(listID, personID string) string { return Lists.One(listID) + "/as/" + personID }

// PersonAs is a person's page as they see it themselves.
func PersonAs(id string) string { return People.One(id) + "/as" }

// ListForecast says what budgets come to with a gift that is being put on a list.
func ListForecast(listID string) string { return Lists.One(listID) + "/budget" }

// ItemForecast is ListForecast for an item that is being changed.
func ItemForecast(id string) string { return Items.One(id) + "/budget" }

// IdeaForecast is ListForecast for a form that says itself on which list the gift goes.
func IdeaForecast() string { return at("/ideas/budget") }

// ItemStatus is where a POST moves an item to another status.
func ItemStatus(id string) string { return Items.One(id) + "/status" }

// ItemUndo is where a POST takes back the viewer's last change of an item's status.
func ItemUndo(id string) string { return Items.One(id) + "/undo" }

// ItemAssign is where a POST says who buys an item.
func ItemAssign(id string) string { return Items.One(id) + "/assign" }

// ItemTags leads on to the tags of the gift behind an item.
func ItemTags(id string) string { return Items.One(id) + "/tags" }

// ItemTakeOver is where a POST makes the viewer the buyer in another's place.
func ItemTakeOver(id string) string { return Items.One(id) + "/take-over" }

// ItemMove is where a POST puts an item on another list, or a copy of it.
func ItemMove(id string) string { return Items.One(id) + "/move" }

// ItemOrder is where a POST puts an item behind another of its list.
func ItemOrder(id string) string { return Items.One(id) + "/order" }

// ItemsBulk is where a POST does one thing to several items.
func ItemsBulk() string { return at("/items/bulk") }

// Undo is where a POST takes back one request of the viewer's, or their last one.
func Undo() string { return at("/undo") }

// Static is a file of ours by its hashed name.
func Static(name string) string { return at("/static/" + name) }

// Healthz answers while the process serves.
func Healthz() string { return at("/healthz") }

// Metrics are on an address of their own, where no sub-path is.
const Metrics = "/metrics"

// Readyz answers while the database does.
func Readyz() string { return at("/readyz") }

// With adds a query to a path: key and value in turn. Empty values are left out.
func With(path string, pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			q.Add(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// Local reports whether next is a path on this site that a redirect may go to.
func Local(next string) bool {
	u, err := url.Parse(next)
	return err == nil && strings.HasPrefix(next, "/") && !strings.HasPrefix(next, "//") &&
		!strings.ContainsAny(next, "\\\t\r\n") && u.Host == "" && u.Scheme == ""
}

// NewIdea is the quick-add form.
func NewIdea() string { return at("/ideas/new") }

// QuickIdea is the line that an idea is written into; a POST there saves what was understood of it.
func QuickIdea() string { return at("/ideas/quick") }

// NewIdeas is the form for many ideas at once.
func NewIdeas() string { return at("/ideas/many") }

// ReadIdeas shows how far the pages of new ideas are read; a POST there reads them.
func ReadIdeas() string { return at("/ideas/reading") }

// Bookmarklet explains how ideas are taken from a shop's page.
func Bookmarklet() string { return at("/ideas/bookmarklet") }

// GiftRead is where a POST reads the page behind a gift's link.
func GiftRead(id string) string { return Gifts.One(id) + "/read" }

// Manifest tells phones how to install the program.
func Manifest() string { return at("/manifest.webmanifest") }

// Shortcuts is the page of all keys; a POST there turns them on or off.
func Shortcuts() string { return at("/shortcuts") }

// Palette goes to anything by its name.
func Palette() string { return at("/palette") }
