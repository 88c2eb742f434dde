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
