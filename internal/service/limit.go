package service

import (
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/lang"
)

// limit counts an attempt against the address that it comes from and against what is tried, an account or the like;
// refund gives it back to somebody who proved who they are.
func (s *Auth) limit(address, account string) (refund func(), err error) {
	waitAddress, refundAddress := s.byAddress.Take(address)
	waitAccount, refundAccount := s.byAccount.Take(account)
	both := func() { refundAddress(); refundAccount() }
	if wait := max(waitAddress, waitAccount); wait > 0 {
		both() // who is turned away has tried nothing
		return nil, tooMany(wait)
	}
	return both, nil
}

// limitAddress counts an attempt at a random token, which only the address can be held to.
func (s *Auth) limitAddress(address string) (refund func(), err error) {
	wait, refund := s.byAddress.Take(address)
	if wait > 0 {
		return nil, tooMany(wait)
	}
	return refund, nil
}

func tooMany(wait time.Duration) error {
	limited := apperr.Saying(apperr.RateLimited, lang.SaidN(int(wait/time.Second)+1,
		"Too many attempts. Try again in %d second.", "Too many attempts. Try again in %d seconds."))
	limited.RetryAfter = wait
	return limited
}
