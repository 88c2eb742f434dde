package export

import (
	"bufio"
	"encoding/json"
	"io"
)

// jsonLines writes events and mentions with all their fields.
type jsonLines struct {
	out *bufio.Writer
	enc *json.Encoder
}

func openJSONL(w io.Writer, _ Options) (writer, error) {
	out := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonLines{out, enc}, nil
}

func (j *jsonLines) write(x *item) (int, omission, error) {
	if x.mention != nil {
		return 1, "", j.enc.Encode(x.mention)
	}
	return 1, "", j.enc.Encode(x.Event)
}

func (j *jsonLines) close() error { return j.out.Flush() }
