package demarche

// EntityType is what kind of thing a name stands for.
type EntityType string

// Entity types, as printed by "demarche annotate".
const (
	Person EntityType = "PER"
	Org    EntityType = "ORG"
	GPE    EntityType = "GPE"  // states, provinces, cities: places with a government
	Loc    EntityType = "LOC"  // other places
	NORP   EntityType = "NORP" // nationalities, religious and political groups
	EventT EntityType = "EVENT"
	Role   EntityType = "ROLE" // common nouns for people who act: troops, protesters, a minister
)

// Actor is who a mention stands for, as the lexicon or the text says.
type Actor struct {
	ID       string   // lexicon row id, or "doc:N" for somebody known from the text only
	Name     string   // canonical name; for a common noun, its words
	Code     string   // ISO 3166 alpha-3, or UNO EUR IGO NGO ISM IMG MNC; "" when unknown
	Sectors  []string // PLOVER sectors, the primary one first
	Office   string   // "secretary of state" on the document's date
	Wikidata string
	Members  []string // codes of those who belong to it: "the Baltic states"
	Evidence Evidence // the lexicon row or the words that say so
}

// Mention is one place in the text that speaks of one or more actors.
type Mention struct {
	Range       // the noun phrase without relative clauses, appositions, determiner included
	Head    int // token index of the syntactic head
	Type    EntityType
	Actors  []Actor // one; several for "Hungarian and Romanian officials"; none when unresolved
	Cluster int     // mentions with the same number are the same thing; -1 for none
	Pronoun bool    // he, she, they, it …: Actors come from the antecedent
	// Antecedent says which mention a pronoun was taken to stand for, how likely
	// that is and what speaks for it most; Kind "" where no model chose.
	Antecedent Evidence
}

// Evidence says where a value comes from.
type Evidence struct {
	Kind   string `json:"kind"`             // words, frame, rule, lexicon, coreference, document
	Text   string `json:"text"`             // the words, or what was concluded
	Source string `json:"source,omitempty"` // FILE:LINE of rule or lexicon row, or the step's name
}
