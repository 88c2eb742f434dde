// Package quote finds what people are given as saying, and who says it.
//
// Three kinds: direct speech between quote marks; indirect speech, a clause
// or phrase that a verb of saying governs ("said that", "vowed to",
// "according to"); and partial quotes, single words of a speaker within the
// reporter's sentence (voiced “appreciation”). Words in quote marks that
// nobody is made to say, such as titles and scare quotes, are none.
//
// The speaker is the token that heads the speaker's phrase as the text has
// it, a pronoun as often as a name; who that is, the mention headed by the
// token tells. DESIGN.md tells how it is done.
package quote
