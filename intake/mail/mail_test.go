package mail_test

import (
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/intake/mail"
)

const release = `Return-Path: <press@mfa.example>
Message-ID: <42@mfa.example>
From: =?utf-8?q?Ministry_of_Foreign_Affairs_=E2=80=93_Press?= <press@mfa.example>
To: desk@example.org
Subject: =?iso-8859-1?Q?Minister_meets_Jos=E9_?=
 =?iso-8859-1?Q?Mu=F1oz?=
Date: Tue, 14 May 2024 16:45:00 -0400
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The minister received Jos=E9 Mu=F1oz on Tuesday and signed a treaty=
 on trade.

> Could you confirm the time?

They will meet again in June.
-- 
Press office
--inner
Content-Type: text/html; charset=utf-8

<p>The minister received him.</p>
--inner--
--outer
Content-Type: application/pdf
Content-Disposition: attachment; filename="treaty.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQK
--outer--
`

func TestRead(t *testing.T) {
	m, err := mail.Read(strings.NewReader(release))
	if err != nil {
		t.Fatal(err)
	}
	if m.ID != "42@mfa.example" || m.Subject != "Minister meets José Muñoz" || m.From != "Ministry of Foreign Affairs – Press" || m.Domain != "mfa.example" {
		t.Errorf("header: %+v", m)
	}
	if want := time.Date(2024, 5, 14, 20, 45, 0, 0, time.UTC); !m.Date.Equal(want) {
		t.Errorf("date %v", m.Date)
	}
	if want := "The minister received José Muñoz on Tuesday and signed a treaty on trade.\n\n\nThey will meet again in June."; m.Text != want {
		t.Errorf("text %q", m.Text)
	}
}

func TestBodies(t *testing.T) {
	const head = "From: a@b.example\nDate: Tue, 14 May 2024 16:45:00 -0400\n"
	tests := []struct{ name, in, want string }{
		{"HTML alone", head + "Content-Type: text/html\n\n<html><body><p>The minister met the envoy.</p><p>They signed.</p></body></html>", "The minister met the envoy.\n\nThey signed."},
		{"base64", head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIG1pbmlzdGVy\nIHNwb2tlLg==\n", "The minister spoke."},
		{"flowed", head + "Content-Type: text/plain; format=flowed\n\nThe minister \nspoke.\nHe left.\n", "The minister spoke.\nHe left."},
		{"no type", head + "\nThe minister spoke.\n", "The minister spoke."},
		{"a type that cannot be read", head + "Content-Type: ;;\n\nThe minister spoke.\n", "The minister spoke."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := mail.Read(strings.NewReader(tt.in))
			if err != nil || m.Text != tt.want {
				t.Errorf("got %+v, %v", m, err)
			}
		})
	}
	if _, err := mail.Read(strings.NewReader(head + "Content-Type: image/png\n\nxx")); err != mail.ErrNoText {
		t.Errorf("a picture: %v", err)
	}
	deep := head + "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 10_000)
	if _, err := mail.Read(strings.NewReader(deep)); err == nil {
		t.Error("ten thousand parts in each other were read")
	}
}

func TestMailbox(t *testing.T) {
	const box = `From press@a.example Tue May 14 16:45:00 2024
From: press@a.example
Date: Tue, 14 May 2024 16:45:00 -0400
Subject: One

>From the palace came no word.

From here on nobody spoke.

From press@a.example Wed May 15 16:45:00 2024
no header at all

From press@a.example Wed May 15 16:45:00 2024
From: press@a.example
Date: Wed, 15 May 2024 16:45:00 -0400
Subject: Two

Two.
`
	if !mail.IsMailbox([]byte(box)) || mail.IsMailbox([]byte(release)) || !mail.IsMessage([]byte(release)) {
		t.Error("forms were mixed up")
	}
	if mail.IsMessage([]byte("LIMA: The talks\nDate: to be settled\n")) || mail.IsMessage([]byte("From: here\n\nTo there.")) {
		t.Error("a text was taken for a message")
	}
	var got []string
	for m, err := range mail.Messages(strings.NewReader(box)) {
		if err != nil {
			got = append(got, "error")
			continue
		}
		got = append(got, m.Subject+": "+m.Text)
	}
	want := "One: From the palace came no word.\n\nFrom here on nobody spoke.|error|Two: Two."
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func FuzzMessages(f *testing.F) {
	f.Add([]byte(release))
	f.Add([]byte("From a@b Tue May 14 16:45:00 2024\nFrom: a\nDate: b\n\nText"))
	f.Fuzz(func(t *testing.T, in []byte) {
		for range mail.Messages(strings.NewReader(string(in))) {
		}
		if m, err := mail.Read(strings.NewReader(string(in))); err == nil && strings.TrimSpace(m.Text) == "" {
			t.Fatal("a message without text")
		}
	})
}
