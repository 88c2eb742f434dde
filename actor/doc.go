// Package actor says who acts: it finds the names and nouns of people, states
// and organisations in a parsed document, follows them through it, and looks
// up in a dated lexicon who they were on the day of publication.
package actor
