package codebook

import "testing"

// The rules that the tests of the matcher share.
const testRules = `
set aid = aid assistance food "emergency funds" @money
set money = money loan
set sanction = sanctions embargo "arms embargo"

rule ask-for-aid
  code REQUEST assist
  cameo 0233
  ACTOR asks|urges RECIPIENT for @aid
  ACTOR appeals to RECIPIENT for @aid

rule ask
  code REQUEST
  ACTOR asks RECIPIENT
  ACTOR demands EVENT [from RECIPIENT]
  ACTOR demands that RECIPIENT RETREAT
  ACTOR urges RECIPIENT to lift @sanction on ANYONE
  ACTOR urges RECIPIENT to hold election

rule visit
  code CONSULT visit
  ACTOR visits RECIPIENT

rule talk
  code CONSULT
  ACTOR holds talks with RECIPIENT
  ACTOR meets with RECIPIENT

rule give
  code AID
  ACTOR gives|sends RECIPIENT @aid

rule sanction
  code SANCTION discontinue
  ACTOR imposes @sanction on RECIPIENT

rule lift
  code CONCEDE
  ACTOR lifts @sanction on RECIPIENT

rule leave
  code RETREAT withdraw
  ACTOR pulls out of RECIPIENT
  ACTOR withdraws [@troops] from RECIPIENT

set troops = troops forces

rule arrest
  code COERCE arrest
  ACTOR arrests RECIPIENT

rule police-arrest
  code COERCE arrest
  ACTOR:COP! arrests RECIPIENT

rule attack
  code ASSAULT
  ACTOR attacks|bombs|invades RECIPIENT
  ACTOR carries out attack on RECIPIENT

rule threaten
  code THREATEN violence
  ACTOR threatens to ASSAULT RECIPIENT
  ACTOR threatens RECIPIENT with ASSAULT
  ACTOR declares war on RECIPIENT

rule accuse
  code ACCUSE allege
  ACTOR accuses RECIPIENT of ASSAULT|COERCE
  ACTOR accuses RECIPIENT of violating @pact
  ACTOR condemns RECIPIENT

set pact = treaty truce ceasefire "peace deal"

rule reject
  code REJECT
  ACTOR rejects REQUEST by RECIPIENT
  ACTOR rejects SOMETHING

rule ready
  code AGREE
  ACTOR is ready|willing to CONSULT with RECIPIENT

rule seize
  code COERCE seize
  ACTOR seizes tanker [of RECIPIENT]
  ACTOR expels RECIPIENT:@envoys
  ACTOR pledges money to RECIPIENT
  ACTOR imposes embargo against RECIPIENT

set envoys = diplomat ambassador

rule off
  code REJECT meet
  ACTOR calls off talks|meeting [with RECIPIENT]
  ACTOR backs down
`

func TestMatch(t *testing.T) {
	cb := load(t, testRules)
	for _, c := range []struct {
		name string
		sketch
		want string
	}{
		{"active with preposition", sketch{words: "Nepal=NPL asked~ask India=IND for aid",
			frames: []string{"asked agent:Nepal theme:India oblique.for:aid"}}, "REQUEST NPL > IND"},
		{"set inside a set", sketch{words: "Nepal=NPL asked~ask India=IND for loans~loan",
			frames: []string{"asked agent:Nepal theme:India oblique.for:loans"}}, "REQUEST NPL > IND"},
		{"phrase by its head", sketch{words: "Nepal=NPL appealed~appeal to India=IND for Emergency~emergency funds~fund",
			frames: []string{"appealed agent:Nepal oblique.to:India oblique.for:funds"}}, "REQUEST NPL > IND"},
		{"head alone is not the phrase", sketch{words: "Nepal=NPL appealed~appeal to India=IND for funds~fund",
			frames: []string{"appealed agent:Nepal oblique.to:India oblique.for:funds"}}, ""},
		{"no rule for the lemma", sketch{words: "Nepal=NPL liked~like India=IND",
			frames: []string{"liked agent:Nepal theme:India"}}, ""},
		{"non-actor object", sketch{words: "Nepal=NPL visited~visit museums",
			frames: []string{"visited agent:Nepal theme:museums"}}, ""},
		{"coordinated arguments are one list", sketch{words: "Nepal=NPL and Iran=IRN visited~visit India=IND and China=CHN",
			frames: []string{"visited agent:Nepal agent:Iran theme:India theme:China"}}, "CONSULT NPL,IRN > IND,CHN"},
		{"possessor fills the slot", sketch{words: "Nepal=NPL condemned~condemn India=IND decision", deps: []string{"India nmod:poss decision"},
			frames: []string{"condemned agent:Nepal theme:decision"}}, "ACCUSE NPL > IND"},
		{"of-phrase inside an of-phrase", sketch{words: "Nepal=NPL condemned~condemn decision of~of leaders of India=IND",
			deps:   []string{"of case leaders", "leaders nmod decision", "India nmod leaders"},
			frames: []string{"condemned agent:Nepal theme:decision"}}, ""},
		{"doer of an event, not its victim", sketch{words: "Nepal=NPL condemned~condemn invasion of India=IND by China=CHN",
			deps:   []string{"India nmod invasion", "China nmod invasion"},
			frames: []string{"condemned agent:Nepal theme:invasion#1", "invasion>invade/invasion agent.by:China theme.of:India"}},
			"ACCUSE NPL > CHN; ASSAULT CHN > IND"},
		{"agentless passive", sketch{words: "protesters=? arrested~arrest",
			frames: []string{"arrested theme:protesters"}}, "COERCE - > ?"},
		{"a doer who is no actor", sketch{words: "storm attacked~attack protesters=?",
			frames: []string{"attacked agent:storm theme:protesters"}}, ""},
		{"sector makes the line more specific", sketch{words: "police=IND/COP arrested~arrest protesters=?",
			frames: []string{"arrested agent:police theme:protesters"}}, "COERCE IND/COP > ?"},
		{"support verb, compiled to the noun", sketch{words: "sanctions~sanction against Iran=IRN by EU=EUR",
			frames: []string{"sanctions>sanction/sanction agent.by:EU theme.against:Iran"}}, "SANCTION EUR > IRN"},
		{"sanctions need a recipient", sketch{words: "EU=EUR sanctions~sanction",
			frames: []string{"sanctions>sanction/sanction agent:EU"}}, ""},
		{"bare noun is no event", sketch{words: "sanctions~sanction hurt",
			frames: []string{"sanctions>sanction/sanction"}}, ""},
		{"argument's own phrase", sketch{words: "US=USA lifted~lift sanctions~sanction on Iran=IRN",
			frames: []string{"lifted>lift agent:US theme:sanctions#1", "sanctions>sanction/sanction theme.on:Iran"}}, "CONCEDE USA > IRN"},
		{"phrase below the argument in the tree", sketch{words: "US=USA lifted~lift embargo on Iran=IRN",
			deps:   []string{"on case Iran", "Iran nmod embargo"},
			frames: []string{"lifted>lift agent:US theme:embargo"}}, "CONCEDE USA > IRN"},
		{"particle and preposition", sketch{words: "US=USA pulled~pull out of Iraq=IRQ",
			frames: []string{"pulled agent:US oblique.out_of:Iraq"}}, "RETREAT USA > IRQ"},
		{"particle in the lemma", sketch{words: "US=USA pulled~pull out of Iraq=IRQ",
			frames: []string{"pulled>pull_out agent:US oblique.of:Iraq"}}, "RETREAT USA > IRQ"},
		{"particle with object", sketch{words: "US=USA called~call off talks~talk with Iran=IRN",
			frames: []string{"called>call_off agent:US theme:talks oblique.with:Iran"}}, "REJECT USA > IRN"},
		{"particle as a dependent", sketch{words: "US=USA backed~back down", deps: []string{"down advmod backed"},
			frames: []string{"backed agent:US"}}, "REJECT USA > -"},
		{"optional part left out", sketch{words: "US=USA withdrew~withdraw from Iraq=IRQ",
			frames: []string{"withdrew agent:US oblique.from:Iraq"}}, "RETREAT USA > IRQ"},
		{"dative and object", sketch{words: "US=USA gave~give Iraq=IRQ food",
			frames: []string{"gave agent:US dative:Iraq theme:food"}}, "AID USA > IRQ"},
		{"dative as to", sketch{words: "US=USA gave~give food to Iraq=IRQ",
			frames: []string{"gave agent:US theme:food oblique.to:Iraq"}}, "AID USA > IRQ"},
		{"embedded event is consumed", sketch{words: "Iran=IRN threatened~threaten to attack Iraq=IRQ",
			frames: []string{"threatened agent:Iran content.to:attack#1", "attack agent:Iran theme:Iraq +hypothetical"}}, "THREATEN IRN > IRQ"},
		{"embedded event behind a verb that leads to it", sketch{words: "Iran=IRN threatened~threaten to start attacking~attack Iraq=IRQ",
			frames: []string{"threatened agent:Iran content.to:start#1", "start agent:Iran content:attacking#2", "attacking>attack agent:Iran theme:Iraq"}},
			"THREATEN IRN > IRQ"},
		{"embedded event of the wrong kind", sketch{words: "Iran=IRN threatened~threaten to visit Iraq=IRQ",
			frames: []string{"threatened agent:Iran content.to:visit#1", "visit agent:Iran theme:Iraq +hypothetical"}}, "CONSULT IRN > IRQ [hypothetical]"},
		{"clause with its own subject", sketch{words: "UN=UNO demanded~demand that Iran=IRN pull~pull out of Iraq=IRQ",
			frames: []string{"demanded agent:UN content.that:pull#1", "pull agent:Iran oblique.out_of:Iraq"}}, "REQUEST UNO > IRN"},
		{"embedded noun without arguments", sketch{words: "UN=UNO demanded~demand withdrawal",
			frames: []string{"demanded agent:UN theme:withdrawal#1", "withdrawal>withdraw/withdrawal"}}, "REQUEST UNO > -"},
		{"embedded event with a thing for a victim", sketch{words: "Iran=IRN threatened~threaten to bomb bridges",
			frames: []string{"threatened agent:Iran content.to:bomb#1", "bomb agent:Iran theme:bridges"}}, ""},
		{"gerund clause", sketch{words: "Iran=IRN accused~accuse Iraq=IRQ of breaking the peace deal then violating~violate the peace deal",
			frames: []string{"accused agent:Iran theme:Iraq content.of:violating#1", "violating>violate theme:deal"}}, "ACCUSE IRN > IRQ"},
		{"verb clause with object and preposition", sketch{words: "UN=UNO urged~urge US=USA to lift embargo on Iran=IRN",
			deps:   []string{"on case Iran", "Iran nmod embargo"},
			frames: []string{"urged agent:UN theme:US content.to:lift#1", "lift agent:US theme:embargo"}}, "REQUEST UNO > USA"},
		{"rejected demand", sketch{words: "Iran=IRN rejected~reject demand by US=USA for withdrawal",
			frames: []string{"rejected agent:Iran theme:demand#1", "demand>demand/demand agent.by:US theme.for:withdrawal#2", "withdrawal>withdraw/withdrawal"}},
			"REJECT IRN > USA"},
		{"owner as an adjective", sketch{words: "Iran=IRN seized~seize Greek=GRC tanker", deps: []string{"Greek amod tanker"},
			frames: []string{"seized agent:Iran theme:tanker"}}, "COERCE IRN > GRC"},
		{"condition on the argument's head", sketch{words: "Iran=IRN expelled~expel Greek=GRC diplomats~diplomat", deps: []string{"Greek amod diplomats"},
			frames: []string{"expelled agent:Iran theme:diplomats"}}, "COERCE IRN > GRC"},
		{"phrase hung on the wrong argument", sketch{words: "Iran=IRN accused~accuse Iraq=IRQ of attack", deps: []string{"of case attack", "attack nmod Iraq"},
			frames: []string{"accused agent:Iran theme:Iraq", "attack>attack/attack"}}, "ACCUSE IRN > IRQ"},
		{"object that is the clause's own noun", sketch{words: "Iran=IRN urged~urge Iraq=IRQ to hold election",
			frames: []string{"urged agent:Iran theme:Iraq content.to:hold#1", "election>elect/election light:hold agent:Iraq"}}, "REQUEST IRN > IRQ"},
		{"the line's own support verb and what it did to the status", sketch{words: "Iran=IRN declared~declare war on Iraq=IRQ",
			frames: []string{"war>war/war light:declared agent:Iran theme.on:Iraq"}}, "THREATEN IRN > IRQ"},
		{"another support verb than the line's", sketch{words: "Iran=IRN waged~wage war on Iraq=IRQ",
			frames: []string{"war>war/war light:waged agent:Iran theme.on:Iraq"}}, ""},
		{"condition not met", sketch{words: "Iran=IRN expelled~expel Greek=GRC tourists~tourist", deps: []string{"Greek amod tourists"},
			frames: []string{"expelled agent:Iran theme:tourists"}}, ""},
		{"doer of the event before, without preposition", sketch{words: "Iran=IRN rejected~reject US=USA demand for withdrawal",
			frames: []string{"rejected agent:Iran theme:demand#1", "demand>demand/demand agent:US theme.for:withdrawal#2", "withdrawal>withdraw/withdrawal"}},
			"REJECT IRN > USA"},
		{"many actors, nobody else", sketch{words: "Iran=IRN and Iraq=IRQ met~meet",
			frames: []string{"met agent:Iran agent:Iraq"}}, "CONSULT IRN,IRQ > -"},
		{"one actor, nobody else", sketch{words: "Iran=IRN met~meet",
			frames: []string{"met agent:Iran"}}, ""},
		{"talks between", sketch{words: "talks~talk between Iran=IRN and Iraq=IRQ",
			frames: []string{"talks>talk/talk oblique.between:Iran oblique.between:Iraq"}}, "CONSULT IRN,IRQ > -"},
		{"each other", sketch{words: "Iran=IRN and Iraq=IRQ attacked~attack each other",
			frames: []string{"attacked agent:Iran agent:Iraq theme:other"}}, "ASSAULT IRN,IRQ > -"},
		{"adjective after be", sketch{words: "Iran=IRN is ready to meet with Iraq=IRQ",
			frames: []string{"ready agent:Iran predicate:ready content.to:meet#1", "meet agent:Iran oblique.with:Iraq +future"}}, "AGREE IRN > IRQ"},
		{"status is the frame's", sketch{words: "Iran=IRN visited~visit Iraq=IRQ",
			frames: []string{"visited agent:Iran theme:Iraq +negated +future"}}, "CONSULT IRN > IRQ [future] [negation]"},
		{"frames in a circle", sketch{words: "Iran=IRN threatened~threaten to attack Iraq=IRQ",
			frames: []string{"threatened agent:Iran content.to:attack#1", "attack agent:Iran theme:Iraq content:threatened#0"}}, "THREATEN IRN > IRQ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.doc(t)
			cb.Match(d)
			if got := outcome(d); got != c.want {
				t.Errorf("got  %s\nwant %s\n%+v", got, c.want, d.Codings)
			}
		})
	}
}
