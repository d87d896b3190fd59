package demo

import "kinlist/internal/domain"

// How far the things of the coming Christmas are.
var (
	thought    []domain.Status
	shortlist  = []domain.Status{domain.StatusShortlisted}
	inTheShop  = []domain.Status{domain.StatusShortlisted, domain.StatusBuying}
	onItsWay   = []domain.Status{domain.StatusBuying, domain.StatusOrdered}
	arrived    = []domain.Status{domain.StatusBuying, domain.StatusOrdered, domain.StatusDelivered}
	inPaper    = []domain.Status{domain.StatusBuying, domain.StatusDelivered, domain.StatusWrapped}
	givenEarly = []domain.Status{domain.StatusBuying, domain.StatusGifted}
	notAfter   = []domain.Status{domain.StatusShortlisted, domain.StatusDropped}
)

// Two wishes of Ella's that do not stay as they were.
const (
	withdrawn = "Roller skates, purple"
	changed   = "Sketchbook for ink, A4"
)

// thisYearsBudgets are for each person; one of them does not hold.
var thisYearsBudgets = map[string]string{
	"Ella": "200", "Finn": "100", "Saoirse": "70", "Oscar": "60", "Maeve": "40", "Rose": "55", "Pat": "60", "Aoife": "60", "Nora": "150", "Colm": "120",
}

// plans are the lists of the coming Christmas.
var plans = []plan{
	{
		owner: "Ella", to: "Ella", name: "Ella’s wishes", visibility: domain.VisibleToFamily, kind: domain.ListWishlist,
		notes: "Second hand is fine. No leather, please.",
		things: []planned{
			{thing{title: changed, price: "16.50", shop: crafts, tags: "art", notes: "The one with the spiral."}, "Ella", "Colm", onItsWay, ""},
			{thing{title: withdrawn, price: "49", shop: outdoor, tags: "outdoors", notes: "Size 38."}, "Ella", "Aoife", inTheShop, ""},
			{thing{title: "Rain jacket, dark blue", price: "59", shop: outdoor, tags: "outdoors", priority: "high", notes: "S, with room for a jumper."}, "Ella", "", thought, ""},
			{thing{title: "Concert ticket for the spring", price: "45", shop: music, tags: "music"}, "Ella", "Nora", shortlist, ""},
			{thing{title: "Fine liners, six widths", price: "18.90", shop: crafts, tags: "art"}, "Ella", "", thought, ""},
			{thing{title: "A shelf over my desk"}, "Ella", "", thought, ""},
			{thing{title: "Photo paper, 100 sheets", price: "21", shop: market, tags: "art", quantity: "2"}, "Ella", "", thought, ""},
		},
	},
	{
		owner: "Nora", to: "Ella", name: "Ella, the big surprise", visibility: domain.HiddenFromTarget, kind: domain.ListGift,
		notes: "Everything goes to Aoife’s until the 24th: Ella finds every hiding place in this house.",
		things: []planned{
			{thing{title: "Film camera, second hand, with a 50 mm lens", price: "85", shop: market, tags: "art", text: "Serviced last spring. The seller gives six months on the shutter."}, "Nora", "Colm", onItsWay, "79"},
			{thing{title: "Darkroom kit for the bathroom", price: "38", shop: crafts, tags: "art"}, "Colm", "Aoife", inTheShop, ""},
			{thing{title: "Camera strap woven from cotton", price: "24", shop: crafts, tags: "handmade"}, "Aoife", "", shortlist, ""},
			{thing{title: "Weekend in the printing workshop", price: "120", tags: "art"}, "Colm", "", thought, ""},
			{thing{title: "Leather camera case", price: "35", shop: market}, "Colm", "", notAfter, ""},
		},
	},
	{
		owner: "Nora", to: "Finn", name: "For Finn", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Radio to build, with a case", price: "49", shop: toys, tags: "games"}, "Colm", "", onItsWay, ""},
			{thing{title: "Crystal laboratory", price: "32.95", shop: toys, tags: "games"}, "Nora", "", arrived, ""},
			{thing{title: "Goalkeeper’s gloves, size 6", price: "24.90", shop: outdoor, tags: "outdoors"}, "Aoife", "", inPaper, ""},
			{thing{title: "Moon lamp that follows the phases", price: "38", shop: market, tags: "cosy"}, "Ella", "", shortlist, ""},
			{thing{title: "Comic about the first astronauts", price: "16", shop: books, tags: "books"}, "Ella", "", thought, ""},
		},
	},
	{
		owner: "Colm", to: "Maeve", name: "Maeve’s first Christmas", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Rattle turned from maple", price: "14", shop: crafts, tags: "handmade", notes: "Could not wait."}, "Nora", "", givenEarly, ""},
			{thing{title: "Stacking cups", price: "12.50", shop: toys, tags: "games"}, "Aoife", "", shortlist, ""},
			{thing{title: "Book that crackles", price: "11", shop: books, tags: "books"}, "Colm", "", thought, ""},
		},
	},
	{
		owner: "Nora", to: "Colm", name: "For Colm", visibility: domain.HiddenFromTarget, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Sourdough course, one Saturday", price: "90", shop: kitchen, tags: "kitchen"}, "Nora", "", inTheShop, ""},
			{thing{title: "Proving baskets, two sizes", price: "28", shop: kitchen, tags: "kitchen"}, "Ella", "", shortlist, ""},
			{thing{title: "Mug with a map on it", price: "14", shop: market, notes: "He said no more mugs."}, "Ella", "Nora", notAfter, ""},
		},
	},
	{
		owner: "Colm", to: "Nora", name: "For Nora", visibility: domain.HiddenFromTarget, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Glaze set, ten colours", price: "64", shop: crafts, tags: "handmade"}, "Colm", "", inPaper, ""},
			{thing{title: "Tow float in orange, for the sea", price: "29", shop: outdoor, tags: "outdoors"}, "Ella", "Colm", onItsWay, "27.40"},
			{thing{title: "The new novel by the one she likes", price: "24", shop: books, tags: "books"}, "Aoife", "", shortlist, ""},
		},
	},
	{
		owner: "Colm", to: "Rose", name: "For Granny Rose", visibility: domain.HiddenFromTarget, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Climbing rose, bare root", price: "24", shop: market, tags: "outdoors"}, "Colm", "", onItsWay, ""},
			{thing{title: "Year of crosswords in large print", price: "18", shop: books, tags: "books"}, "Nora", "", inPaper, ""},
			{thing{title: "Choir tickets for two", price: "44", shop: music, tags: "music"}, "Aoife", "", thought, ""},
		},
	},
	{
		owner: "Nora", to: "Pat", name: "For Grandad Pat", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Bird table in oak", price: "45", shop: outdoor, tags: "outdoors"}, "Colm", "", arrived, ""},
			{thing{title: "Lime wood for whittling, ten blocks", price: "19", shop: crafts, tags: "handmade"}, "Ella", "", thought, ""},
		},
	},
	{
		owner: "Nora", to: "Aoife", name: "For Aoife", visibility: domain.HiddenFromTarget, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Hut slippers filled with down", price: "35", shop: outdoor, tags: "cosy", notes: "No wool!"}, "Nora", "", shortlist, ""},
			{thing{title: "Tea tin with a window", price: "19.50", shop: kitchen, tags: "kitchen"}, "Colm", "", thought, ""},
		},
	},
	{
		owner: "Aoife", to: "Saoirse", name: "For Saoirse", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Saddle bag, small", price: "29", shop: outdoor, tags: "outdoors"}, "Nora", "", inTheShop, ""},
			{thing{title: "Dragon saga, volume four", price: "14.90", shop: books, tags: "books"}, "Aoife", "", thought, ""},
		},
	},
	{
		owner: "Aoife", to: "Oscar", name: "For Oscar", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Bridge and two points for the train", price: "26", shop: toys, tags: "games"}, "Colm", "", thought, ""},
			{thing{title: "Drum, the quiet sort", price: "32", shop: music, tags: "music"}, "Nora", "", notAfter, ""},
		},
	},
	{
		owner: "Ella", to: "Biscuit", name: "For Biscuit", visibility: domain.VisibleToFamily, kind: domain.ListGift,
		things: []planned{
			{thing{title: "Hedgehog that squeaks", price: "8.50", shop: market}, "Ella", "", thought, ""},
		},
	},
}

// inbox are ideas that nobody has found a person for yet.
var inbox = []struct {
	by string
	thing
}{
	{"Colm", thing{title: "Knife sharpening course for two", price: "75", shop: kitchen, tags: "kitchen"}},
	{"Nora", thing{title: "Jigsaw of the night sky, 1,000 pieces", price: "17.95", shop: toys, tags: "games"}},
	{"Aoife", thing{title: "Field guide to seaweed", price: "22", shop: books, tags: "books, outdoors"}},
	{"Ella", thing{title: "Jar of beach glass from our walks", tags: "handmade", text: "We have half a jar already. It only needs a nice lid."}},
	{"Nora", thing{title: "Hot-water bottle with a knitted cover", price: "26", shop: crafts, tags: "cosy, handmade"}},
	{"Aoife", thing{title: "Subscription to a puzzle magazine", price: "39", shop: books, tags: "games"}},
}
