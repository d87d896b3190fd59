package metadata

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// Where Amazon's pages put things. Only what stands in the product's own columns
// counts: the rest of the page is full of other products.
const (
	amazonTitle = "#productTitle, #ebooksProductTitle, #title, #btAsinTitle, #ebooksTitle"
	amazonImage = "#landingImage, #imgBlkFront, #ebooksImgBlkFront, #main-image, #js-masrw-main-image"
	amazonOther = "[class*=carousel], [class*=faceout], [class*=cerberus], [class*=comparison], [class*=sponsored], " +
		"[id*=sims], [id*=similarities], [id*=sp_detail], [id*=comparison], [id*=Accessories], [id*=bundle], " +
		"[data-a-strike=true], .a-text-price, .basisPrice, .a-text-strike, .pricePerUnit, s, del"
)

// amazonPrices are the places of a product's price from the surest on.
var amazonPrices = []string{
	".priceToPay", ".apexPriceToPay",
	"#corePrice_feature_div .a-price", "#corePriceDisplay_desktop_feature_div .a-price", "#corePriceDisplay_mobile_feature_div .a-price",
	"#corePrice_desktop .a-price", "#apex_desktop .a-price",
	"#priceblock_dealprice", "#priceblock_saleprice", "#priceblock_ourprice", "#price_inside_buybox", "#newBuyBoxPrice",
	"#kindle-price", "#tmmSwatches .selected .a-color-price", "#buybox .a-price", "#buyNewSection .offer-price", "#rightCol .a-price",
	"#centerCol .a-price", "#buybox .a-color-price",
}

// amazonForm is the field in which the form that buys a product holds its price.
const amazonForm = "input[name*='customerVisiblePrice][displayString']"

// amazon reads the structure of an Amazon page.
func (p *page) amazon() facts {
	f := facts{
		title:        p.first(amazonTitle).Text(),
		images:       p.amazonImages(),
		availability: amazonAvailability(p.Find("#availability, #outOfStock, #availabilityInsideBuyBox_feature_div").Text()),
		description:  p.first("#feature-bullets ul, #bookDescription_feature_div, #productDescription").Text(),
	}
	onlyOthersSell := p.has("#unqualifiedBuyBox, #buybox-see-all-buying-choices")
	if f.availability != OutOfStock && !onlyOthersSell {
		f.price = p.amazonPrice()
	}
	return f
}

func (p *page) amazonPrice() price {
	for _, place := range append(amazonPrices, amazonForm, ".a-price") {
		var found price
		p.Find(place).EachWithBreak(func(_ int, s *goquery.Selection) bool {
			if !isWithin(s, amazonOther) && !ofOtherArticle(s) {
				found = p.textPrice(amazonPriceText(s), "")
				found.from = found.from || s.Closest(".a-price-range").Find(".a-price").Length() > 1
			}
			return found.none()
		})
		if !found.none() {
			return found
		}
	}
	return price{}
}

// ofOtherArticle reports whether a price stands in a list or beside a link to
// another article, as in a strip of suggestions.
func ofOtherArticle(s *goquery.Selection) bool {
	return isWithin(s, "li[class*=card], li[data-asin], [data-asin] a, a[href*='/dp/'], td") &&
		!isWithin(s, "#corePrice_feature_div, #buybox, #apex_desktop, #price")
}

// amazonPriceText is a price's text: the one for screen readers, or the parts that
// are shown.
func amazonPriceText(s *goquery.Selection) string {
	if shown, isInput := s.Attr("value"); isInput {
		return shown
	}
	if text := strings.TrimSpace(s.Find(".a-offscreen").First().Text()); text != "" {
		return text
	}
	whole := s.Find(".a-price-whole").First()
	if whole.Length() == 0 {
		return innerText(s.Get(0))
	}
	digits := strings.TrimRight(strings.TrimSpace(whole.Text()), ".,")
	if cents := strings.TrimSpace(s.Find(".a-price-fraction").First().Text()); cents != "" {
		digits += decimalBetween(whole) + cents
	}
	return s.Find(".a-price-symbol").First().Text() + " " + digits
}

// decimalBetween is the decimal sign that stands between whole and cents.
func decimalBetween(whole *goquery.Selection) string {
	if strings.Contains(whole.Find(".a-price-decimal").Text(), ",") {
		return ","
	}
	return "."
}

// amazonImages are the product's picture in its largest size, if any.
func (p *page) amazonImages() []string {
	var images []string
	p.Find(amazonImage).Each(func(_ int, s *goquery.Selection) {
		img := s.Get(0)
		for _, link := range []string{attr(img, "data-old-hires"), largestDynamic(attr(img, "data-a-dynamic-image")), imageSource(img)} {
			if link != "" {
				images = append(images, link)
			}
		}
	})
	if len(images) == 0 {
		images = p.landingImage()
	}
	return images
}

// largestDynamic picks the largest of a picture's sizes, given as JSON.
func largestDynamic(sizes string) string {
	var bySize map[string][]int
	if json.Unmarshal([]byte(sizes), &bySize) != nil {
		return ""
	}
	best, area := "", 0
	for link, size := range bySize {
		if len(size) == 2 && (size[0]*size[1] > area || size[0]*size[1] == area && link < best) {
			best, area = link, size[0]*size[1]
		}
	}
	return best
}

// scriptImage finds the picture's link in the scripts that show it.
var scriptImage = regexp.MustCompile(`"(?:hiRes|large|landingImageUrl)"\s*:\s*"(https://[^"]+)"`)

func (p *page) landingImage() []string {
	var images []string
	p.Find("script").EachWithBreak(func(_ int, script *goquery.Selection) bool {
		if found := scriptImage.FindStringSubmatch(scriptText(script.Get(0))); found != nil {
			images = []string{found[1]}
		}
		return images == nil
	})
	return images
}

func scriptText(script *html.Node) string {
	if script.FirstChild == nil {
		return ""
	}
	return script.FirstChild.Data
}

var (
	outOfStockWords = regexp.MustCompile(`(?i)unavailable|out of stock|nicht verfügbar|nicht auf lager|indisponible|en rupture|no disponible|agotado|non disponibile|niet beschikbaar|niet op voorraad|niedostępny|indisponível|在庫切れ|お取り扱いできません|slut i lager|şu anda mevcut değil|stokta yok|غير متوفر`)
	inStockWords    = regexp.MustCompile(`(?i)in stock|left in|auf lager|en stock|disponibil|op voorraad|dostępny|em estoque|在庫あり|i lager|stokta`)
)

// amazonAvailability reads the sentence on availability in Amazon's languages.
func amazonAvailability(text string) string {
	switch {
	case outOfStockWords.MatchString(text):
		return OutOfStock
	case inStockWords.MatchString(text):
		return InStock
	}
	return ""
}
