package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/demarche/demarche/ingest"
)

// progressBar is a line on a terminal that says how far a long run has come.
// Where there is no terminal it says nothing.
type progressBar struct {
	w       io.Writer // nil for silence
	width   int
	read    atomic.Int64 // bytes of files
	total   int64        // bytes of all files, 0 when unknown
	started time.Time
	shown   time.Time
}

// barEvery is how often the line is written anew.
const barEvery = 200 * time.Millisecond

func newProgressBar(w io.Writer, paths []string) *progressBar {
	b := &progressBar{started: time.Now()}
	if width, ok := terminal(w); ok {
		b.w, b.width, b.total = w, width, sizeOf(paths)
	}
	return b
}

// sizeOf is the length of all files, 0 when it cannot be told.
func sizeOf(paths []string) (total int64) {
	for _, path := range paths {
		err := filepath.WalkDir(path, func(_ string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			info, err := entry.Info()
			if err == nil {
				total += info.Size()
			}
			return err
		})
		if err != nil {
			return 0
		}
	}
	return total
}

func (b *progressBar) elapsed() time.Duration { return time.Since(b.started) }

func (b *progressBar) show(p ingest.Progress) {
	if !b.due() {
		return
	}
	line := summary(p, b.elapsed())
	if part := float64(b.read.Load()) / float64(max(b.total, 1)); part > 0 && b.total > 0 {
		part = min(part, 1)
		left := time.Duration(float64(b.elapsed()) * (1 - part) / part)
		line = fmt.Sprintf("%3.0f%% · %s · %s left", part*100, line, left.Round(time.Second))
	}
	b.write(line)
}

// due says that there is a terminal, and that it is time for another line.
func (b *progressBar) due() bool {
	return b.w != nil && time.Since(b.shown) >= barEvery
}

// write puts a line, cut to the terminal's width, over the one before.
func (b *progressBar) write(line string) {
	b.shown = time.Now()
	if runes := []rune(line); len(runes) >= b.width {
		line = string(runes[:max(b.width-1, 0)])
	}
	fmt.Fprint(b.w, "\r\x1b[K"+line)
}

// clear takes the line away, for something else to be written.
func (b *progressBar) clear() {
	if b.w != nil && !b.shown.IsZero() {
		fmt.Fprint(b.w, "\r\x1b[K")
		b.shown = time.Time{}
	}
}

// summary is how far a run has come, in words.
func summary(p ingest.Progress, elapsed time.Duration) string {
	parts := []string{many(p.Documents, "document") + " added"}
	if p.Known > 0 {
		parts = append(parts, thousands(p.Known)+" there already")
	}
	if p.Failed > 0 {
		parts = append(parts, thousands(p.Failed)+" failed")
	}
	parts = append(parts, many(p.Events, "mention")+" of events")
	if seconds := elapsed.Seconds(); p.Words > 0 && seconds > 0 {
		parts = append(parts, thousands(int(float64(p.Words)/seconds))+" words/s")
	}
	return strings.Join(parts, " · ")
}

// many is a number with what it counts: "1 document", "12,345 documents".
func many(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return thousands(n) + " " + what
}

// thousands is a number with its thousands apart: 12,345.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
