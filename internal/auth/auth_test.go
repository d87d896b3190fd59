package auth_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"kinlist/internal/auth"
)

func TestAPasswordMatchesItsHashAloneAndNobodyHasTheEmptyOne(t *testing.T) {
	hash, err := auth.Hash(t.Context(), "correct horse")
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Fatal(hash, err)
	}
	again, err := auth.Hash(t.Context(), "correct horse")
	if err != nil || again == hash {
		t.Fatal("two hashes of one password are the same")
	}
	for password, want := range map[string]bool{"correct horse": true, "Correct horse": false, "": false} {
		if ok, err := auth.Matches(t.Context(), password, hash); ok != want || err != nil {
			t.Errorf("%q: %v %v", password, ok, err)
		}
	}
	// An unknown account goes through the same computation: no error, and no password fits.
	for _, password := range []string{"", "correct horse"} {
		if ok, err := auth.Matches(t.Context(), password, ""); ok || err != nil {
			t.Errorf("an unknown account: %v %v", ok, err)
		}
	}
}

func TestWhoLeavesTheQueueForHashingIsNotServed(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	served := 0
	for range 50 { // a free place may be taken even so; the queue never hangs
		if _, err := auth.Matches(ctx, "x", "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"); err == nil {
			served++
		}
	}
	if served == 50 {
		t.Error("a request that is over was always served")
	}
}

func TestTokensAreRandomAndOnlyTheirHashIsKept(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		token, hash := auth.NewToken()
		if len(token) != 64 || seen[token] || hash == token || hash != auth.HashToken(token) || len(hash) != 64 {
			t.Fatal(token, hash)
		}
		seen[token] = true
	}
}

func TestTheSetupCodeIsOfTheSecretAndForgivesHowItIsTyped(t *testing.T) {
	code := auth.SetupCode("a")
	if !regexp.MustCompile(`^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$`).MatchString(code) || code != auth.SetupCode("a") || code == auth.SetupCode("b") {
		t.Fatal(code)
	}
	for typed, want := range map[string]bool{code: true, " " + strings.ToLower(code) + "\n": true, "": false, code[:13]: false, code + "A": false} {
		if auth.SameCode(typed, code) != want {
			t.Errorf("%q: want %v", typed, want)
		}
	}
}

func TestTheLimiterCountsEachKeyAndForgivesWithTime(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	l := auth.NewLimiter(3, time.Minute, func() time.Time { return now })
	take := func(key string) time.Duration {
		wait, _ := l.Take(key)
		return wait
	}
	for i := range 3 {
		if wait := take("ann"); wait != 0 {
			t.Fatalf("attempt %d waits %s", i, wait)
		}
	}
	for range 5 { // asking in vain makes the wait no longer
		if wait := take("ann"); wait != time.Minute {
			t.Fatalf("waits %s", wait)
		}
	}
	if take("bob") != 0 {
		t.Error("another key waits too")
	}
	now = now.Add(time.Minute)
	wait, refund := l.Take("ann")
	if wait != 0 || take("ann") == 0 {
		t.Error("a minute is not one attempt")
	}
	refund()
	if take("ann") != 0 || take("ann") == 0 {
		t.Error("a refund is not one attempt")
	}
	now = now.Add(time.Hour)
	for range 3 {
		if take("ann") != 0 {
			t.Error("an hour gives not all attempts back")
		}
	}
	if take("ann") == 0 {
		t.Error("an hour gives more attempts than there are")
	}
}
