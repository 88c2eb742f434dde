package codebook

import (
	"strings"
	"unicode/utf8"
)

// eg reads "SENTENCE => RESULT" after the keyword; nil after an error.
func (p *parser) eg(at Pos, text string) *Eg {
	i := strings.LastIndex(text, "=>")
	if i < 0 {
		p.fail(at, "an example needs a result; write eg SENTENCE => IND > NPL, or => none")
		return nil
	}
	e := &Eg{Pos: at, Sentence: strings.Join(strings.Fields(text[:i]), " ")}
	if e.Sentence == "" {
		p.fail(at, "the example has no sentence before =>")
		return nil
	}
	col := at.Col + len("eg") + utf8.RuneCountInString(text[:i]) + len("=> ")
	var err *Error
	e.Result, err = parseResult(Pos{at.File, at.Line, col}, text[i+len("=>"):])
	if err != nil {
		p.errs = append(p.errs, err)
		return nil
	}
	return e
}

// parseResult reads "none" or "A,B > C [future] [mode x]".
func parseResult(at Pos, text string) (Result, *Error) {
	r := Result{Pos: at}
	text, flags, _ := strings.Cut(strings.TrimSpace(text), "[")
	text = strings.TrimSpace(text)
	if flags != "" {
		if err := r.flags("[" + flags); err != nil {
			return r, err
		}
	}
	if text == "none" {
		r.None = true
		if flags != "" {
			return r, errorAt(at, "none takes no [flags]; remove them")
		}
		return r, nil
	}
	actors, recipients, ok := strings.Cut(text, ">")
	if !ok {
		return r, errorAt(at, "the result %q is neither none nor ACTOR > RECIPIENT; write NPL > IND, USA,GBR > RUS/MIL, or - for an empty side", text)
	}
	var err *Error
	if r.Actors, err = parseCodes(at, actors); err == nil {
		r.Recipients, err = parseCodes(at, recipients)
	}
	return r, err
}

func parseCodes(at Pos, text string) ([]Code, *Error) {
	text = strings.TrimSpace(text)
	if text == "-" {
		return nil, nil
	}
	var codes []Code
	for _, part := range strings.Split(text, ",") {
		country, sector, slash := strings.Cut(strings.TrimSpace(part), "/")
		if country != "?" && !(isUpper(country) && len(country) == 3) {
			return nil, errorAt(at, "%q is no code; write an ISO country code (UKR), UNO EUR IGO NGO ISM IMG MNC, ? for unknown, or - for an empty side", country)
		}
		if slash && !ValidSector(sector) {
			return nil, errorAt(at, "%q is no sector; the sectors are %s", sector, strings.Join(sectors[:], " "))
		}
		codes = append(codes, Code{country, sector})
	}
	return codes, nil
}

// flags reads "[future] [mode visit]".
func (r *Result) flags(text string) *Error {
	for text != "" {
		inner, rest, ok := strings.Cut(strings.TrimPrefix(text, "["), "]")
		if text[0] != '[' || !ok {
			return errorAt(r.Pos, "flags stand in square brackets, each in its own: [future] [mode visit]")
		}
		text = strings.TrimSpace(rest)
		words := strings.Fields(inner)
		switch {
		case len(words) == 1 && (words[0] == "future" || words[0] == "negation" || words[0] == "hypothetical" || words[0] == "historical"):
			r.Flags = append(r.Flags, words[0])
		case len(words) == 2 && words[0] == "mode":
			r.Modes = append(r.Modes, words[1])
		default:
			return errorAt(r.Pos, "[%s] is no flag; the flags are future, negation, hypothetical, historical and mode NAME", inner)
		}
	}
	return nil
}
