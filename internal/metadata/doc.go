// Package metadata reads product pages: a link goes in, what the page says about
// the product comes out. It holds the program's only HTTP client, which speaks to
// public addresses alone.
package metadata
