package coder

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
)

// Version names the program and the contents of the rules and lexicons that a
// coder with these options codes with: "demarche 0.1.0, rules 1c0ffee5, lexicon
// 5ca1ab1e". Documents coded under the same name were coded alike.
func (o Options) Version() (string, error) {
	rules, err := contentHash(append([]fs.FS{data.Rules(), data.Frames(), data.Topics()}, o.Rules...))
	if err != nil {
		return "", fmt.Errorf("reading the rules: %w", err)
	}
	lexicon, err := contentHash(append([]fs.FS{data.Lexicon(), data.Models()}, o.Lexicons...))
	if err != nil {
		return "", fmt.Errorf("reading the lexicons: %w", err)
	}
	return fmt.Sprintf("demarche %s, rules %s, lexicon %s", demarche.Version, rules, lexicon), nil
}

// contentHash is the same for the same files with the same contents.
func contentHash(all []fs.FS) (string, error) {
	h := sha256.New()
	for _, files := range all {
		if err := data.Digest(h, files); err != nil {
			return "", err
		}
		h.Write([]byte{1})
	}
	return hex.EncodeToString(h.Sum(nil)[:4]), nil
}
