package codebook

import (
	"strings"
	"testing"
)

func TestErrorsSayWhereAndWhat(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"rul x\n", "a.rules:1:1: a paragraph begins with set, rule or remove"},
		{"rule\n", "a.rules:1:5: the name of the rule is missing"},
		{"set x a b\n", "a.rules:1:7: = is missing"},
		{"  ACTOR visits RECIPIENT\n", "a.rules:1:3: this indented line belongs to nothing"},
		{"rule x\n  ACTOR\n", "a.rules:2:8: the predicate is missing"},
		{"rule x\n  ACTOR asks RECIPIENT for\n  ACTOR asks ANYONE|RECIPIENT\n", "a.rules:3:20: \"|\" does not belong here"},
		{"rule x\n  ACTOR asks aid|RECIPIENT\n", "a.rules:2:18: the slot RECIPIENT cannot be one of several alternatives"},
		{"rule x\n  ACTOR gives @\n", "a.rules:2:15: @ is followed by no name"},
		{"rule x\n  ACTOR gives \"food aid\n", "a.rules:2:15: the quotation mark \" is not closed"},
		{"rule x\n  ACTOR visits [to RECIPIENT\n", "a.rules:2:16: [ is not closed"},
		{"rule x\n  ACTOR visits [to RECIPIENT at PLACE]\n", "a.rules:2:30: one optional part"},
		{"rule x\n  ACTOR visits; RECIPIENT\n", "a.rules:2:15: the character \";\" has no meaning"},
		{"rule é\n  ÄCTOR vé; x\n", "a.rules:2:11: the character \";\""},
		{"rule x\n  eg One.\n", "a.rules:2:3: an example needs a result"},
		{"rule x\n  eg One. => ukr > RUS\n", "a.rules:2:14: \"ukr\" is no code"},
		{"rule x\n  eg One. => UKR/XXX > RUS\n", "a.rules:2:14: \"XXX\" is no sector"},
		{"rule x\n  eg One. => UKR > RUS [soon]\n", "a.rules:2:14: [soon] is no flag"},
		{"rule x\n  code\n", "a.rules:2:7: code needs a value"},
		{"remove x\n  ACTOR goes\n", "a.rules:2:3: remove takes one line"},
		{"rule \xff\n", "a.rules:1:6: the byte 0xff is no UTF-8"},
	} {
		_, err := ParseFile("a.rules", []byte(c.src))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q:\n got %v\nwant %s…", c.src, err, c.want)
		}
	}
}

func TestEveryErrorIsReported(t *testing.T) {
	_, err := ParseFile("a.rules", []byte("rule x\n  ACTOR\n  ACTOR\n\nrule\n"))
	if n := strings.Count(err.Error(), "\n") + 1; n != 3 {
		t.Errorf("want 3 errors, got %d: %v", n, err)
	}
}

func TestPatternStructure(t *testing.T) {
	for _, c := range []struct {
		line string
		want string // elements, with what belongs to a clause in parentheses
	}{
		{"ACTOR pulls out of RECIPIENT", "out of RECIPIENT"},
		{"ACTOR backs down", "down"},
		{"ACTOR backs down from @threat", "down; from @threat"},
		{"ACTOR urges RECIPIENT to lift @sanction on ANYONE", "RECIPIENT; to lift (@sanction; on ANYONE)"},
		{"ACTOR demands that RECIPIENT RETREAT from PLACE", "that RECIPIENT RETREAT (from PLACE)"},
		{"ACTOR accuses RECIPIENT of violating @pact", "RECIPIENT; of violating (@pact)"},
		{"ACTOR lifts @sanction on|against RECIPIENT [because of SOMETHING]", "@sanction; on|against RECIPIENT; [because of SOMETHING]"},
		{"ACTOR rejects REQUEST by RECIPIENT", "REQUEST; by RECIPIENT"},
	} {
		f, err := ParseFile("a.rules", []byte("rule x\n  "+c.line+"\n"))
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		p := f.Paragraphs[0].Rule.Lines[0].Pattern
		if got := structure(p.Elements); got != c.want {
			t.Errorf("%s: got %s, want %s", c.line, got, c.want)
		}
		if p.String() != c.line {
			t.Errorf("printed %q, want %q", p.String(), c.line)
		}
	}
}

func structure(elements []Element) string {
	var parts []string
	for _, e := range elements {
		kids := e.Elements
		e.Elements = nil
		s := e.String()
		if len(kids) > 0 {
			s += " (" + structure(kids) + ")"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}
