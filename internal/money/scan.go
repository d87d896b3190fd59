package money

import "strings"

// candidate is a number in a text that may be a price.
type candidate struct {
	number
	start, end int  // its place in the text
	decimal    bool // the last group is known to be cents: "35€ 99", "$12.99"
}

// scan finds the numbers of a cleaned text in their order.
func scan(text string) []candidate {
	var found []candidate
	for at := 0; at < len(text); {
		if !isDigit(text, at) {
			at++
			continue
		}
		c := readNumber(text, at)
		found = append(found, c)
		at = c.end
	}
	return found
}

// readNumber reads the number that starts at a digit, as far as its groups
// belong together.
func readNumber(text string, start int) candidate {
	c := candidate{start: start, end: digitsEnd(text, start)}
	if leadingPoint(text, start) {
		c.start--
		c.groups = []string{""}
		c.add('.', text[start:c.end])
		c.decimal = true
		return c
	}
	c.groups = []string{text[start:c.end]}
	for c.join(text) {
	}
	c.joinCents(text)
	return c
}

// leadingPoint reports whether a number starts with its decimal sign: "$.75".
func leadingPoint(text string, start int) bool {
	return start > 0 && text[start-1] == '.' && (start == 1 || strings.Contains(" $£€(", text[start-2:start-1]) || !endsInLetter(text[:start-1]) && !isDigit(text, start-2) && text[start-2] != '.')
}

// join takes in the next group when it belongs to the number.
func (c *candidate) join(text string) bool {
	if c.end >= len(text) {
		return false
	}
	mark, next := text[c.end], c.end+1
	switch {
	case strings.IndexByte(".,'", mark) >= 0 && isDigit(text, next):
	case mark == ' ' && c.groupsBySpace(text, next):
	case strings.IndexByte(".,", mark) >= 0 && spacedCents(text, next):
		next++
	default:
		return false
	}
	c.end = digitsEnd(text, next)
	c.add(mark, text[next:c.end])
	return true
}

// groupsBySpace reports whether the digits after a blank are three more digits of
// the number, and not a number of their own.
func (c *candidate) groupsBySpace(text string, next int) bool {
	if strings.Trim(c.marks, " ") != "" || len(c.groups[0]) > 3 || digitsEnd(text, next)-next != 3 {
		return false
	}
	rest := text[next+3:]
	return !startsInLetter(rest) || symbolAtStart(rest) != nil
}

// spacedCents reports whether a blank slipped in before two decimals: "$ 8. 94".
func spacedCents(text string, at int) bool {
	if at >= len(text) || text[at] != ' ' || digitsEnd(text, at+1)-at-1 != 2 {
		return false
	}
	rest := text[at+3:]
	return rest == "" || strings.IndexByte(".,%'/-", rest[0]) < 0 && !strings.HasPrefix(rest, " %")
}

// joinCents takes in cents that are set apart: "35€ 99", "12€99", "$12 99".
func (c *candidate) joinCents(text string) {
	if c.marks != "" && c.last() != "" && len(c.last()) != 3 {
		return
	}
	at := c.end
	for _, sign := range []string{" €", "€", "£", "$"} {
		if strings.HasPrefix(text[at:], sign) {
			at += len(sign)
			break
		}
	}
	euro := at > c.end && strings.HasSuffix(text[:at], "€")
	signBefore := at == c.end && c.start > 0 && strings.IndexByte("$£", text[c.start-1]) >= 0
	if (euro || signBefore) && at < len(text) && text[at] == ' ' {
		at++
	}
	end := digitsEnd(text, at)
	if at == c.end || end-at != 2 || !closes(text[end:]) {
		return
	}
	c.add('.', text[at:end])
	c.end, c.decimal = end, true
}

// closes reports whether a number can end before a text: no further digit group,
// percent sign or currency follows.
func closes(rest string) bool {
	trimmed := strings.TrimSpace(rest)
	if trimmed == "" {
		return true
	}
	if strings.IndexByte(".,%':", rest[0]) >= 0 && len(rest) > 1 || trimmed[0] == '%' {
		return false
	}
	return symbolAtStart(trimmed) == nil && !startsInLetter(rest)
}

// read gives the number's digits before and after the decimal sign.
func (c *candidate) read(currency string) (whole, fraction string, ok bool) {
	if c.marks == "" {
		return c.groups[0], "", true
	}
	decimal, decided := c.decimalByForm()
	if !decided {
		// One mark before three digits groups thousands, but for the currencies that
		// have three decimals; of these only Tunisia's writes them with a comma too.
		decimal = Digits(currency) == 3 && (c.marks == "." || currency == "TND")
	}
	return c.split(decimal || c.decimal)
}

func isDigit(text string, at int) bool {
	return at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9'
}

func digitsEnd(text string, at int) int {
	for isDigit(text, at) {
		at++
	}
	return at
}
