package model

import (
	"time"

	"kinlist/internal/domain"
)

// Session is a signed-in browser. The cookie holds the token, the row only its hash.
type Session struct {
	ID         string `gorm:"primaryKey"`
	TokenHash  string
	UserID     string
	FamilyID   string
	UserAgent  string
	Address    string
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	LastSeenAt time.Time
	ExpiresAt  time.Time
}

// Invitation lets somebody join a family once.
type Invitation struct {
	Base
	TokenHash string
	FamilyID  string
	Email     string
	Role      domain.Role
	InvitedBy string `gorm:"column:invited_by_id"`
	ExpiresAt time.Time
	UsedAt    *time.Time
}

// PasswordReset is a link, made by an admin, with which one user sets a new password once.
type PasswordReset struct {
	Base
	TokenHash string
	UserID    string
	CreatedBy string `gorm:"column:created_by_id"`
	ExpiresAt time.Time
	UsedAt    *time.Time
}
