package actor

import (
	"strconv"
	"strings"
)

func (ld *loader) state(r *row) error {
	code := r.get("code")
	if len(code) != 3 {
		return r.errorf("code", "the code %q has not three letters; use ISO 3166 alpha-3", code)
	}
	e, _, err := ld.entry(r, state, r.get("name"), code)
	if err != nil {
		return err
	}
	if err := ld.term(r, e, nil); err != nil {
		return err
	}
	if s := r.get("sector"); s != "" {
		ld.lex.entries[e].terms[0].sectors = []string{s}
	}
	if _, ok := ld.lex.states[code]; !ok || r.get("until") == "" && r.get("sector") == "" {
		if o, ok := ld.lex.states[code]; !ok || ld.lex.entries[o].terms[0].until != 0 || len(ld.lex.entries[o].terms[0].sectors) > 0 {
			ld.lex.states[code] = e
		}
	}
	ld.name(nameRoot, r.get("name"), ref{entry: e, use: asName, at: ld.at(r)})
	for _, c := range []struct {
		col string
		use use
	}{{"aliases", asName}, {"adjectives", asAdjective}, {"people", asPeople}, {"capital", asCapital}} {
		if err := ld.names(r, c.col, e, c.use); err != nil {
			return err
		}
	}
	return ld.seats(r, e)
}

func (ld *loader) seats(r *row, e int32) error {
	for _, s := range r.list("seats") {
		seat, p, err := dated(s)
		if err != nil {
			// The period may stand before the sector: "Blue House@..2022-05-09=GOV".
			var sector string
			seat, sector, _ = strings.Cut(s, "=")
			if seat, p, err = dated(seat); err != nil {
				return r.errorf("seats", "%v", err)
			}
			seat += "=" + sector
		}
		name, sector, ok := strings.Cut(seat, "=")
		if !ok || sector == "" {
			return r.errorf("seats", "%q lacks its sector; write \"the Kremlin=GOV\"", s)
		}
		ld.name(nameRoot, name, ref{entry: e, use: asSeat, period: p, sector: sector, at: ld.at(r)})
	}
	return nil
}

func (ld *loader) city(r *row) error {
	name, code := r.get("name"), r.get("code")
	// Cities of one name are different things, so the row's line is part of the key.
	e, _, err := ld.entry(r, city, name, code+strconv.Itoa(r.line))
	if err != nil {
		return err
	}
	x := &ld.lex.entries[e]
	x.code = code
	if n, err := strconv.Atoi(r.get("population")); err == nil {
		x.weight = int32(n)
	}
	ld.name(nameRoot, name, ref{entry: e, use: asName, at: ld.at(r)})
	return ld.names(r, "aliases", e, asName)
}

func (ld *loader) org(r *row) error    { return ld.body(r, organisation) }
func (ld *loader) group(r *row) error  { return ld.body(r, armedGroup) }
func (ld *loader) party(r *row) error  { return ld.body(r, party) }
func (ld *loader) ethnic(r *row) error { return ld.body(r, ethnic) }

// body reads organisations, groups, parties and peoples, whose rows differ in
// their columns only.
func (ld *loader) body(r *row, k kind) error {
	e, _, err := ld.entry(r, k, r.get("name"), "")
	if err != nil {
		return err
	}
	if x := &ld.lex.entries[e]; x.code == "" {
		x.code = r.get("code")
	}
	if err := ld.term(r, e, r.list("sectors")); err != nil {
		return err
	}
	if err := ld.memberList(r, e); err != nil {
		return err
	}
	ld.name(nameRoot, r.get("name"), ref{entry: e, use: asName, at: ld.at(r)})
	return ld.names(r, "aliases", e, asName)
}

func (ld *loader) region(r *row) error {
	e, _, err := ld.entry(r, region, r.get("name"), "")
	if err != nil {
		return err
	}
	ld.lex.entries[e].code = r.get("code")
	if err := ld.memberList(r, e); err != nil {
		return err
	}
	ld.name(nameRoot, r.get("name"), ref{entry: e, use: asName, at: ld.at(r)})
	if err := ld.names(r, "aliases", e, asName); err != nil {
		return err
	}
	return ld.names(r, "adjectives", e, asAdjective)
}

func (ld *loader) memberList(r *row, e int32) error {
	for _, s := range r.list("members") {
		code, p, err := dated(s)
		if err != nil {
			return r.errorf("members", "%v", err)
		}
		if len(code) != 3 {
			return r.errorf("members", "%q has not three letters; list ISO codes, each with an optional period: KGZ@1996..", code)
		}
		ld.lex.entries[e].members = append(ld.lex.entries[e].members, member{p, code})
	}
	return nil
}

func (ld *loader) person(r *row) error {
	name := r.get("name")
	key := r.get("code")
	if w := r.get("wikidata"); w != "" {
		key = w // one person may serve a state and then an organisation
	}
	e, fresh, err := ld.entry(r, person, name, key)
	if err != nil {
		return err
	}
	if fresh {
		ld.alsoUnder(e, person, name, r.get("code"))
	}
	x := &ld.lex.entries[e]
	x.code = r.get("code")
	if g := r.get("gender"); g != "" {
		if g != "m" && g != "f" {
			return r.errorf("gender", "the gender %q is not m or f", g)
		}
		x.gender = g[0]
	}
	if err := ld.term(r, e, r.list("sectors")); err != nil {
		return err
	}
	ld.name(nameRoot, name, ref{entry: e, use: asName, at: ld.at(r)})
	return ld.names(r, "aliases", e, asName)
}

func (ld *loader) givenName(r *row) error {
	g := r.get("gender")
	if g != "m" && g != "f" && g != "u" {
		return r.errorf("gender", "the gender %q is not m, f or u (either)", g)
	}
	ld.buf, _ = fold(ld.buf[:0], r.get("name"))
	ld.lex.given[string(ld.buf)] = g[0]
	return nil
}
