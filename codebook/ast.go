package codebook

// The syntax tree of a rule file. Every node knows its position and prints
// itself in canonical form; Format prints whole files.

// File is one *.rules file.
type File struct {
	Name       string
	Paragraphs []Paragraph
	Trailing   []string // comment lines after the last paragraph
}

// Paragraph is a set, a rule, or a removal, with the comment lines before it.
// Exactly one of Set, Rule and Remove is set.
type Paragraph struct {
	Pos
	Comments []string // lines with their #; "" is a blank line between them
	Set      *SetDecl
	Rule     *RuleDecl
	Remove   string // name of the rule to remove
	Comment  string // after the first line
}

// SetDecl is "set NAME = words".
type SetDecl struct {
	Pos
	Name  string
	Words []Word
}

// RuleDecl is one rule.
type RuleDecl struct {
	Pos
	Name  string
	Lines []Line
}

// Line is one line of a rule. One of Fields (with Keyword), Pattern, Eg is
// set; none for a line that is only a comment.
type Line struct {
	Pos
	Keyword string // code, cameo, context
	Fields  []Word
	Pattern *Pattern
	Eg      *Eg
	Comment string // with its #
}

// Pattern is a pattern line: a subject, a predicate and what follows.
type Pattern struct {
	Pos
	Subject  Term
	Verb     Term // alternatives of the predicate's words
	Elements []Element
}

// Element is what a predicate takes: an object, "PREP thing", "to CLAUSE",
// "that CLAUSE", a particle.
type Element struct {
	Pos
	Optional bool
	Preps    []string // alternatives, "out of" is one; "that" and "to" too; empty for a bare object
	Subject  *Term    // of a that-clause
	Term     Term     // empty (no Slot, no Words) for a particle
	Elements []Element
}

// Term is one place of a pattern: a slot, or words to choose from.
type Term struct {
	Pos
	Slot     Slot
	Required bool   // ACTOR!
	Only     []Word // RECIPIENT:MIL|COP
	Words    []Word
}

// WordKind tells the kinds of Word apart.
type WordKind int

// The kinds of words in rules.
const (
	Plain    WordKind = iota // asks
	Phrase                   // "peace talks"
	SetRef                   // @aid
	Embedded                 // ASSAULT, RETREAT.release, EVENT
)

// Word is one alternative.
type Word struct {
	Pos
	Kind WordKind
	Text string
	Mode string // of an Embedded
}

// Slot is a place that a rule wants filled.
type Slot string

// The slots.
const (
	NoSlot        Slot = ""
	ActorSlot     Slot = "ACTOR"
	RecipientSlot Slot = "RECIPIENT"
	AnyoneSlot    Slot = "ANYONE"
	SomethingSlot Slot = "SOMETHING"
	PlaceSlot     Slot = "PLACE"
	NumberSlot    Slot = "NUMBER"
)

// AnyEvent is the category name that stands for any.
const AnyEvent = "EVENT"

// Eg is an example with what the rule must make of it.
type Eg struct {
	Pos
	Sentence string
	Result   Result
}

// Result is the right side of an example.
type Result struct {
	Pos
	None       bool // the rule must not code the sentence
	Actors     []Code
	Recipients []Code
	Flags      []string // future, negation, hypothetical, historical
	Modes      []string
}

// Code is an actor in an example: UKR, RUS/MIL, or ?/CVL.
type Code struct {
	Country string // "?" for unknown
	Sector  string // "" when it does not matter
}
