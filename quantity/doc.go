// Package quantity finds numbers and what they count: in words and figures,
// as ranges and lower bounds, as money, distances, shares, and people.
//
// "At least 12 people" is 12 persons, at least; "7,644 kilometres (4,750
// miles)" is one length, its conversion checked; "billions of dollars" is
// dollars, but not how many. Expressions of time are left to package timex:
// what doc.Times covers is passed over.
package quantity
