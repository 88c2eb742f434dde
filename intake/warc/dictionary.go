package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// maxDictionary is the longest dictionary that is taken, in bytes; crawlers
// make them a hundredth of that.
const maxDictionary = 16 << 20

// dictionary reads what the records of a .warc.zst are compressed with, where
// the file starts with a dictionary (iipc.github.io/warc-specifications,
// "warc-zstd"); else dict is nil. It gives back what it has read of the file,
// for a decompressor has to see that too.
func dictionary(in io.Reader) (dict, read []byte, err error) {
	head := make([]byte, 8)
	n, err := io.ReadFull(in, head)
	if err != nil || !bytes.HasPrefix(head, dictionaryMark) {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil
		}
		return nil, head[:n], err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		return nil, head, fmt.Errorf("its dictionary is longer than %d MiB", maxDictionary>>20)
	}
	frame, err := io.ReadAll(io.LimitReader(in, int64(size)))
	read = append(head, frame...)
	if err != nil || len(frame) < int(size) {
		return nil, read, errors.New("its dictionary is cut short")
	}
	if !bytes.HasPrefix(frame, zstdMark) {
		return frame, read, nil
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
	if err != nil {
		return nil, read, err
	}
	defer z.Close()
	if dict, err = z.DecodeAll(frame, nil); err != nil {
		return nil, read, fmt.Errorf("its dictionary cannot be decompressed: %w", err)
	}
	return dict, read, nil
}

// Unpacked decompresses Zstandard with the dictionary that the file brings, if any.
func Unpacked(in io.Reader) (*zstd.Decoder, error) {
	dict, read, err := dictionary(in)
	if err != nil {
		return nil, err
	}
	// One decoding goroutine and no more memory than a news archive needs.
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256 << 20)}
	if dict != nil {
		options = append(options, zstd.WithDecoderDicts(dict))
	}
	return zstd.NewReader(io.MultiReader(bytes.NewReader(read), in), options...)
}
