package paths

// AssignmentsPrint is the shopping list on paper.
func AssignmentsPrint() string { return at("/assignments/print") }

// AssignmentsCSV is the shopping list as a table.
func AssignmentsCSV() string { return at("/assignments.csv") }

// ListTable is a list as a table.
func ListTable(id string) string { return Lists.One(id) + "/csv" }

// ListCSV is how addresses are written that lead to ListTable: with the end of a file's name.
func ListCSV(id string) string { return Lists.One(id) + ".csv" }
