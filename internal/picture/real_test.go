package picture_test

import (
	"os"
	"path/filepath"
	"testing"

	"kinlist/internal/picture"
)

func TestPicturesThatOthersMadeAreRead(t *testing.T) {
	t.Parallel()
	for name, as := range map[string]string{"cmyk.jpeg": "image/jpeg", "progressive.jpeg": "image/jpeg", "alpha.webp": "image/png"} {
		file, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := picture.NewMaker().Make(t.Context(), file)
		if err != nil || got.Type != as || got.Width < 100 || len(got.Small) == 0 {
			t.Errorf("%s: %s, %d pixels wide, %v", name, got.Type, got.Width, err)
		}
	}
}
