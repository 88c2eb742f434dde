package coder_test

import (
	"fmt"
	"log"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// One Coder codes any number of documents, from any number of goroutines.
func Example() {
	c, err := coder.New(coder.Options{})
	if err != nil {
		log.Fatal(err)
	}
	doc := &demarche.Doc{
		Date: demarche.Date{Year: 2024, Month: 5, Day: 15},
		Text: "Kazakhstan's president visited Uzbekistan on Monday.",
	}
	if err := c.Code(doc); err != nil {
		log.Fatal(err)
	}
	for _, e := range doc.Events {
		fmt.Println(*e.Date, e.Event[0], e.Mode[0], *e.Actor[0].Code, *e.Actor[0].Sector, *e.Recipient[0].Code)
	}
	// Output: 2024-05-13 CONSULT visit KAZ GOV UZB
}
