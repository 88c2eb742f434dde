package newsbase_test

import (
	"strings"
	"testing"

	"github.com/demarche/demarche/intake/newsbase"
)

const nexisList = `
                               1 of 2 DOCUMENTS


                              The Harbour Post

                      May 14, 2024 Tuesday 4:30 PM GMT
                              Final Edition

Peru and Chile agree to reopen border
crossing

BYLINE: By Lucía Paredes

SECTION: WORLD; Pg. 4

LENGTH: 64 words

DATELINE: ARICA, Chile

BODY:
The foreign ministers of Peru and Chile agreed on Tuesday to
reopen the crossing.

Subject to rain: the ministers said so.

LOAD-DATE: May 15, 2024

LANGUAGE: ENGLISH

                    Copyright 2024 The Harbour Post Ltd.
                            All Rights Reserved

                               2 of 2 DOCUMENTS

                              Valley Voice

                             3 June 2023

Envoy leaves

LENGTH: 5 words

BODY:
The envoy left Lima.
`

const nexisDocs = `Peru and Chile agree to reopen border crossing
The Harbour Post
May 14, 2024 Tuesday

Copyright 2024 The Harbour Post Ltd. All Rights Reserved

Section: WORLD; Pg. 4
Length: 64 words
Byline: Lucía Paredes
Body


The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.

They will meet again.

Load-Date: May 15, 2024


End of Document

Envoy leaves
Valley Voice
June 3, 2023

Copyright 2023 Valley Voice
Body
The envoy left Lima.
End of Document
`

const factivaCodes = `HD   Peru and Chile agree to reopen border
     crossing
BY   By Lucía Paredes
WC   64 words
PD   14 May 2024
ET   16:30
SN   The Harbour Post
SC   HRBPST
LA   English
CY   Copyright 2024 The Harbour Post
LP   
The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.

TD   
They will meet again.

IN the end nobody came.

CO   hrbr : Harbour Ltd
AN   Document HRBPST0020240514ek5e00abc

HD
 Envoy leaves
PD
 3 June 2023
SN
 Valley Voice
LP
 The envoy left Lima.
AN
 Document VALVOI0020230603ej6300def
`

const factivaPlain = `Peru and Chile agree to reopen border crossing
By Lucía Paredes
64 words
14 May 2024
16:30
The Harbour Post
HRBPST
English
(c) 2024 The Harbour Post

The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.

They will meet again.

Document HRBPST0020240514ek5e00abc

Envoy leaves
5 words
3 June 2023
Valley Voice
VALVOI
English
Copyright 2023 Valley Voice

The envoy left Lima.

Document VALVOI0020230603ej6300def
`

func TestArticles(t *testing.T) {
	tests := []struct {
		name, in string
		form     newsbase.Form
		want     []string
	}{
		{"Nexis, list", nexisList, newsbase.NexisList, []string{
			"Peru and Chile agree to reopen border crossing|The Harbour Post|Lucía Paredes|en|2024-05-14T16:30:00Z|The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.\n\nSubject to rain: the ministers said so.",
			"Envoy leaves|Valley Voice|||2023-06-03|The envoy left Lima."}},
		{"Nexis, documents", nexisDocs, newsbase.NexisDocs, []string{
			"Peru and Chile agree to reopen border crossing|The Harbour Post|Lucía Paredes||2024-05-14|The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.\n\nThey will meet again.",
			"Envoy leaves|Valley Voice|||2023-06-03|The envoy left Lima."}},
		{"Factiva, codes", factivaCodes, newsbase.FactivaCodes, []string{
			"Peru and Chile agree to reopen border crossing|The Harbour Post|Lucía Paredes|en|2024-05-14T16:30:00Z|The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.\n\nThey will meet again.\n\nIN the end nobody came.",
			"Envoy leaves|Valley Voice|||2023-06-03|The envoy left Lima."}},
		{"Factiva, displayed", factivaPlain, newsbase.FactivaPlain, []string{
			"Peru and Chile agree to reopen border crossing|The Harbour Post|Lucía Paredes|en|2024-05-14T16:30:00Z|The foreign ministers of Peru and Chile agreed on Tuesday to reopen the crossing.\n\nThey will meet again.",
			"Envoy leaves|Valley Voice||en|2023-06-03|The envoy left Lima."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := newsbase.Sniff(tt.in); got != tt.form {
				t.Fatalf("taken for form %d", got)
			}
			for _, in := range []string{tt.in, strings.ReplaceAll(tt.in, "\n", "\r\n")} {
				var got []string
				for a, err := range newsbase.Articles(strings.NewReader(in), tt.form) {
					if err != nil {
						t.Error(err)
					}
					got = append(got, strings.Join([]string{a.Title, a.Publication, a.Author, a.Language, a.Published.String(), a.Text}, "|"))
				}
				if strings.Join(got, "\n--\n") != strings.Join(tt.want, "\n--\n") {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n--\n"), strings.Join(tt.want, "\n--\n"))
				}
			}
		})
	}
	for _, text := range []string{"", "Envoy leaves\n\nThe envoy left Lima.\n", "Copyright 2024 A\n\nThe envoy left.", "A speech of 500 words\nDocument the rest"} {
		if got := newsbase.Sniff(text); got != newsbase.None {
			t.Errorf("%q was taken for form %d", text, got)
		}
	}
}

func FuzzArticles(f *testing.F) {
	for _, s := range []string{nexisList, nexisDocs, factivaCodes, factivaPlain} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		newsbase.Sniff(in)
		for form := newsbase.NexisList; form <= newsbase.FactivaPlain; form++ {
			for a, err := range newsbase.Articles(strings.NewReader(in), form) {
				if err == nil && strings.TrimSpace(a.Text) == "" {
					t.Fatal("an article without text")
				}
			}
		}
	})
}
