package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// hosts are verbs whose subject gives others a place to talk.
var hosts = map[string]bool{"host": true, "mediate": true, "broker": true, "facilitate": true, "sponsor": true, "chair": true, "moderate": true, "convene": true}

// hostOfTalks parts who hosts talks from those between whom they are: "Oman
// hosted talks between Chad and Sudan" is mediation by Oman.
func (w *writer) hostOfTalks(c *demarche.Coding) {
	f := &w.doc.Frames[c.Frame]
	if c.Category != "CONSULT" || len(c.Recipients) > 0 || f.Light < 0 || !hosts[w.doc.Tokens[f.Light].Lemma] {
		return
	}
	between := func(a demarche.Filler) bool {
		return a.Arg >= 0 && a.Arg < len(f.Args) && f.Args[a.Arg].Prep == "between"
	}
	var host, parties []demarche.Filler
	for _, a := range c.Actors {
		if between(a) {
			parties = append(parties, a)
		} else {
			host = append(host, a)
		}
	}
	if len(host) == 0 || len(parties) < 2 {
		return
	}
	c.Actors, c.Recipients = host, parties
	c.Modes = append(slices.DeleteFunc(slices.Clone(c.Modes), func(m string) bool { return m == "multilateral" || m == "third-party" }), "third-party")
	c.CAMEO = "045"
}
