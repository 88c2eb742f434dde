// Package ui holds the built files of the web interface. The sources are in
// src, and `npm ci && npm run build` bundles them into static.
package ui

import (
	"embed"
	"io/fs"
)

//go:generate npm run build

//go:embed static
var static embed.FS

// Files are the built files: index.html, which serves every view, and what it
// loads under assets/, at addresses that carry a hash of the content.
func Files() fs.FS {
	files, err := fs.Sub(static, "static")
	if err != nil { // only for a path that is not valid
		return static
	}
	return files
}
