package serve

import (
	"context"

	"github.com/demarche/demarche/record"
)

// StatsView is what the record holds.
type StatsView struct {
	record.Stats
	Sample  bool   `json:"sample" doc:"the record is the sample that comes with the program"`
	Program string `json:"program" doc:"version of the server"`
	Version string `json:"version" doc:"changes whenever the record does"`
}

func (s *server) stats(ctx context.Context, _ *struct{}) (*answer, error) {
	stats, err := s.store.Stats(ctx)
	if err != nil {
		return nil, s.storeProblem("statistics", err)
	}
	stats.Coders = orEmpty(stats.Coders)
	return inJSON(&StatsView{stats, s.sample, program, s.version()}), nil
}
