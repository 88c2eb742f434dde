package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts call this test binary as the command "demarche".
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"demarche": main})
}

// TestScripts runs testdata/*.txtar: what a user types, and what comes back.
// To accept changed output: UPDATE_SCRIPTS=1 go test ./cmd/demarche
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"wrong":    status(exitUsage),
			"problems": status(exitProblems),
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "")
			return nil
		},
	})
}

// status is a script command that calls demarche and wants an exit status that
// exec alone does not tell apart. After a wrong call nothing may be on standard
// output.
func status(want int) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg {
			ts.Fatalf("this command cannot be negated")
		}
		err := ts.Exec("demarche", args...)
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != want {
			ts.Fatalf("demarche %s: %v, want exit status %d", strings.Join(args, " "), err, want)
		}
		if want == exitUsage && ts.ReadFile("stdout") != "" {
			ts.Fatalf("a wrong call printed data")
		}
	}
}
