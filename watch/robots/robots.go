// Package robots reads robots.txt (RFC 9309) with the Crawl-delay that many
// sites add to it.
package robots

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// MaxSize is how much of a robots.txt is read, in bytes.
const MaxSize = 500 << 10

// MaxDelay is the longest Crawl-delay that is heeded: one of an hour would mean
// that a site's news is never read.
const MaxDelay = 5 * time.Minute

const (
	maxRules = 2000
	maxPath  = 2048 // of a path or a rule, in bytes
)

// Rules are what a site asks of one reader. The zero value allows everything.
type Rules struct {
	lines []rule
	Delay time.Duration // between two requests; 0 when not stated
}

type rule struct {
	pattern string // with * for anything, and $ at the end for the end
	allow   bool
}

// Parse reads the rules for the reader called agent, or, where there are none
// for it, those for everybody.
func Parse(text []byte, agent string) Rules {
	text = bytes.TrimPrefix(text[:min(len(text), MaxSize)], []byte("\ufeff"))
	var own, all Rules
	found := false           // rules for the agent
	var mine, everybody bool // whom the present group is for
	naming := false          // within the user-agent lines of a group
	for line := range bytes.SplitSeq(bytes.ReplaceAll(text, []byte("\r"), []byte("\n")), []byte("\n")) {
		key, value, ok := field(line)
		switch {
		case !ok:
		case key == "user-agent":
			if !naming {
				mine, everybody, naming = false, false, true
			}
			mine = mine || strings.EqualFold(productToken(value), agent)
			everybody = everybody || value == "*"
			found = found || mine
		default:
			naming = naming && key != "allow" && key != "disallow" && key != "crawl-delay"
			if mine {
				own.add(key, value)
			}
			if everybody {
				all.add(key, value)
			}
		}
	}
	if found {
		return own
	}
	return all
}

// field divides "Key: value # comment".
func field(line []byte) (key, value string, ok bool) {
	text, _, _ := strings.Cut(string(line), "#")
	key, value, ok = strings.Cut(text, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

// productToken is the name of a reader without its version.
func productToken(s string) string {
	name, _, _ := strings.Cut(s, "/")
	return strings.TrimSpace(name)
}

func (r *Rules) add(key, value string) {
	switch key {
	case "crawl-delay":
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 {
			r.Delay = MaxDelay
			if seconds < MaxDelay.Seconds() {
				r.Delay = time.Duration(seconds * float64(time.Second))
			}
		}
	case "allow", "disallow":
		if value != "" && len(value) <= maxPath && len(r.lines) < maxRules {
			r.lines = append(r.lines, rule{normal(value), key == "allow"})
		}
	}
}

// Allowed says whether the page may be fetched. The longest rule that matches
// decides; of two as long, the one that allows.
func (r Rules) Allowed(page *url.URL) bool {
	path := page.EscapedPath()
	if path == "" {
		path = "/"
	}
	if page.RawQuery != "" {
		path += "?" + page.RawQuery
	}
	path = normal(path[:min(len(path), maxPath)])
	longest, allowed := -1, true
	for _, one := range r.lines {
		n := len(one.pattern)
		if n < longest || n == longest && !one.allow || !matches(one.pattern, path) {
			continue
		}
		longest, allowed = n, one.allow
	}
	return allowed
}

// normal writes escapes of letters and digits out, so that two ways to write
// an address are one.
func normal(path string) string {
	if !strings.Contains(path, "%") {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] != '%' || i+2 >= len(path) {
			b.WriteByte(path[i])
			continue
		}
		n, err := strconv.ParseUint(path[i+1:i+3], 16, 8)
		switch c := byte(n); {
		case err != nil:
			b.WriteByte('%')
			continue
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteString(strings.ToUpper(path[i : i+3]))
		}
		i += 2
	}
	return b.String()
}

// matches says whether the pattern matches the beginning of the path, or, with
// $ at its end, the whole.
func matches(pattern, path string) bool {
	whole := strings.HasSuffix(pattern, "$")
	if whole {
		pattern = pattern[:len(pattern)-1]
	} else {
		pattern += "*"
	}
	p, s := 0, 0
	star, from := -1, 0 // where to take up again: behind the last *
	for s < len(path) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, s
			p++
		case p < len(pattern) && pattern[p] == path[s]:
			p++
			s++
		case star >= 0:
			from++
			p, s = star+1, from
		default:
			return false
		}
		if p == len(pattern) && star == p-1 && star >= 0 {
			return true // the rest is for the last *
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
