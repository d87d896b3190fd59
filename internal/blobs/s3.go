//go:build s3

package blobs

import _ "gocloud.dev/blob/s3blob" // opens s3:// addresses

const withS3 = true
