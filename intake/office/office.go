// Package office reads the text of word processors' files: RTF and DOCX. It keeps
// paragraphs, and nothing of how they look.
package office

import "errors"

// MaxText is the longest text that is read, in bytes.
const MaxText = 16 << 20

// Document is what a file says.
type Document struct {
	Title  string // as the file's properties name it; may be ""
	Author string
	Text   string // paragraphs, a blank line between them
}

// Errors of RTF and DOCX.
var (
	ErrTooLong = errors.New("its text is longer than 16 MiB, far more than its kind holds, and it was passed over")
	ErrDamaged = errors.New("it is damaged; open it and save it anew")
	ErrNoText  = errors.New("it holds no text")
)
