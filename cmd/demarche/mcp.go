package main

import (
	"errors"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/demarche/demarche/serve/assistant"
)

func mcpCommand() command {
	return command{
		name:    "mcp",
		summary: "offer the record and the coder to an assistant (Model Context Protocol)",
		about: `Speaks the Model Context Protocol on standard input and output. The tools only
read: code_text, search_events, get_event, dyad, actor. docs/serve.md says how to
tell an assistant of it.`,
		examples: `demarche mcp --db demarche.db
demarche mcp`,
		bind: func(flags *flag.FlagSet) action {
			o := &shown{}
			o.bind(flags)
			return o.mcp
		},
	}
}

func (o *shown) mcp(c *call, paths []string) error {
	if len(paths) > 0 {
		return wrongCall("it takes no paths")
	}
	if typing(c.stdin) {
		return &usageError{what: "an assistant starts this; there is nothing to type here", help: true}
	}
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	shown, err := o.open(ctx)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(c.stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	err = assistant.Serve(ctx, c.stdin, c.stdout, shown.store, shown.coder, log)
	return errors.Join(err, shown.close())
}
