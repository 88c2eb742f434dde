package main

func rulesCommand() command {
	return command{
		name:    "rules",
		summary: "check, format, test and explain codebook rules",
		subs:    []command{rulesFmtCommand()},
	}
}
