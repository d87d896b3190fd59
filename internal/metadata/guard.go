package metadata

import (
	"context"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"syscall"

	"kinlist/internal/lang"
)

// RefusedError says in a sentence why an address is not visited.
type RefusedError struct{ said lang.Phrase }

func (e *RefusedError) Error() string { return e.said.String() }

// Phrase is the sentence, to be said in the reader's language.
func (e *RefusedError) Phrase() lang.Phrase { return e.said }

var (
	errPrivate = &RefusedError{lang.Said("That address is not on the public internet.")}
	errPort    = &RefusedError{lang.Said("That address is not where websites are: its port is not one of theirs.")}
)

// blocked are the ranges of the IANA special-purpose registries that are not the
// public internet, or that carry an IPv4 address inside an IPv6 one.
var blocked = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
	"192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2002::/16",
	"2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

func prefixes(texts ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, text := range texts {
		out = append(out, netip.MustParsePrefix(text))
	}
	return out
}

// isPublic reports whether an address is one of the public internet.
func isPublic(address netip.Addr) bool {
	return address.IsValid() && !within(blocked, address)
}

// within reports whether an address, IPv4 in either notation, is in one of some ranges.
func within(ranges []netip.Prefix, address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	return slices.ContainsFunc(ranges, func(p netip.Prefix) bool { return p.Contains(address) })
}

// guard decides which addresses are visited: those of the public internet, and the
// private ranges that the operator allows.
type guard struct{ allow []netip.Prefix }

// checkDial is asked right before each connection, with the address that the name
// resolved to: only here does an answer of the DNS stay what it was when checked.
func (g guard) checkDial(_ context.Context, _, address string, _ syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return errPrivate
	}
	return g.check(target)
}

// check allows any port of an allowed range. Of the public internet it allows the
// web's own ports and those above 1023, where small shops and previews stand; the
// low ones belong to mail, files and shells.
func (g guard) check(target netip.AddrPort) error {
	port := target.Port()
	switch {
	case within(g.allow, target.Addr()):
		return nil
	case !isPublic(target.Addr()):
		return errPrivate
	case port != 80 && port != 443 && port < 1024:
		return errPort
	}
	return nil
}

// checkLink refuses a link that names a private host outright, so that the answer
// does not depend on what a resolver makes of it.
func (g guard) checkLink(u *url.URL) error {
	address, err := netip.ParseAddr(u.Hostname())
	switch {
	case err == nil && !isPublic(address) && !within(g.allow, address):
		return errPrivate
	case err != nil && isLocalName(u.Hostname()) && len(g.allow) == 0:
		return errPrivate
	}
	return nil
}

// isLocalName reports a name that only a local network knows.
func isLocalName(host string) bool {
	return !strings.Contains(host, ".") || strings.HasSuffix(host, ".local") ||
		strings.HasSuffix(host, ".internal") || strings.HasSuffix(host, ".localhost")
}
