package frame

// IsLight says whether the verb only carries the noun, so that the frame is
// the noun's. place is where the noun stands to the verb: "obj", "subj", or the
// preposition before it. Verb and noun are lemmas, the verb with its particle.
func (b *Builder) IsLight(verb, place, noun string) bool {
	n := b.tables.nouns[noun]
	if n == nil {
		return false
	}
	rows := b.tables.light[verb]
	for i := range rows {
		if rows[i].prep == place && rows[i].takes(n) {
			return true
		}
	}
	return false
}

// NounVerb is the lemma of the frames of an event noun, "invade" for
// "invasion"; "" for a noun that names no event.
func (b *Builder) NounVerb(noun string) string {
	n := b.tables.nouns[noun]
	if n == nil {
		return ""
	}
	return n.verb
}
