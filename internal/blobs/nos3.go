//go:build !s3

package blobs

const withS3 = false
