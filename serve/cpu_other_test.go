//go:build !linux

package serve

import "time"

// threadTime is the time of day where the processor time of a thread cannot be
// had: what other programs take is added to it.
func threadTime() time.Duration { return time.Duration(time.Now().UnixNano()) }

func processTime() time.Duration { return 0 }
