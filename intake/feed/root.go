package feed

import "bytes"

// Is says whether a file that starts with head is a feed or a sitemap.
func Is(head []byte) bool {
	switch root(head) {
	case "rss", "feed", "RDF":
		return true
	}
	return IsSitemap(head) || isJSONFeed(head)
}

// IsSitemap says whether a file that starts with head is a sitemap or an index
// of sitemaps.
func IsSitemap(head []byte) bool {
	name := root(head)
	return name == "urlset" || name == "sitemapindex"
}

func isJSONFeed(head []byte) bool {
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"version"`)) && bytes.Contains(head, []byte("jsonfeed.org"))
}

// root is the local name of the first element of an XML file, "" for none.
func root(head []byte) string {
	for {
		head = bytes.TrimLeft(head, "\ufeff \t\r\n")
		end := ">"
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(head, []byte("<!")):
		case bytes.HasPrefix(head, []byte("<")):
			name := head[1:]
			if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
				name = name[:i]
			}
			return string(name[bytes.IndexByte(name, ':')+1:])
		default:
			return ""
		}
		_, rest, found := bytes.Cut(head, []byte(end))
		if !found {
			return ""
		}
		head = rest
	}
}

// deeperThan says whether more than limit elements, or JSON values, stand in
// one another. It errs on the side of depth where the file is not sound.
func deeperThan(body []byte, limit int) bool {
	if isJSON(body) {
		return deeperJSON(body, limit)
	}
	depth := 0
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 {
			return false
		}
		body = body[i:]
		end, change := ">", 1
		switch {
		case bytes.HasPrefix(body, []byte("<![CDATA[")):
			end, change = "]]>", 0
		case bytes.HasPrefix(body, []byte("<!--")):
			end, change = "-->", 0
		case bytes.HasPrefix(body, []byte("<?")), bytes.HasPrefix(body, []byte("<!")):
			change = 0
		case bytes.HasPrefix(body, []byte("</")):
			change = -1
		}
		i = bytes.Index(body, []byte(end))
		if i < 0 {
			return false
		}
		if change > 0 && body[i-1] == '/' {
			change = 0
		}
		if depth = max(depth+change, 0); depth > limit {
			return true
		}
		body = body[i+len(end):]
	}
}

func isJSON(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("{"))
}

func deeperJSON(body []byte, limit int) bool {
	depth, quoted := 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > limit {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}
