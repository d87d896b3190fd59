package main

import (
	"context"
	"encoding/json"
	"os"

	"kinlist/internal/config"
	"kinlist/internal/metadata"
)

// previewCommand shows what a product page says.
type previewCommand struct {
	Link string `arg:"" help:"Link of a product page."`
	HTML string `name:"html" type:"existingfile" help:"Read this file as if the link had answered with it."`
}

// Run reads the page and prints what it says.
func (c previewCommand) Run(ctx context.Context, p process) error {
	product, err := c.read(ctx, p)
	if err != nil {
		return err
	}
	out := json.NewEncoder(p.stdout)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(product)
}

func (c previewCommand) read(ctx context.Context, p process) (metadata.Product, error) {
	if c.HTML != "" {
		page, err := os.ReadFile(c.HTML)
		if err != nil {
			return metadata.Product{}, err
		}
		return metadata.ParseAs(c.Link, page), nil
	}
	cfg, err := config.Load(p.env)
	if err != nil {
		return metadata.Product{}, err
	}
	return metadata.New(metadata.Config{Allow: cfg.FetchAllow}).Read(ctx, "command", c.Link)
}
