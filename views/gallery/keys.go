package gallery

import (
	"github.com/a-h/templ"

	"kinlist/views/keyview"
	"kinlist/views/ui"
)

func keySamples() []Sample {
	found := keyview.PaletteProps{Q: "ma", Choices: []keyview.Choice{
		{Label: "Gift catalogue", Kind: "Page", Path: "/gifts", Key: "go-gifts"},
		{Label: "Maria", Kind: "Person", Path: "/people/1"},
	}}
	return []Sample{
		page("keys", "", "Keyboard", keyview.Page(true, "/shortcuts")),
		page("keys-off", "", "Keyboard", keyview.Page(false, "/shortcuts")),
		page("palette", "", "Go to …", keyview.PalettePage(found)),
		page("palette-nothing", "", "Go to …", keyview.PalettePage(keyview.PaletteProps{Q: "zz"})),
		over("keys-dialog", keyview.Dialog(true, "/lists")),
		over("palette-dialog", keyview.PaletteDialog(found)),
	}
}

// over shows a dialog over a page, as the script would have put it there.
func over(name string, dialog templ.Component) Sample {
	return page(name, "people", "People", both(ui.Heading("People"), dialog))
}
