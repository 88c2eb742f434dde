package frame

import (
	"fmt"
	"os"
	"testing"

	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/data"
)

func TestDev(t *testing.T) {
	name := os.Getenv("DEV")
	if name == "" {
		t.Skip()
	}
	b, err := New(data.Frames())
	if err != nil {
		t.Fatal(err)
	}
	docs, err := conllu.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		b.Build(d)
		f := 0
		for si, s := range d.Sentences {
			fmt.Println("#", d.TextOf(s.Range))
			for ; f < len(d.Frames) && d.Frames[f].Sent == si; f++ {
				fmt.Println("    ", Describe(d, f))
			}
		}
	}
}
