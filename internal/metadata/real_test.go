package metadata

import "testing"

// realPages are from the tests of microlinkhq/metascraper (MIT) and of
// scrapinghub/extruct (BSD-3-Clause).
func realPages() []sample {
	return []sample{
		{
			name: "amazon-es.html.gz", link: "https://www.amazon.es/dp/B01MUGXRT9?tag=x-21",
			title: "Cecotec Robot Limpiacristales Windroid 880 SprayWater Smart Connected. 90 W, Pulveriza, Limpia y Seca, Control por App y Mando a Distancia, 4 Programas, Cable 5,5m, Incluye 12 Paños",
			image: "https://m.media-amazon.com/images/I/81lde+541vL._AC_SL1500_.jpg",
			price: none, site: "Amazon.es", canon: "https://www.amazon.es/dp/B01MUGXRT9", warn: none,
		},
		{
			name: "shop-microdata.html.gz", link: "https://pets.example/johnsons-4-fleas",
			title: "Johnsons 4 Fleas Cats & Kittens Tablets", price: "from 5.29 GBP",
			image: "https://res.cloudinary.com/monsterpetsupplies/image/upload/f_auto,c_pad,w_500,h_500,q_75/q_100/v1481710164/cat_kitten_flea_tabs_3_eaunpi.jpg",
			warn:  none,
		},
		{
			name: "product-microdata.html", link: "https://acme.example/shop/anvil",
			title: "Executive Anvil", price: "119.99 USD", avail: InStock,
			image: "https://acme.example/shop/anvil_executive.jpg", warn: none,
		},
		{
			name: "schema-org-product.html", link: "https://acme.example/shop/anvil",
			title: "Executive Anvil", price: "119.99 USD", avail: InStock,
			image: "https://acme.example/shop/anvil_executive.jpg", warn: none,
		},
		{
			name: "recipes-jsonld.html.gz", link: "https://www.tasteofhome.com/collection/keto-diet-recipes/",
			title: "53 Keto-Friendly Diet Recipes", price: none, site: "Taste of Home", warn: none,
			image: "https://www.tasteofhome.com/wp-content/uploads/2017/09/Chicken-Goat-Cheese-Skillet_EXPS_SDAM17_136810_B12_08_4b.jpg",
		},
	}
}

func TestRealPagesSayWhatAPersonReads(t *testing.T) {
	t.Parallel()
	for _, s := range realPages() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			s.check(t, ParseAs(s.link, saved(t, s.name)))
		})
	}
}
