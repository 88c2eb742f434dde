package train

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en"
)

// WriteScores writes, as Markdown tables, how well the models do on the
// development and test parts of the treebanks in udDir: by treebank, genre
// and relation, on gold tokens with their own tags.
func WriteScores(w io.Writer, a *en.Analyzer, udDir string) error {
	var rows, genres []scoreRow
	tests := map[string]*Scores{}
	for _, tb := range treebanks {
		for _, part := range []string{"dev", "test"} {
			all, byGenre, err := scorePart(a, udDir, tb, part)
			if err != nil {
				return err
			}
			rows = append(rows, scoreRow{tb + " " + part, all})
			if part == "test" {
				tests[tb] = all
				genres = append(genres, byGenre...)
			}
		}
	}
	writeScoreRows(w, "treebank", rows)
	writeScoreRows(w, "genre of the test parts", genres)
	writeRelationRows(w, tests[treebanks[0]], tests[treebanks[1]])
	return nil
}

type scoreRow struct {
	name string
	*Scores
}

func scorePart(a *en.Analyzer, udDir, treebank, part string) (*Scores, []scoreRow, error) {
	docs, err := load(udDir, treebank, part)
	if err != nil {
		return nil, nil, fmt.Errorf("scoring: %w", err)
	}
	all, byGenre := &Scores{}, map[string]*Scores{}
	for _, d := range docs {
		gold := slices.Clone(d.Tokens)
		a.Syntax(d)
		all.Add(gold, d.Tokens)
		g := genre(d)
		if byGenre[g] == nil {
			byGenre[g] = &Scores{}
		}
		byGenre[g].Add(gold, d.Tokens)
	}
	var rows []scoreRow
	for g, s := range byGenre {
		rows = append(rows, scoreRow{g, s})
	}
	slices.SortFunc(rows, func(a, b scoreRow) int { return cmp.Compare(a.name, b.name) })
	return all, rows, nil
}

// genre is "GUM news" of GUM_news_homeopathic, "EWT email" of email-enron….
func genre(d *demarche.Doc) string {
	if rest, ok := strings.CutPrefix(d.ID, "GUM_"); ok {
		name, _, _ := strings.Cut(rest, "_")
		return "GUM " + name
	}
	name, _, _ := strings.Cut(d.ID, "-")
	return "EWT " + name
}

func writeScoreRows(w io.Writer, what string, rows []scoreRow) {
	fmt.Fprintf(w, "| %s | words | UPOS | XPOS | UAS | LAS |\n| --- | --- | --- | --- | --- | --- |\n", what)
	for _, r := range rows {
		fmt.Fprintf(w, "| %s | %d | %.1f | %.1f | %.1f | %.1f |\n", r.name, r.Words,
			r.percent(r.UPOS), r.percent(r.XPOS), r.percent(r.UAS), r.percent(r.LAS))
	}
	fmt.Fprintln(w)
}

// writeRelationRows lists the relations that both treebanks have often.
func writeRelationRows(w io.Writer, ewt, gum *Scores) {
	var rels []demarche.Rel
	for r, s := range ewt.Rels {
		if s.Gold >= 20 && gum.Rels[r] != nil {
			rels = append(rels, r)
		}
	}
	slices.SortFunc(rels, func(a, b demarche.Rel) int {
		return cmp.Or(ewt.Rels[b].Gold-ewt.Rels[a].Gold, cmp.Compare(a, b))
	})
	fmt.Fprintf(w, "| relation | EWT test | F1 | GUM test | F1 |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range rels {
		e, g := ewt.Rels[r], gum.Rels[r]
		fmt.Fprintf(w, "| %s | %d | %.1f | %d | %.1f |\n", r, e.Gold, e.F1(), g.Gold, g.F1())
	}
}
