package metadata

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
)

func TestOnlyThePublicInternetIsVisited(t *testing.T) {
	t.Parallel()
	for address, public := range map[string]bool{
		"1.1.1.1": true, "8.8.8.8": true, "172.32.0.1": true, "100.128.0.1": true, "2606:4700::1111": true, "2a00:1450::1": true, "::ffff:8.8.8.8": true,
		"127.0.0.1": false, "127.255.0.1": false, "0.0.0.0": false, "10.1.2.3": false, "172.16.0.1": false, "172.31.255.255": false, "192.168.0.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "100.127.255.255": false, "224.0.0.1": false, "239.1.1.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"192.0.0.1": false, "192.0.2.1": false, "198.51.100.1": false, "203.0.113.1": false, "198.18.0.1": false, "192.88.99.1": false,
		"::": false, "::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "64:ff9b:1::1": false,
		"fc00::1": false, "fd12::1": false, "fe80::1": false, "fec0::1": false, "ff02::1": false, "2001::1": false, "2002:7f00:1::": false, "2001:db8::1": false, "100::1": false, "3fff::1": false,
	} {
		for _, port := range []uint16{80, 443, 8080} {
			err := guard{}.check(netip.AddrPortFrom(netip.MustParseAddr(address), port))
			if (err == nil) != public {
				t.Errorf("%s port %d: %v", address, port, err)
			}
		}
	}
	if err := (guard{}).checkDial(t.Context(), "tcp6", "[fe80::1%eth0]:80", nil); err == nil {
		t.Error("a zone opened the link-local range")
	}
	if isPublic(netip.Addr{}) {
		t.Error("no address is public")
	}
}

func TestPortsOfOtherServicesAreRefused(t *testing.T) {
	t.Parallel()
	public, home := netip.MustParseAddr("8.8.8.8"), netip.MustParseAddr("192.168.1.2")
	g := guard{allow: []netip.Prefix{netip.MustParsePrefix("192.168.1.0/24")}}
	for port, open := range map[uint16]bool{80: true, 443: true, 8080: true, 8443: true, 3000: true, 22: false, 25: false, 0: false, 1023: false} {
		if err := g.check(netip.AddrPortFrom(public, port)); (err == nil) != open {
			t.Errorf("public, port %d: %v", port, err)
		}
		if err := g.check(netip.AddrPortFrom(home, port)); err != nil {
			t.Errorf("allowed, port %d: %v", port, err)
		}
	}
	if err := g.check(netip.MustParseAddrPort("192.168.2.1:80")); !errors.Is(err, errPrivate) {
		t.Errorf("beside the allowed range: %v", err)
	}
}

func TestPrivateLinksAreRefusedInEverySpelling(t *testing.T) {
	t.Parallel()
	f := New(Config{})
	for _, link := range []string{
		"http://127.0.0.1/", "http://127.255.255.254/", "http://0.0.0.0/", "http://100.64.0.1/", "http://172.16.0.1/", "http://[fe80::1]/", "http://[fc00::1]/", "http://localhost/", "http://LOCALHOST:8080/", "http://a.localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
		"http://2130706433/", "http://3232235521/", "http://0x7f000001/", "http://0X7F000001/", "http://017700000001/", "http://0xa.0.0.1/", "http://012.0.0.1/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://127.1/", "http://127.0.1/", "http://0/",
		"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.0.1/", "http://printer.local/", "http://db.internal/", "http://router/",
		"http://１２７.0.0.1/", "http://127。0。0。1/", "https://u:p@127.0.0.1/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/",
	} {
		_, err := f.Read(t.Context(), "family", link)
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Error() != "That address is not on the public internet." {
			t.Errorf("%s: %v", link, err)
		}
	}
	for _, link := range []string{"file:///etc/passwd", "gopher://shop.example/1", "ftp://shop.example/ball", "FTP://shop.example", "data:text/html,x", "unix:///run/x", "jar:https://shop.example!/x"} {
		var wrong *LinkError
		if _, err := f.Read(t.Context(), "family", link); !errors.As(err, &wrong) {
			t.Errorf("%s: %v", link, err)
		}
	}
}

// secret is a server on an address that the Fetcher may not visit.
func secret(t *testing.T, address string) *httptest.Server {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Skipf("this system has no second loopback address: %v", err)
	}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		t.Error("the secret server was visited")
	}))
	server.Listener.Close()
	server.Listener = listener
	server.Start()
	t.Cleanup(server.Close)
	return server
}

var onlyFirst = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}

func TestARedirectToAPrivateAddressIsRefused(t *testing.T) {
	t.Parallel()
	hidden := secret(t, "127.0.0.5:0")
	for name, answer := range map[string]http.HandlerFunc{
		"by status": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, hidden.URL, http.StatusFound) },
		"by tag": func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprintf(w, `<meta http-equiv=refresh content="0;url=%s">`, hidden.URL)
		},
		"in hexadecimal": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://0x7f000005/", http.StatusFound)
		},
		"to IPv4 in IPv6": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://[::ffff:7f00:5]/", http.StatusFound)
		},
		"to a file":   sendTo("file:///etc/passwd"),
		"to gopher":   sendTo("gopher://127.0.0.1:6379/_x"),
		"to FTP":      sendTo("ftp://127.0.0.1/"),
		"to no port":  sendTo("http://127.0.0.1:99999/"),
		"to metadata": sendTo("http://169.254.169.254/latest/meta-data/"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base, f := serve(t, answer)
			f.guard.allow = onlyFirst
			var refused *RefusedError
			if product, err := f.Read(t.Context(), "family", base); !errors.As(err, &refused) {
				t.Errorf("got %+v, %v", product, err)
			}
		})
	}
}

// sendTo redirects to a place as it is written.
func sendTo(place string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", place)
		w.WriteHeader(http.StatusFound)
	}
}

func TestPasswordsInLinksAreNeverSent(t *testing.T) {
	t.Parallel()
	base, f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if header := r.Header.Get("Authorization"); header != "" || r.Header.Get("Referer") != "" {
			t.Errorf("%s: sent %v", r.URL, r.Header)
		}
		if r.URL.Path == "/again" {
			http.Redirect(w, r, "http://u:p@"+r.Host+"/p", http.StatusFound)
			return
		}
		fmt.Fprint(w, "<title>Ball</title>")
	})
	withUser := "http://ann:secret@" + base[len("http://"):]
	sample{title: "Ball", canon: base + "/p", warn: none}.check(t, read(t, f, withUser+"/p"))
	sample{title: "Ball", canon: base + "/p", warn: none}.check(t, read(t, f, withUser+"/again"))
}

func TestANameIsCheckedByTheAddressThatIsDialled(t *testing.T) {
	t.Parallel()
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/again" {
			http.Redirect(w, r, "/p", http.StatusFound)
			return
		}
		fmt.Fprint(w, "<title>Ball</title>")
	})
	where, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	secret(t, "127.0.0.6:"+where.Port())
	link := "http://shop.example:" + where.Port()

	f := New(Config{Allow: onlyFirst})
	f.dialer.Resolver = resolver(t, "127.0.0.1", "127.0.0.6")
	sample{title: "Ball", warn: none}.check(t, read(t, f, link+"/p"))

	var refused *RefusedError
	if _, err := f.Read(t.Context(), "family", link+"/p"); !errors.As(err, &refused) {
		t.Errorf("a name that turned private: %v", err)
	}

	f = New(Config{Allow: onlyFirst})
	f.dialer.Resolver = resolver(t, "127.0.0.1", "127.0.0.6")
	if _, err := f.Read(t.Context(), "family", link+"/again"); !errors.As(err, &refused) {
		t.Errorf("a name that turned private between hops: %v", err)
	}
}

func TestANameThatIsUnknownIsAWarning(t *testing.T) {
	t.Parallel()
	f := New(Config{})
	f.dialer.Resolver = resolver(t)
	sample{title: "Red ball", warn: "There is no website at that address, or no network: check the link."}.check(t, read(t, f, "https://shop.example/red-ball"))
}
