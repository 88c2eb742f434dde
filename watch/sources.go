package watch

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// Sources are what is watched, and how: the content of a sources.toml.
type Sources struct {
	Contact string   `toml:"contact"` // e-mail address or web page, for the user agent
	Every   Duration `toml:"every"`   // between two polls of a source; 15 minutes
	Delay   Duration `toml:"delay"`   // between two requests to one host; 2 seconds
	Timeout Duration `toml:"timeout"` // of one request; 30 seconds
	Alerts  string   `toml:"alerts"`  // file of alert rules, from the folder of the sources file; may be empty

	Feeds    []Source `toml:"feed"`
	Sitemaps []Source `toml:"sitemap"`
	Folders  []Source `toml:"folder"`
}

// Source is one feed, sitemap or folder.
type Source struct {
	URL         string   `toml:"url"`         // of a feed or sitemap
	Path        string   `toml:"path"`        // of a folder
	Every       Duration `toml:"every"`       // as in Sources, for this one
	MaxAge      Duration `toml:"max-age"`     // older items are passed over; 0 for none
	Publication string   `toml:"publication"` // name of the outlet, in place of what the source says
	Language    string   `toml:"language"`    // ISO 639-1, in place of what the source says
	Include     []string `toml:"include"`     // only addresses with one of these in them
	Exclude     []string `toml:"exclude"`     // no addresses with one of these in them

	kind kind
}

type kind string

const (
	feedSource    kind = "feed"
	sitemapSource kind = "sitemap"
	folderSource  kind = "folder"
)

// name is what the source is called in messages and state.
func (s *Source) name() string {
	if s.kind == folderSource {
		return s.Path
	}
	return s.URL
}

// wants says whether an address is wanted.
func (s *Source) wants(address string) bool {
	in := func(part string) bool { return strings.Contains(address, part) }
	return (len(s.Include) == 0 || slices.ContainsFunc(s.Include, in)) && !slices.ContainsFunc(s.Exclude, in)
}

// Duration is written "90s", "15m", "6h" or "7d".
type Duration time.Duration

// UnmarshalText reads a duration.
func (d *Duration) UnmarshalText(text []byte) error {
	s := string(text)
	if days, ok := strings.CutSuffix(s, "d"); ok {
		var n int
		if _, err := fmt.Sscanf(days, "%d", &n); err == nil && n >= 0 && n < 36500 && fmt.Sprint(n) == days {
			*d = Duration(time.Duration(n) * 24 * time.Hour)
			return nil
		}
	}
	parsed, err := time.ParseDuration(s)
	if err != nil || parsed < 0 {
		return fmt.Errorf("%q is no duration; write it as 90s, 15m, 6h or 7d", s)
	}
	*d = Duration(parsed)
	return nil
}

// The defaults of Sources, and the least that is polite.
const (
	defaultEvery   = Duration(15 * time.Minute)
	defaultDelay   = Duration(2 * time.Second)
	defaultTimeout = Duration(30 * time.Second)
	sitemapAge     = Duration(7 * 24 * time.Hour)
	leastEvery     = Duration(time.Minute)
)

// ParseSources reads a sources.toml; name is the file's, for messages and for
// the paths in it. The error says the line, and what to do.
func ParseSources(name string, text []byte) (*Sources, error) {
	s := &Sources{Every: defaultEvery, Delay: defaultDelay, Timeout: defaultTimeout}
	meta, err := toml.Decode(string(text), s)
	var syntax toml.ParseError
	switch {
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("%s:%d:%d: %s", name, syntax.Position.Line, max(syntax.Position.Col, 1), syntax.Message)
	case err != nil:
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "toml: "))
	}
	lines := lineIndex{name, strings.Split(string(text), "\n")}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		return nil, lines.wrong("", 0, key[len(key)-1], "the key %q is not known; docs/watch.md has those that are", key)
	}
	if s.Alerts != "" {
		s.Alerts = beside(name, s.Alerts)
	}
	return s, s.check(lines)
}

// beside is a path as seen from the folder of a file.
func beside(file, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(file), path)
}

// all are the sources, each told what it is.
func (s *Sources) all() []*Source {
	var all []*Source
	for _, list := range []struct {
		kind    kind
		sources []Source
	}{{feedSource, s.Feeds}, {sitemapSource, s.Sitemaps}, {folderSource, s.Folders}} {
		for i := range list.sources {
			list.sources[i].kind = list.kind
			all = append(all, &list.sources[i])
		}
	}
	return all
}

func (s *Sources) check(lines lineIndex) error {
	if !isContact(s.Contact) {
		return lines.wrong("", 0, "contact", "the contact is %q; give an e-mail address or a web page, by which sites can reach you", s.Contact)
	}
	if s.Every < leastEvery {
		return lines.wrong("", 0, "every", "sources cannot be polled more often than every minute")
	}
	seen := map[string]bool{}
	numbers := map[kind]int{}
	for _, one := range s.all() {
		i := numbers[one.kind]
		numbers[one.kind]++
		if err := s.checkOne(one, i, lines); err != nil {
			return err
		}
		if seen[one.name()] {
			return lines.wrong(one.kind, i, one.key(), "%s is named twice; remove one", one.name())
		}
		seen[one.name()] = true
	}
	if len(seen) == 0 {
		return fmt.Errorf("%s: nothing to watch; add a [[feed]], a [[sitemap]] or a [[folder]]", lines.name)
	}
	return nil
}

// key is the name of the setting that names the source.
func (s *Source) key() string {
	if s.kind == folderSource {
		return "path"
	}
	return "url"
}

// checkOne checks the source of its kind with number i, and fills in defaults.
func (s *Sources) checkOne(one *Source, i int, lines lineIndex) error {
	wrong := func(key, format string, args ...any) error { return lines.wrong(one.kind, i, key, format, args...) }
	if one.Every == 0 {
		one.Every = s.Every
	}
	switch {
	case one.Every < leastEvery:
		return wrong("every", "a source cannot be polled more often than every minute")
	case one.kind == folderSource && one.Path == "":
		return wrong("path", "the folder has no path; add path = \"…\"")
	case one.kind == folderSource && one.URL != "":
		return wrong("url", "a folder has a path and no url")
	case one.kind == folderSource:
		one.Path = beside(lines.name, one.Path)
		return nil
	case one.Path != "":
		return wrong("path", "a %s has a url and no path", one.kind)
	}
	u, err := url.Parse(one.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return wrong("url", "the url is %q; it has to start with https:// or http://", one.URL)
	}
	if one.kind == sitemapSource && one.MaxAge == 0 {
		one.MaxAge = sitemapAge
	}
	return nil
}

// isContact says whether somebody can be reached that way.
func isContact(s string) bool {
	if strings.ContainsAny(s, "\r\n()") {
		return false
	}
	if u, err := url.Parse(s); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return true
	}
	address, err := mail.ParseAddress(s)
	return err == nil && address.Address == s
}

// lineIndex finds the line of a setting, for messages.
type lineIndex struct {
	name  string
	lines []string
}

// wrong is an error about a key in the table of that kind with number i, or,
// with no kind, about one wherever it stands first.
func (x lineIndex) wrong(kind kind, i int, key, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	line := x.find(kind, i, key)
	if line == 0 {
		return fmt.Errorf("%s: %s", x.name, what)
	}
	return fmt.Errorf("%s:%d: %s", x.name, line, what)
}

// find is the number of the line, from 1; where the key is missing, that of
// its table; 0 for none.
func (x lineIndex) find(kind kind, i int, key string) int {
	header := 0
	for n, line := range x.lines {
		line = strings.TrimSpace(line)
		switch {
		case kind != "" && strings.HasPrefix(strings.ReplaceAll(line, " ", ""), "[["+string(kind)+"]]"):
			if header > 0 {
				return header
			}
			if i--; i < 0 {
				header = n + 1
			}
		case kind != "" && header == 0:
		case kind != "" && strings.HasPrefix(line, "["):
			return header
		default:
			if name, _, ok := strings.Cut(line, "="); ok && strings.Trim(strings.TrimSpace(name), `"'`) == key {
				return n + 1
			}
		}
	}
	return header
}
