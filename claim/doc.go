// Package claim finds statements of fact that somebody makes with a number
// in them, and votes.
//
// A claim has a source and a figure: "the ministry put the dead at 12", "a
// study found that exports rose by 12% to $3 billion in 2022". Who says it,
// about what, what is said of it, how much and when are kept apart, so that a
// later statement can be held against it. What is promised, demanded, feared
// or denied is no statement of fact. DESIGN.md tells how claims are read.
//
// A vote is a ballot of a body on something, with its outcome, how many voted
// how, and who did where the text names them.
package claim
