package demarche_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/demarche/demarche"

// ranks orders the packages by their first folder: a package imports only what
// ranks below it, and its own folder. ARCHITECTURE.md explains the order.
var ranks = map[string]int{
	".":    0,
	"data": 1, "conllu": 1, "annotation": 1, "internal": 1, // internal: what tests of several packages share
	"lang": 2, "frame": 2, "actor": 2, "quote": 2, "timex": 2, "place": 2, "quantity": 2, "codebook": 2, "intake": 2, "claim": 2,
	"coder": 3,
	"train": 4, "eval": 4, "record": 4,
	"export": 5, "ingest": 5, "alert": 5,
	"watch": 6, "serve": 6,
	"cmd": 7,
}

// outside says which folder may import which other modules.
var outside = map[string][]string{
	"intake": {
		"github.com/klauspost/compress/zstd", "github.com/klauspost/compress/gzip", "github.com/klauspost/compress/flate",
		"github.com/andybalholm/brotli", "codeberg.org/readeck/go-readability/v2", "golang.org/x/net/html",
		"golang.org/x/net/html/charset", "golang.org/x/net/html/atom", "golang.org/x/text/encoding/charmap",
		"golang.org/x/text/transform", "github.com/mmcdole/gofeed", "github.com/parquet-go/parquet-go",
		"github.com/parquet-go/parquet-go/format",
	},
	"record": {"modernc.org/sqlite"},
	"export": {"github.com/parquet-go/parquet-go", "modernc.org/sqlite"},
	"watch":  {"github.com/BurntSushi/toml"},
	"alert":  {},
	"serve": {
		"github.com/danielgtaylor/huma/v2", "github.com/danielgtaylor/huma/v2/adapters/humago",
		"github.com/prometheus/client_golang/prometheus", "github.com/prometheus/client_golang/prometheus/promhttp",
		"github.com/prometheus/client_golang/prometheus/collectors",
		"github.com/modelcontextprotocol/go-sdk/mcp",
	},
	"cmd": {"golang.org/x/term", "github.com/rogpeppe/go-internal/testscript"},
}

// source is one Go file of the module.
type source struct {
	path string // from the module's root, with slashes
	file *ast.File
	fset *token.FileSet
}

// folder is the first folder of the path, "." for the root package.
func (s source) folder() string {
	first, _, below := strings.Cut(s.path, "/")
	if !below {
		return "."
	}
	return first
}

func (s source) lines(n ast.Node) int {
	return s.fset.Position(n.End()).Line - s.fset.Position(n.Pos()).Line + 1
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := entry.Name(); entry.IsDir() && (name == "testdata" || strings.HasPrefix(name, ".") && p != ".") {
			return filepath.SkipDir
		}
		if path.Ext(p) != ".go" {
			return nil
		}
		file, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		all = append(all, source{filepath.ToSlash(p), file, fset})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestImportsPointDownward(t *testing.T) {
	for _, s := range sources(t) {
		rank, known := ranks[s.folder()]
		if !known {
			t.Errorf("%s: the folder %s has no rank; give it one here and in ARCHITECTURE.md", s.path, s.folder())
			continue
		}
		for _, spec := range s.file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if below, ours := strings.CutPrefix(imported+"/", module+"/"); ours {
				folder, _, _ := strings.Cut(below, "/")
				if folder == "" {
					folder = "."
				}
				if folder != s.folder() && ranks[folder] >= rank {
					t.Errorf("%s imports %s, which does not rank below it", s.path, imported)
				}
				continue
			}
			if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") && !slices.Contains(outside[s.folder()], imported) {
				t.Errorf("%s imports %s; say here why it may", s.path, imported)
			}
		}
	}
}

// TestHouseSizes keeps files and functions small enough to read at one sitting.
// Tables may be longer: a table is a declaration, not a function.
func TestHouseSizes(t *testing.T) {
	var files, functions []int
	for _, s := range sources(t) {
		if strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		files = append(files, s.lines(s.file))
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := s.lines(f)
			functions = append(functions, n)
			if n > 100 {
				t.Errorf("%s: function %s has %d lines; divide it", s.path, f.Name.Name, n)
			}
		}
	}
	if n := ninetieth(files); n >= 500 {
		t.Errorf("a tenth of the files have %d lines or more; divide the longest", n)
	}
	if n := ninetieth(functions); n >= 40 {
		t.Errorf("a tenth of the functions have %d lines or more; divide the longest", n)
	}
}

// ninetieth is the 90th percentile.
func ninetieth(sizes []int) int {
	slices.Sort(sizes)
	return sizes[len(sizes)*9/10]
}
