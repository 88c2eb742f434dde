package demarche

// Timex is a time expression in the sense of TIMEX3 (ISO-TimeML).
type Timex struct {
	Range
	Type  string // DATE, TIME, DURATION, SET
	Value string // ISO 8601 as TIMEX3 writes it: 2023-02-28, 2023-W08, 2022, P3D, PAST_REF
	End   string // last day of a range, else ""
	Mod   string // APPROX, START, END, MID, BEFORE, AFTER …
}

// Quote is what somebody is given as saying.
type Quote struct {
	Range
	Kind    string // direct, indirect, partial
	Speaker int    // token index of the head of the speaker's phrase, -1 when none
	Cue     int    // token index of the verb or "according", -1 when none
}

// Quantity is a number with what it counts.
type Quantity struct {
	Range
	Value float64
	Max   float64 // upper end of a range, else equal to Value
	Known bool    // false for "billions of dollars": a unit without a number
	Unit  string  // km, USD, person, percent, …; "" for a bare count
	Of    int     // token index of the noun counted, -1 when none
	Mod   string  // at-least, at-most, about, ""
}

// PlaceName is a place that the text names, with where it is.
type PlaceName struct {
	Range
	Location Location
}

// Claim is a statement of fact with a number in it and somebody who makes it:
// "the ministry put the dead at 12", "exports rose by 12%, the study found".
type Claim struct {
	Range            // the words of the statement, without source and cue
	Source    int    // token that heads the phrase of whoever says it
	Cue       int    // token of the verb of saying or of "according", -1 when none
	About     Range  // the words for what it is about ("exports to Kenya"); empty when not told
	Predicate int    // token of what is said of it ("rose", "killed", "dead")
	Change    string // rise, fall or ""
	Amount    int    // index in Doc.Quantities: how much it is, after a change how much it came to; -1 when only By is told
	By        int    // index in Doc.Quantities: how much it changed, -1 when not told
	From      int    // index in Doc.Quantities: how much it was before, -1 when not told
	Time      int    // index in Doc.Times: when it was so, -1 when not told
}

// Vote is a ballot on something, with what is told of its outcome.
type Vote struct {
	Range            // the words that tell of it
	Body    int      // token that heads the phrase of who voted as a body, -1 when not told
	Matter  int      // token that heads what was voted on ("resolution", "bill"), -1 when not told
	Outcome string   // adopted, rejected or ""
	Tally   Tally    // how many voted how
	Ballots []Ballot // who voted how, where the text names them
}

// Tally counts votes by choice; -1 where the text gives no number.
type Tally struct{ For, Against, Abstained, Absent int }

// Ballot is how somebody voted.
type Ballot struct {
	Voter  int    // token that heads the phrase of who voted
	Choice string // for, against, abstained, absent, abstained-or-absent
}
