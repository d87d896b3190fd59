package dto

// PictureFile is a picture as a browser gets it.
type PictureFile struct {
	Type string // image/jpeg or image/png
	File []byte
}
