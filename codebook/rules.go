package codebook

import "slices"

// RuleInfo is a rule as lists and reports show it.
type RuleInfo struct {
	Pos
	Name     string
	Category string
	Modes    []string
	Contexts []string
	CAMEO    string
	Lines    []LineInfo
}

// LineInfo is one pattern line.
type LineInfo struct {
	Text   string
	Source string // FILE:LINE, as in Coding.Rule
}

// Rules is all rules in the order in which they were read.
func (cb *Codebook) Rules() []RuleInfo {
	list := make([]RuleInfo, 0, len(cb.rules))
	for _, r := range cb.rules {
		info := RuleInfo{
			Pos: r.decl.Pos, Name: r.decl.Name, Category: r.category,
			Modes: slices.Clone(r.modes), Contexts: slices.Clone(r.contexts), CAMEO: r.cameo,
		}
		for _, l := range r.lines {
			info.Lines = append(info.Lines, LineInfo{l.text, l.source})
		}
		list = append(list, info)
	}
	return list
}

// Lines is how many pattern lines there are.
func (cb *Codebook) Lines() int { return cb.lines }
