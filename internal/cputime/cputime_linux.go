package cputime

import (
	"syscall"
	"time"
)

const ofThread = 1 // RUSAGE_THREAD, for which package syscall has no name

// OfThread is the processor time that the calling thread has used.
func OfThread() time.Duration { return used(ofThread) }

// OfProcess is the processor time that this program has used.
func OfProcess() time.Duration { return used(syscall.RUSAGE_SELF) }

func used(by int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(by, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
