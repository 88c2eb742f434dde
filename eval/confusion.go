package eval

import (
	"encoding/json"
	"slices"
)

// Confusion counts how often each gold class was given each predicted class.
type Confusion struct {
	classes []string
	counts  map[[2]string]int
}

// NewConfusion makes an empty table whose classes are printed in that order;
// classes met later are appended.
func NewConfusion(classes ...string) *Confusion {
	return &Confusion{classes: slices.Clone(classes), counts: map[[2]string]int{}}
}

// Add counts one item.
func (c *Confusion) Add(gold, predicted string) {
	c.know(gold)
	c.know(predicted)
	c.counts[[2]string{gold, predicted}]++
}

func (c *Confusion) know(class string) {
	if !slices.Contains(c.classes, class) {
		c.classes = append(c.classes, class)
	}
}

// Classes are the classes in the order in which they are printed.
func (c *Confusion) Classes() []string { return c.classes }

// Count is how many items of the gold class were given the predicted class.
func (c *Confusion) Count(gold, predicted string) int {
	return c.counts[[2]string{gold, predicted}]
}

// Accuracy is the share of items on the diagonal.
func (c *Confusion) Accuracy() float64 {
	right, all := 0, 0
	for k, n := range c.counts {
		all += n
		if k[0] == k[1] {
			right += n
		}
	}
	return ratio(right, all)
}

// Scores gives precision, recall and F1 of each class but those left out.
func (c *Confusion) Scores(except ...string) []Score {
	var scores []Score
	for _, class := range c.classes {
		if slices.Contains(except, class) {
			continue
		}
		s := Score{Name: class, Correct: c.Count(class, class)}
		for _, other := range c.classes {
			s.Gold += c.Count(class, other)
			s.Predicted += c.Count(other, class)
		}
		scores = append(scores, s)
	}
	return scores
}

// MarshalJSON writes the classes and the rows, gold classes down, predicted across.
func (c *Confusion) MarshalJSON() ([]byte, error) {
	rows := make([][]int, len(c.classes))
	for i, gold := range c.classes {
		rows[i] = make([]int, len(c.classes))
		for j, predicted := range c.classes {
			rows[i][j] = c.Count(gold, predicted)
		}
	}
	return json.Marshal(struct {
		Classes []string `json:"classes"`
		Rows    [][]int  `json:"rows"`
	}{c.classes, rows})
}
