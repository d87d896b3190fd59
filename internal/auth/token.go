package auth

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// NewToken returns a random token of 256 bits for a cookie or a link, and the hash that the database keeps of it.
func NewToken() (token, hash string) {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // never fails, see crypto/rand
	token = hex.EncodeToString(raw)
	return token, HashToken(token)
}

// HashToken is the hash of a token. A random token needs no salt and no slow hash.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// SetupCode is the code that proves, on the first run, that somebody reads the log: the same on every node that
// shares the secret, and worthless once an account exists.
func SetupCode(secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("kinlist first-run set-up"))
	code := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(mac.Sum(nil))
	return code[:4] + "-" + code[4:8] + "-" + code[8:12]
}

// SameCode compares a typed code with the real one in constant time, forgiving case and blanks.
func SameCode(typed, code string) bool {
	typed = strings.ToUpper(strings.TrimSpace(typed))
	return hmac.Equal([]byte(typed), []byte(code))
}
