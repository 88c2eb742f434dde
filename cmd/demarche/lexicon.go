package main

func lexiconCommand() command {
	return command{
		name:    "lexicon",
		summary: "look up, count and check the actor lexicon",
	}
}
