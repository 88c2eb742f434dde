package record

// Page says which part of a long answer is wanted, and in which order.
type Page struct {
	// Sort is date, -date (the default: latest first), confidence, mentions
	// (most first) or relevance (with Query.Text only).
	Sort  string
	Limit int    // 0 for DefaultLimit
	After string // what the call before gave as next; "" for the first page
}

// DefaultLimit is how many are given where no limit is asked for.
const DefaultLimit = 50
