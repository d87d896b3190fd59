package picture

import (
	"image"

	"golang.org/x/image/draw"
)

// shrink scales a picture down to a longest side, and copies one that is no larger. What is not transparent stands on
// white.
func shrink(m image.Image, longest int, transparent bool) *image.RGBA {
	size := m.Bounds().Size()
	// The good scaler needs 32 bytes for each row of the source and column of the result: a large source is brought near
	// with the quick one.
	if near := 2 * longest; max(size.X, size.Y) > near {
		m = scale(m, fit(size, near), draw.ApproxBiLinear, transparent)
	}
	if max(size.X, size.Y) <= longest {
		return scale(m, size, draw.NearestNeighbor, transparent)
	}
	return scale(m, fit(size, longest), draw.CatmullRom, transparent)
}

func scale(m image.Image, size image.Point, by draw.Scaler, transparent bool) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: size})
	op := draw.Src
	if !transparent {
		draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
		op = draw.Over
	}
	by.Scale(out, out.Rect, m, m.Bounds(), op, nil)
	return out
}

// fit is a size brought down to a longest side, in proportion, each side at least a pixel.
func fit(size image.Point, longest int) image.Point {
	whole := max(size.X, size.Y)
	return image.Pt(max(1, (size.X*longest+whole/2)/whole), max(1, (size.Y*longest+whole/2)/whole))
}

func isOpaque(m image.Image) bool {
	o, says := m.(interface{ Opaque() bool })
	return says && o.Opaque()
}
