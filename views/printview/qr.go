package printview

import (
	"image/color"
	"strconv"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// drawing is a code as a path of SVG, in units of its own squares.
type drawing struct {
	size, box, path string
}

// quietZone is the white around a code, in squares, as readers want it.
const quietZone = 4

// codeOf draws an address as a QR code; an address that is too long for one has none.
func codeOf(address string) drawing {
	code, err := qr.Encode(address, qr.M, qr.Unicode)
	if err != nil || address == "" {
		return drawing{}
	}
	var path strings.Builder
	n := code.Bounds().Dx()
	for y := range n {
		for x := 0; x < n; x++ {
			from := x
			for x < n && code.At(x, y) == color.Black {
				x++
			}
			if x > from { // squares side by side are one stroke
				path.WriteString("M" + strconv.Itoa(from) + " " + strconv.Itoa(y) + "h" + strconv.Itoa(x-from) + "v1h-" + strconv.Itoa(x-from) + "z")
			}
		}
	}
	size := strconv.Itoa(n + 2*quietZone)
	return drawing{size, strconv.Itoa(-quietZone) + " " + strconv.Itoa(-quietZone) + " " + size + " " + size, path.String()}
}
