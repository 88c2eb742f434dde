package page

import "bytes"

// declaredCharset is what a <meta> or the XML declaration names, "" for none.
func declaredCharset(head []byte) string {
	low := bytes.ToLower(head)
	for {
		i := bytes.Index(low, []byte("charset"))
		if xml := bytes.Index(low, []byte("encoding=")); i < 0 && xml >= 0 && bytes.HasPrefix(bytes.TrimSpace(low), []byte("<?xml")) {
			return charsetName(low[xml+len("encoding="):])
		}
		if i < 0 {
			return ""
		}
		rest := bytes.TrimLeft(low[i+len("charset"):], " \t\r\n")
		tag := bytes.LastIndexByte(low[:i], '<')
		if after, ok := bytes.CutPrefix(rest, []byte("=")); ok && tag >= 0 && bytes.HasPrefix(low[tag:], []byte("<meta")) {
			return charsetName(after)
		}
		low = rest
	}
}

func charsetName(b []byte) string {
	b = bytes.TrimLeft(b, " \t\r\n\"'")
	end := bytes.IndexAny(b, " \t\r\n\"';/>?")
	if end < 0 {
		return ""
	}
	return string(b[:end])
}

// guess is the encoding of a page that names none or a wrong one: Western where
// bytes above ASCII are rare; else Cyrillic or Chinese, whichever its bytes
// look like.
func guess(page []byte) string {
	high, cyrillic, letters := 0, 0, 0
	pairs, lone := 0, 0
	for i := 0; i < len(page); i++ {
		c := page[i]
		switch {
		case c >= 0xc0: // letters of windows-1251, half of them small
			high++
			if c >= 0xe0 {
				cyrillic++
			}
		case c >= 0x80:
			high++
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
		}
	}
	if high*4 < letters {
		return "windows-1252"
	}
	for i := 0; i < len(page); i++ {
		if page[i] < 0x81 {
			continue
		}
		if i+1 < len(page) && page[i+1] >= 0xa1 && page[i] <= 0xf7 && page[i] >= 0xa1 {
			pairs++
			i++
		} else {
			lone++
		}
	}
	if cyrillic*5 > high*4 || lone*10 > pairs {
		return "windows-1251"
	}
	return "gb18030"
}
