package demarche

// Frame is one predicate with its arguments in logical roles, whatever the
// surface: passive, relative clause, control, nominalisation, light verb.
type Frame struct {
	Pred   int    // token index of the word that carries the meaning: "visit" of "paid a visit"
	Light  int    // token index of the light or support verb ("paid"), -1 when none
	Lemma  string // predicate in its base form, "invade" for "invasion" too; particle joined by a space: "pull out"
	Noun   string // for a nominal predicate, its own lemma: "invasion"; else ""
	Sent   int    // index into Doc.Sentences
	Args   []Arg
	Status Status
	// Parent is the frame that this one is an argument of ("said" of what was
	// said, "plan" of what is planned), -1 when none.
	Parent int
}

// Nominal says whether the predicate is a noun.
func (f *Frame) Nominal() bool { return f.Noun != "" }

// ArgRole is the logical role of an argument.
type ArgRole string

// Logical roles. What is a subject on the surface may be a Theme here.
const (
	Agent     ArgRole = "agent"     // who does it: deep subject
	Theme     ArgRole = "theme"     // whom or what it is done to: deep object
	Dative    ArgRole = "dative"    // indirect object without preposition
	Oblique   ArgRole = "oblique"   // with its preposition in Arg.Prep
	Content   ArgRole = "content"   // clausal complement or infinitive; Arg.Frame is its frame
	Adjunct   ArgRole = "adjunct"   // adverbial clause or participle ("killing three"); Arg.Frame is its frame
	Predicate ArgRole = "predicate" // what a copula says of the subject
)

// Arg is one argument of a frame. Coordinated arguments are separate Args of
// the same role.
type Arg struct {
	Role  ArgRole
	Prep  string // its preposition, lower case, whatever the role: "with", "out of", "by"; of a clause its marker: "that", "to", "from"
	Head  int    // token index of its head, stepped through "a number of", "billions of dollars in"
	Range Range  // the whole phrase
	Frame int    // index of the frame that the argument is or contains as head; -1 when none
	Path  string // how it was found: "nsubj", "obl:agent", "acl:relcl antecedent", "control subject of plan"
}

// Status says whether the frame's event is a fact, by whose word, and why.
type Status struct {
	Negated      bool // not, no, failed to, refused to, denied, without
	Future       bool
	Hypothetical bool // if, could, may, feared, demanded, proposed
	Historical   bool // background: years before, anniversaries
	SaidBy       int  // index of the frame of the saying verb it stands under; -1 when the reporter says it
	Cues         []Cue
}

// Done says that the text presents the event as having happened.
func (s Status) Done() bool { return !s.Negated && !s.Future && !s.Hypothetical }

// Cue is a word that set a status.
type Cue struct {
	Token int
	Sets  string // negation, future, hypothetical, historical, said
}
