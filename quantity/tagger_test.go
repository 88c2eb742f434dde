package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// Every row: a text, and the quantities wanted as "words = value unit mod of".
func TestTag(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"at/IN least/JJS 12/CD people/NNS were/VBD killed/VBN", []string{"12 people = 12 person at-least of people"}},
		{"police/NNS arrested/VBD dozens/NNS of/IN protesters/NNS", []string{"dozens of protesters = unknown person of protesters"}},
		{"killing/VBG 12/CD and/CC wounding/VBG thirty-four/CD ./.", []string{"12 = 12 person", "thirty-four = 34 person"}},
		{"dozens/NNS were/VBD arrested/VBN", []string{"dozens = unknown person"}},
		{"a border of 7,644/CD kilometres/NNS (/-LRB- 4,750/CD miles/NNS )/-RRB-", []string{"7,644 kilometres ( 4,750 miles ) = 7644 km"}},
		{"a border of 7,644/CD kilometres/NNS (/-LRB- 900/CD miles/NNS )/-RRB-", []string{"7,644 kilometres = 7644 km", "900 miles = 900 mi"}},
		{"billions/NNS of/IN dollars/NNS in/IN Western/JJ support/NN", []string{"billions of dollars = unknown USD of support"}},
		{"$/$ 3.5/CD billion/CD in/IN aid/NN", []string{"$3.5 billion = 3.5e+09 USD of aid"}},
		{"some/DT 2,000/CD soldiers/NNS", []string{"2,000 soldiers = 2000 person about of soldiers"}},
		{"three/CD personal/JJ messages/NNS", []string{"three personal messages = 3 of messages"}},
		{"two/CD hundred/CD and/CC fifty/CD thousand/CD euros/NNS", []string{"two hundred and fifty thousand euros = 250000 EUR"}},
		{"10/CD to/TO 15/CD million/CD people/NNS", []string{"10 to 15 million people = 1e+07..1.5e+07 person of people"}},
		{"between/IN 20/CD and/CC 30/CD percent/NN", []string{"20 and 30 percent = 20..30 percent"}},
		{"rose/VBD from/IN 5/CD to/TO 10/CD percent/NN", []string{"5 = 5", "10 percent = 10 percent"}},
		{"tens/NNS of/IN thousands/NNS of/IN refugees/NNS", []string{"tens of thousands of refugees = unknown person of refugees"}},
		{"half/DT a/DT million/CD Canadian/JJ dollars/NNS", []string{"half a million Canadian dollars = 500000 CAD"}},
		{"300/CD square/JJ miles/NNS of/IN forest/NN", []string{"300 square miles = 300 mi2 of forest"}},
		{"5/CD per/IN cent/NN", []string{"5 per cent = 5 percent"}},
		{"Boeing/NNP 737/CD and/CC the/DT Group/NNP of/IN 20/CD ,/, resolution/NN 2231/CD", nil},
		{"one/CD of/IN them/PRP left/VBD after/IN four/CD years/NNS", nil},
		{"two/CD and/CC a/DT half/NN million/CD euros/NNS", []string{"two and a half million euros = 2.5e+06 EUR"}},
		{"killed/VBD over/IN 50,000/CD in/IN Turkey/NNP", []string{"50,000 = 50000 person at-least"}},
		{"at/IN 900/CD km/NN //SYM h/NN and/CC 60/CD miles/NNS an/DT hour/NN", []string{"900 km / h = 900 km/h", "60 miles an hour = 60 mph"}},
		{"40/CD degrees/NNS Celsius/NNP (/-LRB- 104/CD Fahrenheit/NNP )/-RRB-", []string{"40 degrees Celsius ( 104 Fahrenheit ) = 40 C"}},
		{"a/DT dozen/NN villages/NNS", []string{"a dozen villages = 12 of villages"}},
		{"no/DT fewer/JJR than/IN six/CD dead/JJ", []string{"six dead = 6 person at-least of dead"}},
	} {
		d := worddoc.New(demarche.Date{}, tc.text)
		Tag(d)
		var got []string
		for _, q := range d.Quantities {
			got = append(got, describe(d, q))
		}
		if strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
			t.Errorf("%s\n got  %q\n want %q", tc.text, got, tc.want)
		}
	}
}

func describe(d *demarche.Doc, q demarche.Quantity) string {
	s := fmt.Sprintf("%s = %v", d.TextOf(q.Range), q.Value)
	if !q.Known {
		s = d.TextOf(q.Range) + " = unknown"
	} else if q.Max != q.Value {
		s += fmt.Sprintf("..%v", q.Max)
	}
	for _, x := range []string{q.Unit, q.Mod} {
		if x != "" {
			s += " " + x
		}
	}
	if q.Of >= 0 {
		s += " of " + d.Tokens[q.Of].Form
	}
	return s
}

func TestTagLeavesTimesAlone(t *testing.T) {
	d := worddoc.New(demarche.Date{}, "in/IN May/NNP 2008/CD 40/CD people/NNS left/VBD")
	d.Times = []demarche.Timex{{Range: demarche.Range{First: 1, End: 3}, Type: "DATE", Value: "2008-05"}}
	Tag(d)
	if len(d.Quantities) != 1 || d.Quantities[0].Value != 40 {
		t.Errorf("got %+v, want the 40 people only", d.Quantities)
	}
}

func FuzzTag(f *testing.F) {
	f.Add("no fewer than two hundred and 12 dozen $ 1,2,3 bn - 5 ( % ) half a million of of")
	f.Add("a couple of tens of thousands 10-15 million per cent square")
	f.Fuzz(func(t *testing.T, text string) {
		d := worddoc.New(demarche.Date{}, text)
		Tag(d)
		end := 0
		for _, q := range d.Quantities {
			if q.First < end || q.Len() <= 0 || q.Range.End > len(d.Tokens) || q.Of >= len(d.Tokens) {
				t.Errorf("%q: bad quantity %+v", text, q)
			}
			end = q.Range.End
		}
	})
}

func BenchmarkTag(b *testing.B) {
	line := "At/IN least/JJS 12/CD people/NNS were/VBD killed/VBN and/CC dozens/NNS wounded/VBN when/WRB the/DT army/NN of/IN the/DT Republic/NNP " +
		"attacked/VBD villages/NNS some/DT 40/CD kilometres/NNS (/-LRB- 25/CD miles/NNS )/-RRB- from/IN the/DT capital/NN ,/, officials/NNS told/VBD reporters/NNS\n"
	d := worddoc.New(demarche.Date{}, strings.Repeat(line, 100))
	b.ResetTimer()
	for range b.N {
		Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
