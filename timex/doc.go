// Package timex finds expressions of time and works out what they mean.
//
// Values are those of TIMEX3 (ISO-TimeML): a day 2023-02-28, a week 2023-W08,
// a month, a quarter, a year, a decade "199", a duration P3D, a set P1W, a
// vague PAST_REF. A value is never finer than the words: "last week" is a
// week. Reckoning starts from the day of publication, from the day that the
// story itself has reached ("two days later"), and, where the words leave a
// choice ("on Tuesday", "June 18"), from the tense of the verb that governs
// them. DESIGN.md tells how.
package timex
