package codebook

import "testing"

const messy = `# Aid of all kinds.

set aid = aid   assistance "emergency   funds"   # what is given
    relief @money


set money=cash  fund
rule ask-for-aid # the plain case
  code REQUEST   assist
  cameo 0233
  context human_security
  # verbs of asking
  ACTOR! asks|urges|begs RECIPIENT:GOV|state for @aid [in PLACE]
  ACTOR threatens   to ASSAULT|RETREAT.release RECIPIENT
  eg India was asked by Nepal for aid. => NPL>IND
  eg  Nepal asked India for patience now.   => none
remove old-rule
# the end
`

const neat = `# Aid of all kinds.

set aid = aid assistance "emergency funds" relief @money  # what is given

set money = cash fund

rule ask-for-aid  # the plain case
  code     REQUEST assist
  cameo    0233
  context  human_security
  # verbs of asking
  ACTOR! asks|urges|begs RECIPIENT:GOV|state for @aid [in PLACE]
  ACTOR threatens to ASSAULT|RETREAT.release RECIPIENT
  eg  India was asked by Nepal for aid.    => NPL > IND
  eg  Nepal asked India for patience now.  => none

remove old-rule

# the end
`

func TestFormatLinesUpAndKeepsComments(t *testing.T) {
	got, err := Format([]byte(messy))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != neat {
		t.Errorf("got\n%s\nwant\n%s", got, neat)
	}
	again, err := Format(got)
	if err != nil || string(again) != string(got) {
		t.Errorf("formatting twice changed the file (%v):\n%s", err, again)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add(messy)
	f.Add("rule x\n code AID\n ACTOR pulls out of RECIPIENT\n")
	f.Add("rule x\n ACTOR demands that RECIPIENT RETREAT [from PLACE] # why\n\n# c\n\n\n# d\nset a = b\n  # e\n  c")
	f.Fuzz(func(t *testing.T, src string) {
		once, err := Format([]byte(src))
		if err != nil {
			return
		}
		twice, err := Format(once)
		if err != nil {
			t.Fatalf("formatted file does not parse: %v\n%q\n%q", err, src, once)
		}
		if string(twice) != string(once) {
			t.Fatalf("not idempotent\n%q\n%q\n%q", src, once, twice)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(testRules)
	f.Add(messy)
	f.Add("set a = @b\nset b = @a\nrule x\n code AID\n ACTOR is|@a @b to EVENT.x that ACTOR\nremove x")
	f.Fuzz(func(t *testing.T, src string) {
		cb, err := tryLoad(src)
		if err == nil {
			cb.Lint()
		}
	})
}
