// Package cputime tells how much processor time was used: what benchmarks judge
// by, since other programs on the machine do not add to it.
package cputime
