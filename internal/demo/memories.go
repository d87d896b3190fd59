package demo

// The shops of the story.
const (
	toys    = "toys.example.org"
	books   = "books.example.org"
	kitchen = "kitchen.example.org"
	outdoor = "outdoor.example.org"
	crafts  = "crafts.example.net"
	music   = "music.example.org"
	market  = "market.example.com"
)

// christmases are the gifts of the last three, the oldest first.
var christmases = [3][]given{
	{
		{"Nora", "Colm", "Set of three glaze brushes", "34", "", crafts, "handmade"},
		{"Colm", "Nora", "Long-sleeved cycling jersey", "69", "62", outdoor, "outdoors"},
		{"Ella", "Nora", "Acrylic markers, 24 colours", "42", "", crafts, "art"},
		{"Ella", "Aoife", "Hockey stick bag", "27.50", "", outdoor, "outdoors"},
		{"Finn", "Colm", "Marble run, the big box", "54.90", "49.90", toys, "games"},
		{"Finn", "Aoife", "Children’s atlas of the planets", "19.95", "", books, "books"},
		{"Rose", "Colm", "Kneeling pad for the garden", "24", "", outdoor, "cosy"},
		{"Pat", "Nora", "Binoculars, 8 × 32", "89", "95", outdoor, "outdoors"},
		{"Aoife", "Nora", "Chalk bag with a brush", "22", "", outdoor, "outdoors"},
		{"Saoirse", "Nora", "Riding gloves", "21.50", "", outdoor, "outdoors"},
		{"Oscar", "Colm", "Wooden train with six wagons", "39", "", toys, "games"},
		{"Biscuit", "Ella", "Rope to pull on", "9.80", "", market, ""},
	},
	{
		{"Nora", "Colm", "Robe for after the swim", "78", "", outdoor, "cosy"},
		{"Nora", "Aoife", "Crime novels from the north, boxed", "36", "", books, "books"},
		{"Colm", "Nora", "Cast-iron bread pot", "64", "58", kitchen, "kitchen"},
		{"Ella", "Colm", "Instant camera with two films", "79", "84.50", market, "art"},
		{"Finn", "Nora", "Electronics kit for beginners", "45", "", toys, "games"},
		{"Rose", "Aoife", "Choir recordings on four discs", "32", "", music, "music"},
		{"Rose", "Colm", "Bulbs for the whole bed", "28", "", market, "cosy"},
		{"Pat", "Colm", "Whittling knife", "31", "", crafts, "handmade"},
		{"Declan", "Nora", "Smoking chips, three woods", "18.50", "", kitchen, "kitchen"},
		{"Saoirse", "Colm", "Dragon saga, volumes one to three", "29.90", "", books, "books"},
		{"Oscar", "Nora", "Rain suit with patches", "34", "", outdoor, "outdoors"},
		{"Oscar", "Aoife", "Song book with buttons", "17", "", books, "music"},
	},
	{
		{"Nora", "Colm", "Banding wheel for the pottery", "92", "", crafts, "handmade"},
		{"Colm", "Nora", "Facsimile of a map of Cork, framed", "74", "", market, "art"},
		{"Colm", "Aoife", "Panniers, the waterproof kind", "85", "79", outdoor, "outdoors"},
		{"Ella", "Nora", "Hoodie from the film museum", "48", "", market, "cosy"},
		{"Ella", "Colm", "Photo book of the summer", "35", "38.20", crafts, "art"},
		{"Finn", "Colm", "Telescope for the windowsill", "99", "89", toys, "outdoors"},
		{"Rose", "Nora", "Audiobooks, a shelf of ten", "45", "", books, "books"},
		{"Pat", "Colm", "Travel chess set", "26", "", toys, "games"},
		{"Aoife", "Nora", "Tea sampler from twelve gardens", "33", "", kitchen, "kitchen"},
		{"Declan", "Colm", "Guitar stand in walnut", "47", "", music, "music"},
		{"Saoirse", "Nora", "Baking set with a rolling pin", "31", "", kitchen, "kitchen"},
		{"Oscar", "Colm", "Digger to sit on", "58", "64", toys, "outdoors"},
		{"Biscuit", "Ella", "Bed that smells of nothing yet", "39", "", market, ""},
	},
}

// birthdays are the gifts of three birthdays each, the oldest first.
var birthdays = map[string][3][]given{
	"Ella": {
		{{"Ella", "Nora", "Sketching class, six evenings", "60", "", "", "art"}},
		{{"Ella", "Colm", "Headphones, the soft ones", "69", "59", music, "music"}, {"Ella", "Aoife", "Poems to carry around", "14", "", books, "books"}},
		{{"Ella", "Nora", "Tripod that folds small", "52", "", market, "art"}},
	},
	"Finn": {
		{{"Finn", "Colm", "Football boots", "44.95", "", outdoor, "outdoors"}},
		{{"Finn", "Nora", "Rocket with a launch pad", "37", "", toys, "games"}, {"Finn", "Aoife", "Torch for under the blanket", "12.50", "", market, ""}},
		{{"Finn", "Colm", "Workbench for children", "79", "72", crafts, "handmade"}},
	},
	"Rose": {
		{{"Rose", "Colm", "Secateurs for small hands", "38", "", outdoor, "handmade"}},
		{{"Rose", "Nora", "Radio with big buttons", "58", "", music, "music"}},
		{{"Rose", "Colm", "Blanket in sea green", "64", "", crafts, "cosy"}},
	},
	"Saoirse": {
		{{"Saoirse", "Nora", "Grooming box", "33", "", outdoor, ""}},
		{{"Saoirse", "Aoife", "Riding lessons, five of them", "110", "", "", "outdoors"}},
		{{"Saoirse", "Nora", "Cake stand with a glass bell", "27", "25", kitchen, "kitchen"}},
	},
	"Aoife": {
		{{"Aoife", "Nora", "Poetry of two islands", "18", "", books, "books"}},
		{{"Aoife", "Nora", "Climbing hall, ten visits", "95", "", "", "outdoors"}},
		{{"Aoife", "Colm", "Cast-iron teapot", "46", "41.50", kitchen, "kitchen"}},
	},
}
