package metadata

import (
	"encoding/binary"
	"net/netip"
	"strconv"
	"strings"
)

// numericHost reads the spellings of an IPv4 address that browsers know beside the
// usual one: 2130706433, 0x7f.1, 0177.0.0.1. It reports whether the host is a
// number at all; one that is no address gives the zero Addr.
func numericHost(host string) (address netip.Addr, numeric bool) {
	parts := strings.Split(host, ".")
	if !isNumberPart(parts[len(parts)-1]) {
		return netip.Addr{}, false
	}
	if len(parts) > 4 {
		return netip.Addr{}, true
	}
	var sum uint64
	for i, part := range parts {
		value, err := parsePart(part)
		room := uint64(0xff)
		shift := 8 * (3 - i)
		if i == len(parts)-1 { // the last part fills what is left
			room, shift = 1<<(8*(5-len(parts)))-1, 0
		}
		if err != nil || value > room {
			return netip.Addr{}, true
		}
		sum |= value << shift
	}
	return netip.AddrFrom4([4]byte(binary.BigEndian.AppendUint32(nil, uint32(sum)))), true
}

func isNumberPart(part string) bool {
	_, err := parsePart(part)
	return err == nil || part != "" && strings.Trim(part, "0123456789") == ""
}

// parsePart reads a decimal, octal (leading 0) or hexadecimal (leading 0x) number.
func parsePart(part string) (uint64, error) {
	lower := strings.ToLower(part)
	if digits, ok := strings.CutPrefix(lower, "0x"); ok {
		if digits == "" {
			return 0, nil
		}
		return strconv.ParseUint(digits, 16, 64)
	}
	if len(part) > 1 && part[0] == '0' {
		return strconv.ParseUint(part, 8, 64)
	}
	return strconv.ParseUint(part, 10, 64)
}
