package serve

import (
	"syscall"
	"time"
)

// ofThread asks for the times of the calling thread alone (getrusage(2)).
const ofThread = 1

// threadTime is the processor time of the calling thread, which other programs
// do not add to.
func threadTime() time.Duration { return used(ofThread) }

// processTime is the processor time of this program.
func processTime() time.Duration { return used(syscall.RUSAGE_SELF) }

func used(by int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(by, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
