// Package codebook says what counts as an event: the tables of PLOVER and
// CAMEO, the language in which rules are written, and the matcher that puts
// rules and frames together.
//
// Load reads *.rules files into a Codebook; Codebook.Match fills Doc.Codings.
// docs/rules.md teaches the language, DESIGN.md explains the matcher.
package codebook
