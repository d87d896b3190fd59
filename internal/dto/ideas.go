package dto

// Shared is what comes to the quick-add form from outside: from a bookmarklet, or a phone's share sheet.
type Shared struct {
	Title  string `query:"title"`
	Text   string `query:"text"` // may hold the link
	Link   string `query:"link"`
	ListID string `query:"list_id"`
	For    string `query:"person_id"` // whose nearest list it goes on where none is named
	Read   string `query:"read"`      // "no" leaves the page behind the link unread
	Tags   string `query:"tags"`      // of the idea before this one
}

// IdeaInput is the quick-add form as typed; no list is the Idea Inbox.
type IdeaInput struct {
	GiftInput
	FreshList
	ListID string `form:"list_id"`
	Again  string `form:"again"` // not empty: another idea comes after this one
}

// IdeaDraft is the quick-add form before it is sent: what is known of the idea, and where it may go.
type IdeaDraft struct {
	Input    IdeaInput
	Lists    []List   // that the viewer may add to, the Idea Inbox first
	People   []Ref    // whom a new list can be for
	Tags     []Ref    // to complete what is typed
	Warnings []string // sentences for people; what could not be read, and where the idea stands already
}

// QuickInput is an idea in one line, as typed: "Lego set @NAME 40 #xmas".
type QuickInput struct {
	Line   string `form:"line" query:"line"`
	ListID string `form:"list_id" query:"list_id"`
}

// QuickIdea is what was understood of a line, corrected and to be saved.
type QuickIdea struct {
	IdeaInput
	Line  string `form:"line"`
	Asked string `form:"asked"` // the list whose page the line was written on; "" for none
}

// QuickDraft is a line and what was understood of it.
type QuickDraft struct {
	Line     string
	Asked    string // the list whose page the line was written on; "" for none
	Read     bool   // false before anything was written
	Input    IdeaInput
	Person   *Ref
	Lists    []List   // that the viewer may add to, the Idea Inbox first
	People   []Ref    // whom the line may name
	Tags     []Ref    // that are there
	Warnings []string // sentences for people
}

// ManyInput is many ideas at once, as typed: a link, a line of text, or a text and its link on each line.
type ManyInput struct {
	FreshList
	Lines  string `form:"lines"`
	ListID string `form:"list_id"`
	Sure   bool   `form:"sure"` // whoever would see what was hidden from them is meant to
}

// ManyAdded is what became of many ideas.
type ManyAdded struct {
	List     Ref
	GiftIDs  []string // of the ideas that are on the list now, in the order of the lines
	Added    int
	Already  int // stood on the list before
	Repeated int // lines that said the same as one before them
	Wrong    []WrongLine
}

// WrongLine is a line that became no idea, and why.
type WrongLine struct {
	Line, Error string
	Asks        bool // Error is a question: it is added when that is meant
}

// ReadingInput names gifts whose pages are to be read.
type ReadingInput struct {
	GiftIDs []string `form:"gift" query:"gift"`
	ListID  string   `form:"list_id" query:"list_id"`
	Only    string   `form:"only"` // one of the gifts; "" is all
}

// Reading is a gift, and how far the reading of its page is.
type Reading struct {
	Gift     GiftCard
	Link     string
	Read     bool     // the page was read, or said why it cannot be
	Warnings []string // sentences for people
}

// Waits reports whether there is a page that nobody has read yet.
func (r Reading) Waits() bool { return r.Link != "" && !r.Read }
