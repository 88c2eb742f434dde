package actor

// trie holds names as sequences of folded pieces: a hash table of edges, so
// that a step is one probe and hundreds of thousands of names take a few
// megabytes. Node 0 is where names begin, node 1 where role nouns do.
type trie struct {
	ids   map[string]uint32 // folded piece → number, from 1
	edges []edge            // open addressing, a power of two long
	used  int
	nodes []int32 // per node the first of its refs, -1 when no name ends there
}

type edge struct {
	key  uint64 // node<<32 | piece; 0 is a free slot (pieces count from 1)
	node uint32
}

const (
	nameRoot uint32 = 0
	roleRoot uint32 = 1
)

func newTrie() trie {
	return trie{ids: make(map[string]uint32, 1<<14), edges: make([]edge, 1<<14), nodes: []int32{-1, -1}}
}

// id is the number of a folded piece, 0 when no name has it.
func (t *trie) id(folded []byte) uint32 { return t.ids[string(folded)] }

func (t *trie) slot(key uint64) int {
	h := key * 0x9E3779B97F4A7C15
	mask := len(t.edges) - 1
	i := int(h>>32) & mask
	for t.edges[i].key != 0 && t.edges[i].key != key {
		i = (i + 1) & mask
	}
	return i
}

// step follows the edge of a piece.
func (t *trie) step(node, piece uint32) (uint32, bool) {
	e := t.edges[t.slot(uint64(node)<<32|uint64(piece))]
	return e.node, e.key != 0
}

// add makes the path of the folded pieces below root and returns its last node.
func (t *trie) add(root uint32, folded [][]byte) uint32 {
	node := root
	for _, f := range folded {
		id, ok := t.ids[string(f)]
		if !ok {
			id = uint32(len(t.ids) + 1)
			t.ids[string(f)] = id
		}
		node = t.child(node, id)
	}
	return node
}

func (t *trie) child(node, piece uint32) uint32 {
	if 2*t.used >= len(t.edges) {
		t.grow()
	}
	key := uint64(node)<<32 | uint64(piece)
	i := t.slot(key)
	if t.edges[i].key == 0 {
		t.edges[i] = edge{key, uint32(len(t.nodes))}
		t.nodes = append(t.nodes, -1)
		t.used++
	}
	return t.edges[i].node
}

func (t *trie) grow() {
	old := t.edges
	t.edges = make([]edge, 2*len(old))
	for _, e := range old {
		if e.key != 0 {
			t.edges[t.slot(e.key)] = e
		}
	}
}
