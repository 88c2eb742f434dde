package claim

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// tally reads numbers of votes by the words behind them, which trees hang up
// in many ways: "141 votes in favour", "seven against", "32 abstentions",
// "by 250 votes to 100", "51-49".
func (v *voting) tally() {
	for i := v.r.First; i < v.r.End; i++ {
		n, ok := v.number(i)
		if !ok || v.inTime(i) || v.norm(i-1) == "-" || v.norm(i-1) == "to" && v.v.Tally.For >= 0 || v.pointed(i) {
			continue
		}
		if m, end := v.against(i); end > i && v.isVote(i, end) {
			v.pair(n, m)
			i = end - 1
			continue
		}
		v.file(v.after(i), n)
	}
}

// file notes how many chose so, unless that is known.
func (v *voting) file(choice string, n int) {
	switch choice {
	case For:
		keep(&v.v.Tally.For, n)
	case Against:
		keep(&v.v.Tally.Against, n)
	case Abstained:
		keep(&v.v.Tally.Abstained, n)
	case Absent:
		keep(&v.v.Tally.Absent, n)
	}
}

func keep(slot *int, n int) {
	if *slot < 0 {
		*slot = n
	}
}

// pair files "N to M": what was adopted has the greater number for it.
func (v *voting) pair(n, m int) {
	if v.v.Outcome == Adopted && m > n || v.v.Outcome == Rejected && n > m {
		n, m = m, n
	}
	keep(&v.v.Tally.For, n)
	keep(&v.v.Tally.Against, m)
}

// number is the whole number at token i.
func (v *voting) number(i int) (int, bool) {
	t := &v.doc.Tokens[i]
	if next := v.norm(i + 1); next == "%" || next == "percent" || next == "per" || next == "." && v.norm(i+2) != "" {
		return 0, false
	}
	if t.UPOS != demarche.NUM && t.XPOS != "CD" && t.Norm != "no" && t.Norm != "none" {
		return 0, false
	}
	w := strings.ReplaceAll(strings.ToLower(t.Norm), ",", "")
	if n, err := strconv.Atoi(w); err == nil && n >= 0 {
		return n, true
	}
	for k := range v.doc.Quantities {
		if q := &v.doc.Quantities[k]; q.First == i && q.Known && q.Value == float64(int(q.Value)) {
			return int(q.Value), true
		}
	}
	return 0, false
}

// against reads "N votes to M", "N to M", "N-M", "N for and M against" is
// read word by word.
func (v *voting) against(i int) (m, end int) {
	j := i + 1
	if w := v.norm(j); w == "votes" || w == "vote" {
		j++
	}
	if w := v.norm(j); w != "to" && w != "-" && w != "against" || j+1 >= v.r.End {
		return 0, i
	}
	if m, ok := v.number(j + 1); ok {
		return m, j + 2
	}
	return 0, i
}

// isVote says that a pair of numbers tells of votes: the word stands beside
// it, or it closes what a verb of voting or deciding says.
func (v *voting) isVote(i, end int) bool {
	for j := max(v.r.First, i-4); j < min(v.r.End, end+3); j++ {
		t := &v.doc.Tokens[j]
		if ballotWords[t.Lemma] || j < i && outcomes[t.Lemma] != "" && v.v.Outcome != "" {
			return true
		}
	}
	return false
}

// after is the choice that the words behind the number name.
func (v *voting) after(i int) string {
	noun := false
	for j := i + 1; j < min(v.r.End, i+6); j++ {
		switch w := v.norm(j); w {
		case "in":
			if next := v.norm(j + 1); next == "favour" || next == "favor" || next == "support" {
				return For
			}
			return ""
		case "for", "yes":
			if noun {
				return For
			}
			return ""
		case "against", "no":
			return Against
		case "abstention", "abstentions", "abstaining", "abstained":
			return Abstained
		case "absent":
			return Absent
		case "did":
			if next := v.norm(j + 1); (next == "not" || next == "n't") && v.norm(j+2) == "vote" {
				return Absent
			}
			return ""
		case "vote", "votes", "voted", "voting":
			noun = true
		default:
			if !v.isNoun(j) && v.doc.Tokens[j].UPOS != demarche.AUX && v.doc.Tokens[j].UPOS != demarche.ADJ {
				return ""
			}
		}
	}
	return ""
}

// voters drops what is given as a number of voters from the ballots.
func (v *voting) voters() {
	kept := v.v.Ballots[:0]
	for _, b := range v.v.Ballots {
		if v.doc.Tokens[b.Voter].UPOS != demarche.NUM {
			kept = append(kept, b)
		}
	}
	v.v.Ballots = kept
}
