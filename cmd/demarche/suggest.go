package main

import "fmt"

// unknown says that there is no such command or flag, and which the user may
// have meant.
func unknown(kind, name string, known []string) string {
	message := fmt.Sprintf("there is no %s %q", kind, name)
	if best := nearest(name, known); best != "" {
		return message + fmt.Sprintf("; did you mean %q?", best)
	}
	return message
}

// nearest is the known name that a slip of the keys away from name, or "".
func nearest(name string, known []string) string {
	best, least := "", 1+len(name)/3
	for _, k := range known {
		if d := editDistance(name, k); d <= least {
			best, least = k, d-1
		}
	}
	return best
}

// editDistance is the number of letters to insert, delete, replace or swap
// with their neighbour (optimal string alignment).
func editDistance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
