package browsertest

import (
	"testing"

	"kinlist/internal/fixture"
	"kinlist/internal/paths"
)

// deaf is a page that lost its connection: it hears nothing of what others change.
func (b *Browser) deaf() {
	b.tb.Helper()
	Eval[bool](b, `document.getElementById('stream').remove() ?? true`)
}

func TestWhatAnotherMemberChangesComesInAndLeavesAloneWhatSomebodyIsAt(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	second := f.Item(t, f.Maria, f.list, fixture.Gift("Drum", "12"))
	maria, tom := open(t, f.Site, f.Maria), open(t, f.Site, f.Tom)
	maria.Go(paths.Lists.One(f.list))
	tom.Go(paths.Lists.One(f.list))

	// Maria types a price in its cell and a comment, has selected a row, and has its menu open.
	maria.Click("#price-"+f.item, "")
	maria.Wait(`!!document.querySelector('.cell-form')`)
	maria.Fill("Comment", "Half a sent")
	maria.Click("#pick-"+second, "")
	maria.Fill("Planned price", "33,3")
	maria.Click("#status-"+second, "")
	maria.Wait(`!!document.querySelector('#moves:popover-open')`)

	move(tom, "Wooden train", "Buying", true)
	move(tom, "Drum", "Shortlisted", true)
	say(tom, teller{scripted: true}, "I take the train.")
	maria.Says("#comments", "I take the train.")
	maria.Says("#list-summary", "Buying")
	maria.Wait(script(`find(a, b) !== null`, "#group-shortlisted [data-row]", "Drum"))

	for what, is := range map[string]string{
		"the price that was being typed":  `document.querySelector('[name=planned_price]').value === '33,3'`,
		"the comment that was half typed": `document.querySelector('[name=body]').value === 'Half a sent'`,
		"what was selected":               script(`document.getElementById(a).checked && !document.getElementById('bar').hidden`, "pick-"+second),
		"the menu that was open":          `!!document.querySelector('#moves:popover-open')`,
	} {
		if !Eval[bool](maria, is) {
			t.Errorf("%s is lost", what)
		}
	}

	// The open menu speaks of the row as it was: what is chosen there says so, and nothing is overwritten.
	maria.Strike("Escape")
	maria.Click("#status-"+second, "")
	maria.Click("#moves button", "Buying")
	maria.Says("#plan-news", "“Drum” is now “Buying”.")
	tom.Says("#group-buying [data-row]", "Drum")
	// What Maria did keeps its undo while more comes in from Tom.
	say(tom, teller{scripted: true}, "And the drum is yours.")
	maria.Says("#comments", "And the drum is yours.")
	maria.Says("#plan-news", "Undo")
}

// Tom moves both rows to other groups while Maria types in the form of one of them.
func TestAHalfTypedRowOutlastsWhatOthersChangeEvenOfItself(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	f.Item(t, f.Maria, f.list, fixture.Gift("Drum", "12"))
	maria, tom := open(t, f.Site, f.Maria), open(t, f.Site, f.Tom)
	maria.Expect(409)
	maria.Go(paths.Lists.One(f.list))
	tom.Go(paths.Lists.One(f.list))
	maria.settle()
	maria.Strike("j", "e")
	maria.Wait(script(`document.activeElement.id === a`, "edit-quantity-"+f.item))
	maria.Write("Planned price", "33,3")
	move(tom, "Drum", "Shortlisted", true)
	move(tom, "Wooden train", "Ordered", true)
	maria.Says("#list-summary", "Ordered")
	maria.Wait(script(`!!document.querySelector('#group-ordered #row-' + a + ' .in-row')`, f.item))
	if got := maria.Value("Planned price"); got != "33,3" {
		t.Errorf("what was half typed is now %q", got)
	}
	if got := maria.Focused(); got != "input#edit-planned_price-"+f.item {
		t.Errorf("the focus is on %s", got)
	}
	maria.Key(Enter)
	maria.Says("#errors", "Somebody changed this while you had it open.")
	if got := maria.Value("Planned price"); got != "33,3" {
		t.Errorf("after a conflict the price is %q", got)
	}
	maria.Strike("Mod+Enter")
	maria.Says("#row-"+f.item, "33,30")
}

func TestTheDashboardAndAnItemFollowWhatOthersDo(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	maria, tom := open(t, f.Site, f.Maria), open(t, f.Site, f.Tom)
	tom.Go(paths.Lists.One(f.list))
	maria.Go(paths.Items.One(f.item))
	move(tom, "Wooden train", "Buying", true)
	maria.Says("#item", "Tom is buying this")
	maria.Go(paths.Home())
	move(tom, "Wooden train", "Wrapped", true)
	maria.Says("#dashboard", "Wrapped")
}

func TestWhatSomebodyTypesOnAPersonsPageAndAMenuAmongTheAssignmentsOutlastWhatOthersChange(t *testing.T) {
	t.Parallel()
	f := newFamily(t)
	second := f.Item(t, f.Maria, f.list, fixture.Gift("Drum", "12"))
	maria, tom := open(t, f.Site, f.Maria), open(t, f.Site, f.Tom)
	tom.Go(paths.Lists.One(f.list))
	maria.Go(paths.People.One(f.Ben))
	maria.Fill("Comment", "Half a sent")
	move(tom, "Wooden train", "Shortlisted", true)
	maria.Wait(`!!document.querySelector('#person [data-s=shortlisted], #person .bar-part[data-s=shortlisted]')`)
	if !Eval[bool](maria, `document.querySelector('[name=body]').value === 'Half a sent'`) {
		t.Error("the comment that was half typed is lost")
	}

	maria.Go(paths.Lists.One(f.list))
	move(maria, "Wooden train", "Ordered", true)
	move(maria, "Drum", "Buying", true)
	maria.Go(paths.Assignments())
	maria.Click("#status-"+f.item, "")
	maria.Wait(script(`document.getElementById(a).matches(':popover-open')`, "moves-"+f.item))
	tom.Go(paths.Items.One(second))
	tom.Click("#take-over", "")
	maria.Wait(script(`!document.getElementById(a)`, "row-"+second))
	if !Eval[bool](maria, script(`document.getElementById(a).matches(':popover-open')`, "moves-"+f.item)) {
		t.Error("the menu that was open is closed")
	}
}
