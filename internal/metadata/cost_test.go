//go:build unix

package metadata

import (
	"bytes"
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// bigPage is a shop's page of two megabytes, as the largest are: a product in its
// data, hundreds of suggestions with pictures and prices, scripts and styles.
func bigPage() []byte {
	const size = 2 << 20
	var page bytes.Buffer
	page.WriteString(`<!DOCTYPE html><html lang="en-GB"><head><title>Garden swing | Toyland</title><meta property="og:site_name" content="Toyland">` +
		`<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Garden swing","image":"/swing.jpg","offers":{"@type":"Offer","price":"89.00","priceCurrency":"GBP","availability":"InStock"}}</script>` +
		`</head><body><header><nav>`)
	for i := range 600 {
		fmt.Fprintf(&page, `<li class="menu-item level-%d"><a href="/c/%d"><span>Toys of kind %d</span></a></li>`, i%4, i, i)
	}
	page.WriteString(`</nav></header><main><h1>Garden swing</h1><form action="/cart/add"><button>Add to basket</button></form>`)
	for i := 0; page.Len() < size*3/5; i++ {
		fmt.Fprintf(&page, `<div class="card related" data-id="%d"><a href="/p/%d?utm_source=x"><img src="data:image/gif;base64,R0" data-src="/i/%d.jpg" srcset="/i/%d-s.jpg 300w, /i/%d.jpg 900w" width="300">`+
			`<span class="title">Toy number %d</span></a><p class="price"><del>£%d.99</del> <ins>£%d.49</ins></p><p>A few words about this &amp; that, as shops write them.</p></div>`+"\n", i, i, i, i, i, i, i+5, i)
	}
	page.WriteString(`</main><script>window.__STATE__={"items":[`)
	for i := 0; page.Len() < size-100; i++ {
		fmt.Fprintf(&page, `{"id":%d,"name":"Toy number %d","price":"%d.49"},`, i, i, i)
	}
	page.WriteString(`]}</script></body></html>`)
	return page.Bytes()
}

// cpu is how much processor time this program has used.
func cpu(tb testing.TB) time.Duration {
	tb.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkPageOfTwoMegabytes reads the largest pages that are read whole. The goal
// is 150 ms of processor time.
func BenchmarkPageOfTwoMegabytes(b *testing.B) {
	for name, c := range map[string]struct {
		link string
		page []byte
	}{
		"shop":   {"https://www.toyland.co.uk/p/swing", bigPage()},
		"Amazon": {"https://www.amazon.es/dp/B01MUGXRT9", saved(b, "amazon-es.html.gz")},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			start := cpu(b)
			for b.Loop() {
				if got := ParseAs(c.link, c.page); got.ImageURL == "" {
					b.Fatal("the page was not read")
				}
			}
			b.ReportMetric(float64((cpu(b)-start).Milliseconds())/float64(b.N), "cpu-ms/op")
		})
	}
}

// It does not run beside other tests, so what is allocated is the page's alone; what
// is held at once is less.
func TestAPageOfTwoMegabytesTakesLittleMemory(t *testing.T) {
	const goal = 64 << 20
	page := bigPage()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	sample{title: "Garden swing", price: "89.00 GBP", avail: InStock, warn: none}.check(t, ParseAs("https://www.toyland.co.uk/p/swing", page))
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > goal {
		t.Errorf("%d MiB", took>>20)
	}
}
