package wiki_test

import (
	"strings"
	"testing"

	"github.com/demarche/demarche/intake/wiki"
)

const dump = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en"><siteinfo><sitename>News</sitename></siteinfo>
<page><title>Peru and Chile reopen border</title><ns>0</ns><id>12</id><revision><id>99</id><timestamp>2024-05-20T10:00:00Z</timestamp><text xml:space="preserve">{{date|May 14, 2024}}
[[File:Border.jpg|thumb|The [[border]] at noon]]
'''{{w|Peru}}''' and {{w|Chile|the Chilean government}} signed an [[w:agreement|agreement]] on [http://x.example Tuesday].&lt;ref&gt;A note.&lt;/ref&gt;

== Reactions ==
* The envoy said &amp;quot;no&amp;quot; &lt; yes.
{| class="x"
| table
|}
== Sources ==
*{{source|url=x}}
[[Category:Peru]]</text></revision></page>
<page><title>Talk:Peru</title><ns>1</ns><id>13</id><revision><text>Hello.</text></revision></page>
<page><title>Peru</title><ns>0</ns><id>14</id><redirect title="x"/><revision><text>#REDIRECT [[x]]</text></revision></page>
<page><title>Empty</title><ns>0</ns><id>15</id><revision><text>{{stub}}</text></revision></page>
</mediawiki>`

func TestArticles(t *testing.T) {
	if !wiki.Is([]byte(dump)) {
		t.Error("not taken for a dump")
	}
	var got []string
	for a, err := range wiki.Articles(strings.NewReader(dump)) {
		if err != nil {
			got = append(got, a.Title+": "+err.Error())
			continue
		}
		got = append(got, a.ID+"|"+a.Title+"|"+a.Published.String()+"|"+a.Text)
	}
	want := []string{
		"12|Peru and Chile reopen border|2024-05-14|Peru and the Chilean government signed an agreement on Tuesday.\n\nReactions\n\nThe envoy said \"no\" < yes.",
		"Empty: the page has no text and was passed over",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	n := 0
	for _, err := range wiki.Articles(strings.NewReader(dump[:len(dump)/2])) {
		if err != nil {
			n++
		}
	}
	if n != 1 {
		t.Errorf("a dump cut in half gave %d errors", n)
	}
}

func FuzzArticles(f *testing.F) {
	f.Add("{{date|May 14, 2024}} '''[[a|b]]''' <ref>x</ref> [http://x y] {| |}")
	f.Fuzz(func(t *testing.T, text string) {
		in := `<mediawiki><page><title>t</title><ns>0</ns><revision><text>` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text) + `</text></revision></page></mediawiki>`
		for a, err := range wiki.Articles(strings.NewReader(in)) {
			if err == nil && strings.TrimSpace(a.Text) == "" {
				t.Fatal("no text")
			}
		}
	})
}
