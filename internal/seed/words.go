package seed

import (
	"fmt"
	"strings"
	"time"

	"kinlist/internal/model"
	"kinlist/internal/text"
)

var (
	surnames = []string{
		"Adler", "Brandt", "Castell", "Dorn", "Ebner", "Falk", "Gruber", "Hagen", "Iversen", "Jansen", "Keller", "Lindner", "Moser",
		"Novak", "Oswald", "Prinz", "Quist", "Reuter", "Sommer", "Thalberg", "Ude", "Vogt", "Winter", "Zeller",
	}
	forenames = []string{
		"Ada", "Albert", "Amélie", "Anton", "Björn", "Carla", "Clara", "David", "Edda", "Elias", "Emil", "Fatima", "Felix", "Finn",
		"Frieda", "Greta", "Hanna", "Ida", "Ilse", "Jakob", "Jonas", "Käthe", "Lea", "Leo", "Lotte", "Luis", "Mara", "Mathilda",
		"Mila", "Nina", "Noah", "Olga", "Oskar", "Paul", "Paula", "Rosa", "Ruth", "Samuel", "Sofia", "Theo", "Tilda", "Uwe",
		"Vera", "Yusuf", "Zoë",
	}
	interests = []string{
		"Baking", "Birds", "Books", "Chess", "Climbing", "Cycling", "Drawing", "Football", "Gardening", "Hiking", "Horses",
		"Jazz", "Knitting", "Model trains", "Puzzles", "Sailing", "Singing", "Stars", "Tea", "Travel",
	}
	tagNames = []string{
		"books", "cosy", "cheap and cheerful", "for outside", "for two", "funny", "handmade", "kitchen", "music", "practical", "second hand",
		"small thing",
	}
	adjectives = []string{
		"Blue", "Big", "Brass", "Ceramic", "Classic", "Copper", "Cosy", "Dark green", "Enamelled", "Fair-trade", "Folding", "Glass",
		"Handmade", "Heavy", "Illustrated", "Japanese", "Large", "Leather", "Light", "Linen", "Little", "Merino", "Oak", "Old-fashioned",
		"Organic", "Pocket", "Portable", "Red", "Refillable", "Round", "Sailor’s", "Second-hand", "Silver", "Small", "Soft", "Solar",
		"Striped", "Warm", "Waterproof", "Wooden",
	}
	things = []string{
		"alarm clock", "apron", "atlas", "backpack", "balance bike", "bathrobe", "bird feeder", "board game", "bowl", "breadboard",
		"building blocks", "calendar", "camera strap", "camping stove", "candle holder", "card game", "casserole", "chess set",
		"coffee grinder", "cookbook", "cushion", "diary", "earrings", "fountain pen", "frying pan", "garden shears", "gloves", "hammock",
		"headphones", "hot-water bottle", "jigsaw", "kite", "knife", "lamp", "lunch box", "magnifying glass", "microscope", "mug", "music box",
		"night light", "notebook", "paint box", "pepper mill", "picture book", "plant pot", "pocket knife", "poncho", "puppet theatre",
		"pyjamas", "radio", "rucksack", "scarf", "slippers", "sledge", "soap dish", "socks", "speaker", "stool", "teapot", "telescope",
		"tent", "thermos flask", "toolbox", "torch", "train set", "umbrella", "vase", "wallet", "watercolours", "woolly hat", "yo-yo",
	}
	extras = []string{
		"", "", "", "", " in a gift box", " for beginners", " with a name on it", " (set of two)", " from the market", " for the balcony",
		", new edition", " for travelling", ", 1.5 litres", " with spare parts",
	}
	hosts = []string{"toys.example.org", "books.example.org", "kitchen.example.org", "outdoor.example.org", "market.example.com", "handmade.example.net"}

	descriptions = []string{
		"Well made, and it lasts.", "The one in the window, not the one in the catalogue.", "Comes in three colours; ask which.",
		"Can be mended, and there are spare parts.", "Takes two weeks to arrive.",
	}
	wishNotes = []string{"In blue, please.", "The small one is fine.", "Only if it is not too dear.", "The second volume, I have the first."}
	planNotes = []string{"Ask about the size.", "Cheaper in January.", "Share it with the neighbours.", "Keep the receipt.", "Has to be ordered by the tenth."}
	remarks   = []string{
		"Which size do we need?", "I saw it in town for less.", "Shall we do this one together?", "Not sure, there is one at home already.",
		"Good idea!", "It is sold out until spring.",
	}
)

// newGift makes up a gift: most have a price, more than half a link.
func (f *family) newGift(by string, at time.Time) model.Gift {
	title := pick(f, adjectives) + " " + pick(f, things) + pick(f, extras)
	g := model.Gift{
		Editable: f.editable(at), Title: title, TitleKey: text.Key(title), Currency: "EUR", CreatedByID: by, Metadata: "{}",
	}
	if f.chance(85) {
		x := f.IntN(100) // dear things are rare
		price := int64(3+x*x*x/8000+f.IntN(20))*100 + 99
		g.Price = &price
	}
	if f.chance(60) {
		g.Source = pick(f, hosts)
		g.Link = fmt.Sprintf("https://%s/%s-%d", g.Source, strings.ReplaceAll(g.TitleKey[:min(len(g.TitleKey), 12)], " ", "-"), f.IntN(1_000_000))
		g.CanonicalURL = g.Link
	}
	if f.chance(20) {
		g.Description = pick(f, descriptions)
	}
	return g
}
