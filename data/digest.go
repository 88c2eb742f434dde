package data

import (
	"io"
	"io/fs"
)

// Digest writes the paths and contents of all files to h, in the order of their
// paths: what a hash is taken of, so that the same files give the same hash.
func Digest(h io.Writer, files fs.FS) error {
	return fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := files.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		if _, err := io.WriteString(h, path+"\x00"); err != nil {
			return err
		}
		_, err = io.Copy(h, f)
		return err
	})
}
