// Command modelcard prints how well the models of a folder do on treebanks,
// as the tables of data/models/MODEL.md:
//
//	go run ./train/modelcard TREEBANKS data/models
package main

import (
	"fmt"
	"os"

	"github.com/demarche/demarche/lang/en"
	"github.com/demarche/demarche/train"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "modelcard:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("give the folder of the treebanks and the folder of the models")
	}
	a, err := en.Load(os.DirFS(args[1]))
	if err != nil {
		return err
	}
	return train.WriteScores(os.Stdout, a, args[0])
}
