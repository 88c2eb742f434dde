package watch_test

import (
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/watch"
)

func TestSources(t *testing.T) {
	s, err := watch.ParseSources("/etc/demarche/sources.toml", []byte(`
contact = "desk@example.org"
every = "10m"
alerts = "alerts.rules"

[[feed]]
url = "https://a.example/rss"

[[feed]]
url = "https://b.example/rss"
every = "1h"
max-age = "7d"
publication = "B"

[[folder]]
path = "in"
`))
	if err != nil {
		t.Fatal(err)
	}
	if time.Duration(s.Feeds[0].Every) != 10*time.Minute || time.Duration(s.Feeds[1].Every) != time.Hour ||
		time.Duration(s.Feeds[1].MaxAge) != 7*24*time.Hour || s.Folders[0].Path != "/etc/demarche/in" || s.Alerts != "/etc/demarche/alerts.rules" {
		t.Errorf("got %+v", s)
	}
}

func TestSourcesWrong(t *testing.T) {
	const head = "contact = \"desk@example.org\"\n"
	tests := []struct{ name, text, want string }{
		{"syntax", head + "every = \n", "s.toml:2:"},
		{"no contact", "[[feed]]\nurl = \"https://a.example/\"", `s.toml: the contact is ""; give an e-mail address`},
		{"contact", "contact = \"me\"", `s.toml:1: the contact is "me"`},
		{"contact with a line end", "contact = \"a@b.example\\r\\nX: y\"", `s.toml:1: the contact is`},
		{"unknown key", head + "[[feed]]\nurl = \"https://a.example/\"\nevry = \"1h\"", `s.toml:4: the key "feed.evry" is not known`},
		{"duration", head + "every = \"soon\"", "s.toml:2:"},
		{"too often", head + "[[feed]]\nurl = \"https://a.example/\"\nevery = \"1s\"", "s.toml:4: a source cannot be polled more often"},
		{"no address", head + "[[feed]]\nurl = \"https://a.example/\"\n[[feed]]\nurl = \"a.example\"", `s.toml:5: the url is "a.example"`},
		{"no address at all", head + "[[feed]]\nurl = \"https://a.example/\"\n[[sitemap]]\nevery = \"1h\"", `s.toml:4: the url is ""`},
		{"twice", head + "[[feed]]\nurl = \"https://a.example/\"\n[[feed]]\nurl = \"https://a.example/\"", "s.toml:5: https://a.example/ is named twice"},
		{"folder without a path", head + "[[folder]]\n", "s.toml:2: the folder has no path"},
		{"nothing", head, "s.toml: nothing to watch"},
	}
	for _, tt := range tests {
		if _, err := watch.ParseSources("s.toml", []byte(tt.text)); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s…", tt.name, err, tt.want)
		}
	}
}
