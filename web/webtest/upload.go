package webtest

import (
	"bytes"
	"mime/multipart"
	"net/http"
)

// Upload sends a file in a field of a form.
func (b *Browser) Upload(path, field, name string, file []byte) Answer {
	b.tb.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile(field, name)
	if err != nil {
		b.tb.Fatal(err)
	}
	_, _ = part.Write(file) // into memory
	_ = form.Close()
	return b.send(http.MethodPost, path, form.FormDataContentType(), &body)
}
