// Command gallery serves every view in every state, rendered from samples, to look at: no database, no family, nothing that
// could be changed. Its argument is the address to listen on; ?lang=de on a page says it in German.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"kinlist/internal/lang"
	"kinlist/static"
	"kinlist/views/gallery"
)

func main() {
	addr := "127.0.0.1:8090"
	if len(os.Args) > 1 {
		addr = os.Args[1]
	}
	_, _ = fmt.Fprintf(os.Stdout, "The gallery is open at http://%s/\n", addr)
	server := http.Server{Addr: addr, Handler: rooms(), ReadHeaderTimeout: 5 * time.Second}
	fmt.Fprintln(os.Stderr, server.ListenAndServe())
	os.Exit(1)
}

// rooms are the samples under their names, a list of them, and the files that they need.
func rooms() http.Handler {
	samples := map[string]gallery.Sample{}
	for _, s := range gallery.Samples() {
		samples[s.Name] = s
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", index)
	mux.HandleFunc("GET /sample/{name}", func(w http.ResponseWriter, r *http.Request) {
		s, there := samples[r.PathValue("name")]
		if !there {
			http.NotFound(w, r)
			return
		}
		ctx := lang.With(r.Context(), lang.Match(r.FormValue("lang")))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := s.Component.Render(ctx, w); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	})
	mux.HandleFunc("GET /static/{name}", func(w http.ResponseWriter, r *http.Request) {
		asset, there := static.Find(r.PathValue("name"))
		if !there {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", asset.ContentType)
		_, _ = w.Write(asset.Body)
	})
	return mux
}

// index lists the samples.
func index(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Gallery</title><h1>Gallery</h1><ul>`)
	for _, s := range gallery.Samples() {
		_, _ = fmt.Fprintf(w, `<li><a href="/sample/%s">%[1]s</a>`, s.Name)
	}
}
