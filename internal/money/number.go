package money

import "strings"

// number is a run of digits with the signs between its groups, as written:
// "1.299,00" has the groups 1, 299, 00 and the marks ".,".
type number struct {
	groups []string
	marks  string
}

// add appends a group that follows the given mark.
func (n *number) add(mark byte, group string) {
	n.marks += string(mark)
	n.groups = append(n.groups, group)
}

// last is the group after the last mark.
func (n *number) last() string { return n.groups[len(n.groups)-1] }

// split reads the last mark as the decimal sign when decimal is true and as
// grouping otherwise; it is false when the groups before make no sense.
func (n *number) split(decimal bool) (whole, fraction string, ok bool) {
	groups := n.groups
	if decimal {
		fraction = n.last()
		groups = groups[:len(groups)-1]
	}
	return strings.Join(groups, ""), fraction, wellGrouped(groups)
}

// wellGrouped reports whether digits are grouped by threes, or by twos before a
// last three as in India (1,29,999).
func wellGrouped(groups []string) bool {
	if len(groups) == 1 {
		return true
	}
	if len(groups[0]) > 3 || len(groups[len(groups)-1]) != 3 {
		return false
	}
	inner := groups[1 : len(groups)-1]
	for _, group := range inner {
		if len(group) != len(inner[0]) || len(group) < 2 || len(group) > 3 {
			return false
		}
	}
	return len(inner) == 0 || len(inner[0]) == 3 || len(groups[0]) <= 2
}

// uniform reports whether there is only one kind of mark.
func (n *number) uniform() bool {
	return strings.Trim(n.marks, n.marks[:1]) == ""
}

// decimalByForm decides from the form alone whether the last mark is a decimal
// sign. It is undecided for one lone mark before three digits: "1,299".
func (n *number) decimalByForm() (decimal, decided bool) {
	mark := n.marks[len(n.marks)-1]
	switch {
	case mark == ' ' || mark == '\'':
		return false, true
	case !n.uniform():
		return strings.Count(n.marks, string(mark)) == 1, true
	case len(n.last()) != 3:
		return true, true
	case len(n.marks) > 1:
		return false, true
	case n.groups[0] == "0" || n.groups[0] == "" || len(n.groups[0]) > 3:
		return true, true
	}
	return false, false
}
