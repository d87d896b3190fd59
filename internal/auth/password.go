// Package auth holds what sign-in is made of: password hashes, random tokens, and the limit on attempts.
package auth

import (
	"context"
	"fmt"
	"runtime"

	"github.com/alexedwards/argon2id"
)

// MinPassword and MaxPassword bound a password's length in characters; NIST SP 800-63B asks for eight at least and
// no rules beyond. The upper bound keeps hashing cheap to refuse.
const (
	MinPassword = 8
	MaxPassword = 256
)

// params are OWASP's second choice for argon2id: 19 MiB, two passes, one lane. Memory is what a small host lacks.
var params = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// hashing lets as many hashes run at once as there are processors, so that a rush at the door cannot take all memory.
var hashing = make(chan struct{}, runtime.NumCPU())

// Hash returns the argon2id hash of a password in PHC form.
func Hash(ctx context.Context, password string) (string, error) {
	release, err := queue(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	return argon2id.CreateHash(password, params)
}

// Matches reports whether the password has the hash. An empty hash, for a user who does not exist, costs the same
// time and never matches.
func Matches(ctx context.Context, password, hash string) (bool, error) {
	release, err := queue(ctx)
	if err != nil {
		return false, err
	}
	defer release()
	known := hash != ""
	if !known {
		hash = decoy
	}
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	return ok && known, err
}

// decoy is the hash, with the same params, of a password that nobody has.
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func queue(ctx context.Context) (func(), error) {
	select {
	case hashing <- struct{}{}:
		return func() { <-hashing }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("auth: waiting to hash: %w", ctx.Err())
	}
}
