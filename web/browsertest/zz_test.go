package browsertest
import ("testing";"kinlist/internal/paths";"github.com/chromedp/chromedp";"github.com/chromedp/cdproto/fetch")
func TestZZPosts(t *testing.T){
	f := newFamily(t)
	b := open(t, f.Site, f.Maria)
	b.Go(paths.NewListItem(f.list))
	chromedp.Listen(b.ctx, func(e any){ if p, ok := e.(*fetch.EventRequestPaused); ok { println("paused", p.Request.URL, p.RequestID) } })
	b.Fill("Title", "Picture book")
	b.Forget()
	release := b.hold(paths.ListItems(f.list))
	b.Key(Enter)
	t.Log(b.Requests())
	b.Key(Enter)
	t.Log(b.Requests())
	b.Key(Enter)
	t.Log(b.Requests())
	b.Loading(release)
	for _, q := range b.Requests() { t.Logf("%+v", q) }
}
