package eval

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// goldFiles lists the files behind paths in order: a folder gives the files
// in it and below that end in one of the suffixes.
func goldFiles(paths []string, suffixes ...string) ([]string, error) {
	var files []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
		if !info.IsDir() {
			files = append(files, p)
			continue
		}
		err = filepath.WalkDir(p, func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(path, s) }) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("gold: %w", err)
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("gold: no file ending in %s in %s", strings.Join(suffixes, ", "), strings.Join(paths, ", "))
	}
	return files, nil
}

func readTimexGold(file string) (*timexGold, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	var g *timexGold
	if bytes.Contains(b, []byte("<TimeML")) {
		g, err = readTimeML(b)
	} else {
		g, err = readCAT(b)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w; TimeML or CAT XML is expected", file, err)
	}
	g.doc.ID = strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	return g, nil
}

// readTimeML takes the text of the element TEXT and the TIMEX3 in it.
func readTimeML(b []byte) (*timexGold, error) {
	g := &timexGold{}
	var text strings.Builder
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.Strict = false
	inText, inDCT, open := false, false, -1
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "TEXT":
				inText = true
			case "DCT":
				inDCT = true
			case "TIMEX3":
				if inDCT {
					g.doc.Date, _ = demarche.ParseDate(attr(t, "value"))
				} else if inText {
					open = len(g.times)
					g.times = append(g.times, goldTime{Span: demarche.Span{Start: text.Len()}, typ: attr(t, "type"), value: attr(t, "value")})
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "TEXT":
				inText = false
			case "DCT":
				inDCT = false
			case "TIMEX3":
				if open >= 0 {
					g.times[open].End, open = text.Len(), -1
				}
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		}
	}
	g.doc.Text = text.String()
	g.end = len(g.doc.Text)
	return g, nil
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// catFile is the part of a CAT file that is read here.
type catFile struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Form     string `xml:",chardata"`
	} `xml:"token"`
	Times []struct {
		Type     string `xml:"type,attr"`
		Value    string `xml:"value,attr"`
		Function string `xml:"functionInDocument,attr"`
		Anchors  []struct {
			ID string `xml:"t_id,attr"`
		} `xml:"token_anchor"`
	} `xml:"Markables>TIMEX3"`
	Events []catEvent `xml:"Markables>EVENT_MENTION"`
}

// readCAT puts the tokens together again; the first two sentences (headline
// and date line in Wikinews) are paragraphs of their own. Such files are
// often annotated at their head only: the scored part ends with the last
// sentence that has a markable.
func readCAT(b []byte) (*timexGold, error) {
	var f catFile
	if err := xml.Unmarshal(b, &f); err != nil {
		return nil, err
	}
	g := &timexGold{}
	g.doc.HasHeadline = true
	spans := map[string]demarche.Span{}
	var d detokenizer
	sentence := map[string]int{}
	last := 0
	for _, t := range f.Tokens {
		if t.Sentence != last && t.Sentence <= 2 {
			d.paragraph()
		}
		last = t.Sentence
		spans[t.ID], sentence[t.ID] = d.add(t.Form), t.Sentence
	}
	marked := 0
	for _, x := range f.Times {
		for _, a := range x.Anchors {
			marked = max(marked, sentence[a.ID])
		}
	}
	for _, x := range f.Events {
		for _, a := range x.Anchors {
			marked = max(marked, sentence[a.ID])
		}
	}
	for _, t := range f.Tokens {
		if t.Sentence <= marked {
			g.end = spans[t.ID].End
		}
	}
	g.doc.Text = d.text.String()
	for _, x := range f.Times {
		if len(x.Anchors) == 0 {
			continue
		}
		first, last := spans[x.Anchors[0].ID], spans[x.Anchors[len(x.Anchors)-1].ID]
		t := goldTime{Span: demarche.Span{Start: first.Start, End: last.End}, typ: x.Type, value: x.Value, creation: x.Function == "CREATION_TIME"}
		if t.creation {
			if date, err := demarche.ParseDate(x.Value); err == nil {
				g.doc.Date = date
			}
		}
		g.times = append(g.times, t)
	}
	for i := range f.Events {
		x := &f.Events[i]
		if status := x.status(); status != "" && len(x.Anchors) > 0 {
			first, last := spans[x.Anchors[0].ID], spans[x.Anchors[len(x.Anchors)-1].ID]
			g.events = append(g.events, goldStatus{demarche.Span{Start: first.Start, End: last.End}, status})
		}
	}
	return g, nil
}
