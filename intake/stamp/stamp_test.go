package stamp_test

import (
	"testing"

	"github.com/demarche/demarche/intake/stamp"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2023-03-01":                             "2023-03-01",
		"2023-03-01T21:30:05.123+05:30":          "2023-03-01T21:30:05+05:30",
		"2023-03-01 21:30":                       "2023-03-01T21:30:00Z",
		"20230301T213005Z":                       "2023-03-01T21:30:05Z",
		"Wed, 01 Mar 2023 21:30:05 -0400":        "2023-03-01T21:30:05-04:00",
		"March 1st, 2023 at 9:30 p.m. EST":       "2023-03-01T21:30:00-05:00",
		"1 March 2023":                           "2023-03-01",
		"1st of March, 2023":                     "2023-03-01",
		"Updated 9:30 AM GMT, Wed March 1, 2023": "2023-03-01T09:30:00Z",
		"01.03.2023 21:30":                       "2023-03-01T21:30:00Z",
		"3/1/2023":                               "2023-03-01",
		"13/3/2023":                              "2023-03-13",
		"2023年3月1日 21:30":                        "2023-03-01T21:30:00Z",
		"1677679506":                             "2023-03-01T14:05:06Z",
		"1677679506000":                          "2023-03-01T14:05:06Z",
		"12:05 pm, May 3, 2024":                  "2024-05-03T12:05:00Z",
		"12:05 am, May 3, 2024":                  "2024-05-03T00:05:00Z",
		"May 2024":                               "",
		"30 February 2023":                       "",
		"the 14 ministers met 2023 people in 12 of 30 towns": "",
		"": "",
	} {
		if got := stamp.Parse(in).String(); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("March 1st, 2023 at 9:30 p.m. +05:30")
	f.Fuzz(func(t *testing.T, in string) {
		if s := stamp.Parse(in); !s.IsZero() && (s.Year() < 1899 || s.Year() > 2101) {
			t.Fatalf("%q: %v", in, s)
		}
	})
}
