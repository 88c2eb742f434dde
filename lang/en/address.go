package en

import "strings"

// address emits a chunk that holds a web or mail address as one token, with
// the punctuation around it apart. false when it holds none.
func (s *splitter) address(i, end int) bool {
	w := s.text[i:end]
	if !looksLikeAddress(w) {
		return false
	}
	start, stop := i, end
	for start < stop && strings.IndexByte(`(<["'`, s.text[start]) >= 0 {
		start++
	}
	for stop > start && strings.IndexByte(`)>]"'.,;:!?`, s.text[stop-1]) >= 0 && !strings.HasSuffix(s.text[start:stop], "..") {
		stop--
	}
	if start == stop {
		return false
	}
	for j := i; j < start; j++ {
		s.emit(j, j+1, false)
	}
	s.emit(start, stop, false)
	for stop < end {
		s.emit(stop, stop+1, false)
		stop++
	}
	return true
}

// looksLikeAddress says whether w holds an address: a scheme, www., a name
// at a host, or a host with a path.
func looksLikeAddress(w string) bool {
	first := strings.IndexAny(w, ":@/")
	if first < 0 {
		return hasPrefixFold(strings.TrimLeft(w, `(<["'`), "www.")
	}
	if strings.Contains(w[first:], "://") || hasPrefixFold(strings.TrimLeft(w, `(<["'`), "www.") {
		return true
	}
	if at := strings.IndexByte(w[first:], '@'); at >= 0 {
		at += first
		return at > 0 && (inWordAt(w, at-1, len(w)) || w[at-1] == '.') && strings.IndexByte(w[at:], '.') > 1 || strings.HasPrefix(w, "mailto:")
	}
	slash := strings.IndexByte(w, '/')
	if slash < 4 || slash+1 == len(w) {
		return false
	}
	host := w[:slash]
	dot := strings.LastIndexByte(host, '.')
	return dot > 1 && topLevel.has(host[dot+1:])
}

// topLevel are the endings of hosts whose address is known without a scheme.
var topLevel = words(`com org net gov edu int mil info uk us eu de fr ru cn jp nz au ca in kz ua`)

// isHostEnd says whether w ends a host rather than begins a sentence.
func isHostEnd(w string) bool { return topLevel.has(w) && !starters.has(w) }

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// emoticon emits a chunk that is a face as one token.
func (s *splitter) emoticon(i, end int) bool {
	if end-i < 2 || end-i > 4 {
		return false
	}
	switch s.text[i:end] {
	case ":)", ":(", ";)", ":-)", ":-(", ";-)", "=)", "=(", ":D", ":-D", ":P", ":-P", ":/", "(:", "^_^", "-_-", ">:(", ":p", "<3":
		s.emit(i, end, false)
		return true
	}
	return false
}
