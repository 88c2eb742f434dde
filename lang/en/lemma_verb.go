package en

import "strings"

// thirdPerson undoes -s.
func thirdPerson(form string) string {
	n := len(form)
	switch {
	case n < 3 || form[n-1] != 's' || strings.HasSuffix(form, "ss"):
		return form
	case strings.HasSuffix(form, "ies") && n > 4:
		return form[:n-3] + "y"
	case strings.HasSuffix(form, "sses"), strings.HasSuffix(form, "shes"), strings.HasSuffix(form, "xes"),
		strings.HasSuffix(form, "zzes"), strings.HasSuffix(form, "ches") && !acheNouns[form[:n-1]]:
		return form[:n-2]
	case strings.HasSuffix(form, "oes") && !oeNouns[form[:n-1]]:
		return form[:n-2]
	case strings.HasSuffix(form, "uses") && addsNothing[form[:n-2]]:
		return form[:n-2]
	}
	return form[:n-1]
}

// past undoes -ed and the irregular pasts.
func past(form string) string {
	if base, ok := irregularBase(form); ok {
		return base
	}
	stem, ok := strings.CutSuffix(form, "ed")
	switch {
	case !ok || len(stem) < 2:
		return form
	case strings.HasSuffix(stem, "i"):
		return stem[:len(stem)-1] + "y"
	case strings.HasSuffix(stem, "e"), strings.HasSuffix(stem, "oo"): // agreed
		return form[:len(stem)+1]
	}
	return restore(form, stem)
}

// misreadPast undoes the irregular pasts that taggers take for a present
// ("soldiers shot dead two"), unless a verb looks so in the present.
func misreadPast(form string) string {
	if base, ok := irregularBase(form); ok && !presentToo[form] {
		return base
	}
	return form
}

// presentToo are presents that are also the past of another verb.
var presentToo = map[string]bool{
	"found": true, "lay": true, "saw": true, "fell": true, "wound": true, "bore": true, "ground": true, "bound": true,
	"are": true, "were": true, "felt": true, "rent": true, "spat": true, "wove": true, "bade": true, "underlay": true,
}

// ing undoes -ing.
func ing(form string) string {
	stem, ok := strings.CutSuffix(form, "ing")
	if !ok && strings.HasSuffix(form, "in'") {
		stem, ok = form[:len(form)-3], true
	}
	if !ok || len(stem) < 2 || !strings.ContainsAny(stem, "aeiouy") {
		return form
	}
	switch stem {
	case "ly", "dy", "ty", "vy", "underly", "bely":
		return stem[:len(stem)-1] + "ie"
	}
	return restore(form, stem)
}

// restore gives a stem back the e that its ending swallowed, or takes away
// the consonant that it doubled. form is the inflected word, which begins
// with stem.
func restore(form, stem string) string {
	n := len(stem)
	last := stem[n-1]
	switch {
	case addsNothing[stem]:
		return stem
	case addsE[stem]:
		return withE(form, stem)
	case longer[stem]:
		return stem[:n-1]
	case n >= 3 && last == stem[n-2]:
		return undouble(stem)
	case strings.IndexByte("cvzu", last) >= 0 && !strings.HasSuffix(stem, "tz"):
		return withE(form, stem)
	case last == 's':
		return withE(form, stem)
	case last == 'g':
		if n >= 2 && stem[n-2] == 'n' && !softNG(stem) {
			return stem
		}
		return withE(form, stem)
	case last == 'l' && n >= 3 && strings.IndexByte("bcdfgkpstz", stem[n-2]) >= 0:
		return withE(form, stem)
	case shortVowel(stem) && (syllables(stem) == 1 || longEndings[stem[n-2:]]):
		return withE(form, stem)
	}
	return stem
}

// withE is stem and e, without a copy where the form has them.
func withE(form, stem string) string {
	if len(form) > len(stem) && form[len(stem)] == 'e' {
		return form[:len(stem)+1]
	}
	return stem + "e"
}

// undouble takes the doubled consonant away, where it is an ending's doing.
func undouble(stem string) string {
	n := len(stem)
	short := stem[:n-1]
	switch stem[n-1] {
	case 'z':
		if stem != "quizz" {
			return stem
		}
	case 's', 'f', 'o', 'e':
		return stem
	case 'l':
		if syllables(stem) == 1 || !strings.HasSuffix(stem, "ell") && !doublesL[short] {
			return stem
		}
	}
	if keepsDouble[stem] {
		return stem
	}
	return short
}

// softNG says whether the ng of a stem is that of change, not of hang.
func softNG(stem string) bool {
	n := len(stem)
	if n < 4 {
		return false
	}
	switch stem[n-3] {
	case 'a':
		return !hardNG[stem]
	case 'e':
		return true
	case 'u':
		return strings.HasSuffix(stem, "lung") || strings.HasSuffix(stem, "pung") || strings.HasSuffix(stem, "oung")
	}
	return false
}

// shortVowel says whether stem ends in one vowel and one consonant that is no
// w, x, y or h.
func shortVowel(stem string) bool {
	n := len(stem)
	if n < 2 || isVowel(stem[n-1]) || strings.IndexByte("wxyh", stem[n-1]) >= 0 {
		return false
	}
	if !isVowel(stem[n-2]) && stem[n-2] != 'y' {
		return false
	}
	if n == 2 || !isVowel(stem[n-3]) {
		return true
	}
	return stem[n-3] == 'u' && n > 3 && stem[n-4] == 'q' || // require
		(stem[n-3] == 'i' || stem[n-3] == 'u') && stem[n-2] == 'a' && stem[n-1] == 't' // negotiate, evaluate
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// syllables counts the groups of vowels.
func syllables(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		v := isVowel(s[i]) && !(s[i] == 'u' && i > 0 && s[i-1] == 'q') || s[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// longEndings are the vowel and consonant at the end of a longer stem behind
// which an e is mostly missing: invade, decide, provoke, assume, estimate.
var longEndings = words(`ab ib ob ub ad ed id od ud yd ak ik ok uk um in un ar ir ur yr at ot ut ul il yl ap yp yz`)

// addsE and addsNothing are stems for which the endings mislead.
var (
	addsE = words(`complet delet compet deplet secret excret unit reunit invit recit excit ignit reignit incit expedit extradit
		underwrit rewrit despit ignor restor explor ador deplor implor telephon postpon dethron enthron aton condon consol cajol
		parol condol inhal exhal interfer adher persever coher rever conven reconven interven contraven superven profan becom
		overcom welcom inflam renam defam ow underscor wreath ideat finess nicknam misnam persuad dissuad guid misguid creat recreat permeat procreat delineat nauseat tast wast past hast bast
		chast breath bath cloth loath sooth seeth teeth swath writh infring impin cring hing bing imping ting fring
		 acr centr massacr maneuvr ach cach elop escap undergon forego overrid outrun ey expon bereav
		 prob microwav decompos foreclos backdat interven 
		 reconcil tir requir acquir swath lath scath unsheath `)
	addsNothing = words(`debut output input combat format reformat pilot copilot pivot ballot focus refocus bias canvas caucus chorus
		kidnap bargain murmur sulfur collar pencil council devil margin riot gas bus budget target market edit visit exhibit limit
		profit credit benefit deposit audit inherit solicit recruit merit prohibit inhibit orbit forfeit question mention
		abandon pardon summon function sanction auction develop envelop gallop worship gossip monitor sponsor author anchor
		counsel signal total equal rival travel label level model cancel channel tunnel marvel fuel suffer differ offer
		deliver cover recover discover consider remember number answer gather order enter center foster alter
		happen open listen threaten strengthen broaden widen deepen lessen worsen fasten weaken frighten interpret exit
		parrot bigot carpet blanket bracket docket pocket ticket trumpet closet covet rocket plummet picket junket 
		accustom custom blossom ransom fathom ruin caravan elicit vomit rally echo veto ski taxi discredit
		program solid inhabit cohabit spirit posit transit stencil vigil peril imperil sugar pillar
		siphon typhon cushion envision provision commission petition position caution portion pension tension auction
		champion station section motion ration reason season poison prison imprison crimson beckon reckon button cotton
		jettison catalog calendar sync arc zinc disc garrison weapon bludgeon`)
)

// Consonants doubled in the verb itself, or by its ending.
var (
	keepsDouble = words(`add boycott err purr butt egg ebb resell misspell retell foretell oversell`)
	doublesL    = words(`control patrol extol annul initial dial trial signal total equal rival pedal
		medal pencil stencil imperil cavil tranquil equal marshal victual`)
	longer = words(`gass panick picnick mimick traffick politick frolick`)
	hardNG = words(`hang bang clang gang fang defang twang overhang boomerang slang`)
)
