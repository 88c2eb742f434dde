package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

// settled is how long a file has to be left alone before it is read: it may
// still be written.
const settled = 5 * time.Second

// pollFolder reads the files of a folder that are new or have changed. Their
// times are compared with the machine's clock, which set them.
func (w *Watcher) pollFolder(ctx context.Context, s *Source) error {
	var problems []error
	err := filepath.WalkDir(s.Path, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != s.Path && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil && path == s.Path:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			problems = append(problems, err)
		case entry.IsDir() && hidden:
			return filepath.SkipDir
		case hidden || !entry.Type().IsRegular() || !s.wants(path):
		default:
			if err := w.takeFile(ctx, s, path, entry); err != nil {
				problems = append(problems, err)
			}
		}
		return nil
	})
	if err != nil {
		return &failure{what: "the folder cannot be read", err: err, passing: true}
	}
	return errors.Join(problems...)
}

// takeFile reads a file that was not read as it is now.
func (w *Watcher) takeFile(ctx context.Context, s *Source, path string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return nil // gone since the folder was listed
	}
	if err != nil {
		return err
	}
	if time.Since(info.ModTime()) < settled && !w.once {
		return nil
	}
	key := fingerprint("file", path, fmt.Sprint(info.Size()), info.ModTime().UTC().Format(time.RFC3339Nano))
	if seen, err := w.seen(ctx, []string{key}); seen || err != nil {
		return err
	}
	for doc, err := range (intake.Reader{Stdin: strings.NewReader("")}).Documents(path) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			w.pass(s.name(), path, strings.TrimPrefix(err.Error(), path+": "))
		}
		if doc == nil {
			continue
		}
		doc.Publication = first(s.Publication, doc.Publication)
		doc.Language = first(s.Language, doc.Language)
		if doc.Date.IsZero() {
			doc.Date = demarche.DateOf(info.ModTime())
		}
		if err := w.store(ctx, s.name(), doc, nil); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if after, err := os.Stat(path); err != nil || after.Size() != info.Size() || !after.ModTime().Equal(info.ModTime()) {
		return nil // changed meanwhile: read again at the next poll
	}
	return w.memory.Keep(ctx, w.remembered(key)...)
}
