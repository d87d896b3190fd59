package dto

// Gift is a thing in the family's catalog.
type Gift struct {
	ID          string
	Title       string
	Description string
	Link        string // http or https, "" without
	Links       []GiftLink
	ImageURL    string // where the picture is fetched from
	Picture     string // its id, "" is none
	Price       *Money
	Currency    string // of the price, also while there is none
	Source      string // the shop
	Tags        []Ref
	AddedBy     Member
	Archived    bool
	Version     int64
}

// GiftLink is a further link of a gift.
type GiftLink struct {
	Label string // what it is; "" without
	URL   string // http or https
}

// GiftCard is a gift in the catalog.
type GiftCard struct {
	ID       string
	Title    string
	Picture  string // its id, "" is none
	Price    *Money
	Source   string
	Lists    int // visible lists that it stands on
	Archived bool
}

// GiftPage is everything on a gift's page.
type GiftPage struct {
	Gift Gift
	Uses []GiftUse
}

// GiftUse is a visible list that a gift stands on.
type GiftUse struct {
	ItemID string
	List   Ref
	Target *Ref
}

// GiftQuery filters the catalog.
type GiftQuery struct {
	Query
	Tags        []string `query:"tag"`   // ids
	Match       string   `query:"match"` // any of the tags, the default; or all
	MinPrice    string   `query:"min"`   // in the home currency, as typed; only gifts in that currency have a price then
	MaxPrice    string   `query:"max"`
	Used        string   `query:"used"` // yes: on a list that the viewer sees; no
	Link        string   `query:"link"` // yes: with one; no
	Source      string   `query:"source"`
	CreatedByID string   `query:"created_by_id"`
}

// GiftInput is the gift form as typed.
type GiftInput struct {
	Title       string `form:"title" query:"title"`
	Link        string `form:"link" query:"link"`
	Price       string `form:"price" query:"price"`
	Currency    string `form:"currency" query:"currency"`
	ImageURL    string `form:"image_url" query:"image_url"`
	Source      string `form:"source" query:"source"`
	Description string `form:"description" query:"description"`
	Links       string `form:"links" query:"links"` // a line each: what it is, and the link
	Tags        string `form:"tags" query:"tags"`   // comma separated
	Version     int64  `form:"version"`
}

// Preview is what the page behind a link says, ready to be corrected in the gift form.
type Preview struct {
	Input    GiftInput
	Warnings []string // sentences for people; what could not be read and why
	Product  any      // what was read, as JSON shows it
}
