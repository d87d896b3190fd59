package gallery

import (
	"bytes"; "compress/gzip"; "context"; "fmt"; "testing"
	"github.com/andybalholm/brotli"
	"kinlist/internal/domain"; "kinlist/internal/dto"; "kinlist/views/listview"
)

func big() Sample {
	var g []dto.ItemGroup
	for _, s := range domain.Statuses[:5] {
		var is []dto.Item
		for i := 0; i < 20; i++ { x := sold(priced(item(fmt.Sprintf("01999c3e-8a5b-7%03x-9c%02x-%012x", i*37%4096, i*11%256, i*918273645), fmt.Sprintf("A gift number %d of %s", i, s), s, nil), e4999, nil), fmt.Sprintf("shop%d.example", i%7)); is = append(is, x) }
		g = append(g, dto.ItemGroup{Status: s, Items: is})
	}
	return page("x", "lists", "x", listview.PlanPage(dto.Plan{List: emilList, Groups: g, Summary: dto.PlanSummary{Counts: counts}}, ""))
}
func TestZZ(t *testing.T) {
	s := big()
	b := render(t, s)
	var z, br bytes.Buffer
	w := gzip.NewWriter(&z); w.Write(b); w.Close()
	w2 := brotli.NewWriterLevel(&br, 5); w2.Write(b); w2.Close()
	fmt.Println(len(b), "gzip", z.Len(), "br5", br.Len())
}
func BenchmarkZZ(b *testing.B) { s := big(); b.ReportAllocs(); var o bytes.Buffer; for b.Loop() { o.Reset(); s.Component.Render(context.Background(), &o) } }
