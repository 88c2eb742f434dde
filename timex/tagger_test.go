package timex

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// tagged makes a document dated so, or without a date.
func tagged(date, text string) *demarche.Doc {
	day, err := demarche.ParseDate(date)
	if err != nil {
		day = demarche.Date{}
	}
	return worddoc.New(day, text)
}

// Every row: a text, and the expressions wanted, "words = TYPE value [mod] [..end]".
func TestTag(t *testing.T) {
	const wednesday = "2023-03-01"
	for _, tc := range []struct {
		date, text string
		want       []string
	}{
		{wednesday, "Orr/NNP met/VBD Lind/NNP on/IN Tuesday/NNP", []string{"Tuesday = DATE 2023-02-28"}},
		{wednesday, "Orr/NNP will/MD meet/VB Lind/NNP on/IN Friday/NNP", []string{"Friday = DATE 2023-03-03"}},
		{wednesday, "the talks are set/VBN to/TO begin/VB on/IN Monday/NNP", []string{"Monday = DATE 2023-03-06"}},
		{wednesday, "they met/VBD on/IN Wednesday/NNP", []string{"Wednesday = DATE 2023-03-01"}},
		{wednesday, "they voted last week", []string{"last week = DATE 2023-W08"}},
		{wednesday, "he visited last year and will return next month", []string{"last year = DATE 2022", "next month = DATE 2023-04"}},
		{wednesday, "on Tuesday he spoke of the assault a year ago", []string{"Tuesday = DATE 2023-02-28", "a year ago = DATE 2022-02"}},
		{wednesday, "it was signed two years ago", []string{"two years ago = DATE 2021"}},
		{wednesday, "it was signed ten days ago", []string{"ten days ago = DATE 2023-02-19"}},
		{wednesday, "on June 3 , 2019 they met and two days later they parted", []string{"June 3, 2019 = DATE 2019-06-03", "two days later = DATE 2019-06-05"}},
		{wednesday, "they met/VBD on/IN November/NNP 5/CD", []string{"November 5 = DATE 2022-11-05"}},
		{wednesday, "they will/MD meet/VB on/IN November/NNP 5/CD", []string{"November 5 = DATE 2023-11-05"}},
		{wednesday, "talks on 3-5 May 2022", []string{"3-5 May 2022 = DATE 2022-05-03 ..2022-05-05"}},
		{wednesday, "the army may/MD march/VB", nil},
		{wednesday, "since March/NNP", []string{"March = DATE 2023-03"}},
		{wednesday, "in early 2003 and in the 1990s and by mid-2011", []string{"early 2003 = DATE 2003 START", "the 1990s = DATE 199", "mid-2011 = DATE 2011 MID"}},
		{wednesday, "earlier this month", []string{"earlier this month = DATE 2023-03"}},
		{wednesday, "late last month", []string{"late last month = DATE 2023-02 END"}},
		{wednesday, "the first quarter of last year", []string{"the first quarter of last year = DATE 2022-Q1"}},
		{wednesday, "in the second half of 2021", []string{"the second half of 2021 = DATE 2021-H2"}},
		{wednesday, "a quarter of the voters", nil},
		{wednesday, "last summer and last Monday night", []string{"last summer = DATE 2022-SU", "last Monday night = TIME 2023-02-27TNI"}},
		{wednesday, "on Monday morning at 18:00 UTC", []string{"Monday morning = TIME 2023-02-27TMO", "18:00 UTC = TIME 2023-02-27T18:00Z"}},
		{wednesday, "at 5 p.m. Monday", []string{"5 p.m. Monday = TIME 2023-02-27T17:00"}},
		{wednesday, "more than two and a half years", []string{"more than two and a half years = DURATION P2.5Y MORE_THAN"}},
		{wednesday, "a 27-year contract for several months", []string{"27-year = DURATION P27Y", "several months = DURATION PXM"}},
		{wednesday, "over the next four years", []string{"the next four years = DURATION P4Y"}},
		{wednesday, "a 27-year-old man", nil},
		{wednesday, "they meet every Tuesday and once a week", []string{"every Tuesday = SET XXXX-WXX-2", "once a week = SET P1W"}},
		{wednesday, "he is now recently", []string{"now = DATE PRESENT_REF", "recently = DATE PAST_REF"}},
		{wednesday, "for the time being", []string{"the time being = DATE PRESENT_REF"}},
		{wednesday, "killed/VBD on/IN Christmas/NNP Day/NNP", []string{"Christmas Day = DATE 2022-12-25"}},
		{wednesday, "before Good Friday 2022", []string{"Good Friday 2022 = DATE 2022-04-15"}},
		{wednesday, "during Ramadan 2023", []string{"Ramadan 2023 = DATE 2023-03-23 APPROX ..2023-04-21"}},
		{wednesday, "on Thanksgiving 2021", []string{"Thanksgiving 2021 = DATE 2021-11-25"}},
		{wednesday, "and 1720/CD had/VBD left/VBN", nil},
		{wednesday, "it was to/TO end/VB on/IN December/NNP 15/CD", []string{"December 15 = DATE 2022-12-15"}},
		{wednesday, "some 2000/CD people/NNS and $ 2000", nil},
		{wednesday, "in February 2009 sales fell from the same month a year ago", []string{"February 2009 = DATE 2009-02", "the same month a year ago = DATE 2008-02"}},
		{wednesday, "fiscal 2007", []string{"fiscal 2007 = DATE FY2007"}},
		{wednesday, "for FY2023-24 and FY 2022 and the 2021-22 fiscal year", []string{"FY2023-24 = DATE FY2023-24", "FY 2022 = DATE FY2022", "the 2021-22 fiscal year = DATE FY2021-22"}},
		{wednesday, "in 2Q22 and Q3 2021 and the second half of the year", []string{"2Q22 = DATE 2022-Q2", "Q3 2021 = DATE 2021-Q3", "the second half of the year = DATE 2023-H2"}},
		{wednesday, "on the first anniversary of the Feb. 24 , 2022 , invasion/NN", []string{"the first anniversary = DATE 2023-02-24", "Feb. 24, 2022 = DATE 2022-02-24"}},
		{wednesday, "since the Sept. 11 attacks/NNS", []string{"Sept. 11 = DATE 2001-09-11"}},
		{wednesday, "he left/VBD the day before ,/, over the weekend", []string{"the day before = DATE 2023-02-28", "the weekend = DATE 2023-W08-WE"}},
		{wednesday, "in the early hours of Tuesday", []string{"the early hours of Tuesday = TIME 2023-02-28TMO START"}},
		{wednesday, "this past weekend and this past Tuesday", []string{"this past weekend = DATE 2023-W08-WE", "this past Tuesday = DATE 2023-02-28"}},
		{wednesday, "the current fiscal year and the 15th of last month", []string{"the current fiscal year = DATE FY2023", "the 15th of last month = DATE 2023-02-15"}},
		{wednesday, "at 10 a.m. ET on Sunday/NNP", []string{"10 a.m. ET on Sunday = TIME 2023-02-26T10:00"}},
		{wednesday, "at 9:30 p.m", []string{"9:30 p.m = TIME 2023-03-01T21:30"}},
		{wednesday, "in the 19th century", []string{"the 19th century = DATE 18"}},
		{"", "Friday , January 4 , 2019\nOrr/NNP met/VBD him on/IN Thursday/NNP", []string{"Friday, January 4, 2019 = DATE 2019-01-04", "Thursday = DATE 2019-01-03"}},
		{"", "he left on Tuesday", []string{"Tuesday = DATE XXXX-WXX-2"}},
		{"", "he left on June 3", []string{"June 3 = DATE XXXX-06-03"}},
	} {
		d := tagged(tc.date, tc.text)
		New().Tag(d)
		var got []string
		for _, x := range d.Times {
			s := d.TextOf(x.Range) + " = " + x.Type + " " + x.Value
			if x.Mod != "" {
				s += " " + x.Mod
			}
			if x.End != "" {
				s += " .." + x.End
			}
			got = append(got, s)
		}
		if strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
			t.Errorf("%s\n got  %q\n want %q", tc.text, got, tc.want)
		}
	}
}

// The tree tells which verb governs: in the first row the one before the date,
// though an infinitive follows and the parser has hung the date on it.
func TestTagAsksTheTree(t *testing.T) {
	for text, want := range map[string]string{
		"They/PRP/2/nsubj met/VBD/0/root on/IN/4/case Thursday/NNP/6/obl to/TO/6/mark talk/VB/2/advcl":                         "2023-02-23",
		"They/PRP/2/nsubj said/VBD/0/root he/PRP/5/nsubj will/MD/5/aux come/VB/2/ccomp on/IN/7/case Thursday/NNP/5/obl":        "2023-03-02",
		"A/DT/3/det Thursday/NNP/3/compound meeting/NN/5/nsubj:pass was/VBD/5/aux:pass held/VBN/0/root":                        "2023-02-23",
		"Talks/NNS/3/nsubj:pass are/VBP/3/aux:pass set/VBN/0/root to/TO/5/mark begin/VB/3/xcomp on/IN/7/case Monday/NNP/5/obl": "2023-03-06",
	} {
		d := worddoc.Parsed(demarche.Date{Year: 2023, Month: 3, Day: 1}, text)
		New().Tag(d)
		if len(d.Times) != 1 || d.Times[0].Value != want {
			t.Errorf("%s: got %+v, want %s", text, d.Times, want)
		}
	}
}

func TestMoveableFeasts(t *testing.T) {
	for y, want := range map[int]string{2000: "2000-04-23", 2019: "2019-04-21", 2024: "2024-03-31"} {
		if got := easter(y).String(); got != want {
			t.Errorf("Easter %d is %s, want %s", y, got, want)
		}
	}
	for y, want := range map[int]string{2021: "2021-05-02", 2023: "2023-04-16", 2024: "2024-05-05"} {
		if got := orthodoxEaster(y).String(); got != want {
			t.Errorf("Orthodox Easter %d is %s, want %s", y, got, want)
		}
	}
}

func FuzzTag(f *testing.F) {
	f.Add("2023-03-01", "the last two years 31 February 0000 Q3 of next May 99:99 'pm 5.pm")
	f.Add("", "the same period last year ago before 12/31/99 2015-16 twenty-five hundred dozen")
	tagger := New()
	f.Fuzz(func(t *testing.T, date, text string) {
		d := tagged(date, text)
		tagger.Tag(d)
		end := 0
		for _, x := range d.Times {
			if x.First < end || x.Range.End > len(d.Tokens) || x.Len() <= 0 || x.Value == "" || x.Type == "" {
				t.Errorf("%q: bad expression %+v", text, x)
			}
			end = x.Range.End
		}
	})
}

func BenchmarkTag(b *testing.B) {
	line := "Orr/NNP met/VBD the/DT minister/NN of/IN foreign/JJ affairs/NNS in/IN the/DT capital/NN on/IN Tuesday/NNP and/CC said/VBD that/IN " +
		"trade/NN between/IN the/DT two/CD states/NNS had/VBD grown/VBN by/IN 12/CD percent/NN since/IN last/JJ year/NN ,/, an/DT official/NN told/VBD reporters/NNS\n"
	d := tagged("2023-03-01", strings.TrimSpace(strings.Repeat(line, 100)))
	tagger := New()
	b.ResetTimer()
	for range b.N {
		tagger.Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
