package coder_test

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestNoNews: what only sounds like politics is left out, its neighbour stays.
func TestNoNews(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name, text string
		want       int
	}{
		{"demand", "Spain said that Morocco must withdraw its troops.", 1},
		{"opinion", "The shopkeeper said that Morocco must withdraw its troops.", 0},
		{"belief", "The Spanish minister thinks that Morocco should withdraw its troops.", 0},
		{"once", "Chad met with Libya on Monday.", 1},
		{"habit", "Chad usually met with Libya.", 0},
		{"arrest", "Police in Spain arrested a man.", 1},
		{"crime", "Police in Spain arrested a man. The rape was his second rape.", 0},
		{"wanted man", "Police in Spain arrested a man. The suspect, who had a knife, surrendered to a doctor.", 0},
		{"match", "Spain attacked from the first minute of the match. The Spanish captain warned Chad, but their striker hit the post. The goal, the last of the league season, came when Chad's goalkeeper threw the ball out.", 0},
		{"boycott", "Spain withdrew from the football tournament. The government and the ministry condemned Chad, whose police beat protesters.", 2},
		{"deal", "Shares of the company rose on quarterly earnings. Its chief executive, an investor, thanked Spain and warned that profit and revenue would fall.", 0},
		{"column", "I lived in Spain when Morocco attacked it. I think of my father, and of me at ten: Spain condemned Morocco, I remember.", 0},
		{"condition", "Spain said that Chad would leave if Libya bombed the town.", 0},
		{"crash", "French officials investigated the crash.", 0},
		{"custody", "There was a custody battle between the minister and the aunt.", 0},
		{"law", "The Chilean constitution requires consent from the Senate.", 0},
		{"question", "Spain asked Morocco why the treaty was late.", 0},
		{"request", "Spain asked Morocco to sign the treaty.", 1},
		{"courtesy", "The senator thanked her supporters.", 0},
		{"position", "The Spanish minister has opposed nuclear energy.", 0},
		{"advice", "Spanish intelligence officials warned the Spanish government that the storm was near.", 0},
		{"by the constitution", "Under the constitution, the Chilean parliament impeaches the minister.", 0},
		{"storm", "The storm came to Spain. It blocked roads.", 0},
		{"murder", "A Spanish court convicted a man of the murder. The murder was in Madrid.", 0},
		{"mention", "Spain and Morocco spoke of an invasion.", 0},
		{"general", "Voters vote for the party.", 0},
		{"ban", "The twins were banned from playing.", 0},
		{"bare noun", "He is the envoy for Ukraine negotiations.", 0},
		{"degree", "She received her degree in Kenya.", 0},
	} {
		doc := &demarche.Doc{ID: "t", Text: tc.text}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Events) != tc.want {
			t.Errorf("%s: %q gave %d events, want %d: %+v", tc.name, tc.text, len(doc.Events), tc.want, doc.Events)
		}
	}
}
