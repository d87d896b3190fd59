package metadata

import (
	"context"
	"net"
	"sync/atomic"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// resolver is a name server that gives every name the first address when it is
// first asked, then the second, and so on; the last for ever. Without addresses it
// knows no name.
func resolver(t *testing.T, addresses ...string) *net.Resolver {
	t.Helper()
	conn, err := new(net.ListenConfig).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go answerNames(conn, addresses)
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func answerNames(conn net.PacketConn, addresses []string) {
	var asked atomic.Int32
	buffer := make([]byte, 1500)
	for {
		n, from, err := conn.ReadFrom(buffer)
		if err != nil {
			return
		}
		var query dnsmessage.Message
		if query.Unpack(buffer[:n]) != nil || len(query.Questions) == 0 {
			continue
		}
		reply := dnsmessage.Message{Questions: query.Questions, Header: dnsmessage.Header{ID: query.ID, Response: true, Authoritative: true}}
		question := query.Questions[0]
		switch {
		case len(addresses) == 0:
			reply.RCode = dnsmessage.RCodeNameError
		case question.Type == dnsmessage.TypeA:
			turn := min(int(asked.Add(1))-1, len(addresses)-1)
			reply.Answers = []dnsmessage.Resource{{
				Header: dnsmessage.ResourceHeader{Name: question.Name, Type: question.Type, Class: question.Class},
				Body:   &dnsmessage.AResource{A: [4]byte(net.ParseIP(addresses[turn]).To4())},
			}}
		}
		if packed, err := reply.Pack(); err == nil {
			conn.WriteTo(packed, from)
		}
	}
}
