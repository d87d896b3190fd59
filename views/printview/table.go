package printview

// cell says how the cells of a column are drawn.
type cell int

const (
	text  cell = iota
	head       // what the row is about
	num        // to the right
	tick       // an empty box, with a mark in it where the cell says something
	blank      // a line to write on
)

// column is one of a table on paper.
type column struct {
	class string // of its width; "" takes what is left
	label string
	kind  cell
}

// table is lines on paper under a heading. Its head comes again on every page.
type table struct {
	id      string
	heading string // "" has none
	quiet   string // beside the heading
	caption string
	columns []column
	rows    [][]string
	sum     string // a sentence below the lines; "" for none
}

// without leaves the column with a class out.
func without(columns []column, class string) []column {
	var kept []column
	for _, c := range columns {
		if c.class != class || class == "" {
			kept = append(kept, c)
		}
	}
	return kept
}
