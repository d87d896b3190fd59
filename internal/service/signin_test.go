package service_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

// home is where the family signs in from.
var home = service.Client{Address: "192.0.2.1", UserAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}

// enter signs somebody in with fixture.Password and returns the token and the session.
func enter(t *testing.T, s *fixture.Stage, email string) (string, service.Session) {
	t.Helper()
	token, err := s.Services.Auth.SignIn(t.Context(), dto.LoginInput{Email: email, Password: fixture.Password}, home)
	ok(t, err)
	session, err := s.Services.Auth.Session(t.Context(), token)
	ok(t, err)
	return token, session
}

// dead fails unless a session's token opens nothing.
func dead(t *testing.T, s *fixture.Stage, token string) {
	t.Helper()
	_, err := s.Services.Auth.Session(t.Context(), token)
	refused(t, err, apperr.Unauthenticated)
}

// Case 34.
func TestAnAddressIsOneAccountWhateverItsCase(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		email := s.SetPassword(t, s.Tom)
		if _, session := enter(t, s, "  "+strings.ToUpper(email)+" "); session.Viewer.UserID != s.Tom.UserID {
			t.Errorf("signed in as %s", session.Viewer.UserID)
		}
		err := s.Services.Auth.AddUser(ctx, service.NewUser{Name: "Tom", Email: strings.ToUpper(email), Password: fixture.Password, Role: domain.RoleMember})
		refused(t, err, apperr.Conflict)
		members, err := s.Services.Members.Index(ctx, s.Maria)
		if err != nil || len(members) != 4 {
			t.Errorf("%d members, %v", len(members), err)
		}
	})
}

// Case 34. What a hash costs is its memory: an unknown name has to take as much as a wrong password. Counted in bytes,
// since a clock would be wrong on a busy machine; so this test is not parallel.
func TestAnUnknownNameAndAWrongPasswordGetOneAnswerAfterTheSameWork(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		email := s.SetPassword(t, s.Tom)
		try := func(email string) (uint64, error) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := s.Services.Auth.SignIn(t.Context(), dto.LoginInput{Email: email, Password: "a wrong one"}, home)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc, err
		}
		wrong, wrongErr := try(email)
		unknown, unknownErr := try("nobody@example.org")
		refused(t, wrongErr, apperr.Unauthenticated)
		if sentenceOf(wrongErr) != sentenceOf(unknownErr) {
			t.Errorf("%v, but of an unknown name %v", wrongErr, unknownErr)
		}
		const hash = 19 << 20
		for _, took := range []uint64{wrong, unknown} {
			if took < hash || took > 2*hash {
				t.Errorf("a wrong password takes %d bytes, an unknown name %d; a hash is %d", wrong, unknown, hash)
			}
		}
	})
}

func TestOnesSessionsAreListedInWordsTheLastUsedFirst(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		email := s.SetPassword(t, s.Tom)
		enter(t, s, s.SetPassword(t, s.Lena)) // somebody else's
		var want []string
		for _, browser := range []struct{ agent, words string }{
			{"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"},
			{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"},
			{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows"},
			{"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android"},
			{"curl/8.5.0", "Another program"},
		} {
			_, err := s.Services.Auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fixture.Password},
				service.Client{Address: "192.0.2.7", UserAgent: browser.agent})
			ok(t, err)
			want = append([]string{browser.words}, want...)
			s.Clock.T = s.Clock.T.Add(1e9)
		}
		_, current := enter(t, s, email)
		want = append([]string{"Firefox on Linux"}, want...)
		sessions, err := s.Services.Auth.Sessions(ctx, s.Tom, current.ID)
		ok(t, err)
		var got []string
		for i, one := range sessions {
			got = append(got, one.Device)
			if one.Current != (i == 0) || one.Family != "Berg" || one.CreatedAt == "" || one.LastSeenAt == "" {
				t.Errorf("session %d: %+v", i, one)
			}
		}
		if !slices.Equal(got, want) || sessions[1].Address != "192.0.2.7" {
			t.Errorf("sessions: %q", got)
		}
	})
}

func TestASessionThatIsEndedIsDeadAtOnceAndSomebodyElsesIsNotThere(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		email := s.SetPassword(t, s.Tom)
		mine, session := enter(t, s, email)
		phone, other := enter(t, s, email)
		lenas, foreign := enter(t, s, s.SetPassword(t, s.Lena))
		for _, id := range []string{foreign.ID, s.Ben, "junk", ""} {
			refused(t, s.Services.Auth.EndSession(ctx, s.Tom, id), apperr.NotFound)
		}
		ok(t, s.Services.Auth.EndSession(ctx, s.Tom, other.ID))
		dead(t, s, phone)
		refused(t, s.Services.Auth.EndSession(ctx, s.Tom, other.ID), apperr.NotFound)

		tablet, _ := enter(t, s, email)
		if n, err := s.Services.Auth.EndOtherSessions(ctx, s.Tom, session.ID); n != 1 || err != nil {
			t.Errorf("ended %d, %v", n, err)
		}
		dead(t, s, tablet)
		for _, token := range []string{mine, lenas} {
			_, err := s.Services.Auth.Session(ctx, token)
			ok(t, err)
		}
	})
}
