package service

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/text"
)

// quickLine is what one line says of an idea.
type quickLine struct {
	title, link string
	price       *money.Amount
	tags        []string
	person      *dto.Ref
	unknown     string // what stands behind an @ and is nobody's name
	several     string // what stands behind an @ and is the name of more than one
}

var (
	hashTag = regexp.MustCompile(`(?:^|\s)#([\pL\pN_-]+)`)
	oneWord = regexp.MustCompile(`^[\pL\pN_-]+$`)
	atName  = regexp.MustCompile(`(?:^|[^\pL\pN])@([^\s@,;]+)`)
	cents   = regexp.MustCompile(`^\d[\d.,']*[.,](\d\d|-+)$`) // 12,50 and 49.-
	year    = regexp.MustCompile(`^(19|20)\d\d$`)
)

// readLine reads "Lego set @NAME 40 #xmas": a link anywhere in it, the first person it names, the tags, and the price;
// what is left is the title. Prices are written as in the locale, and in the currency unless they name another.
func readLine(typed string, people, tags []dto.Ref, locale, currency string) quickLine {
	var q quickLine
	rest := q.takeLink(typed)
	rest = q.takePerson(rest, people)
	rest = q.takeTags(rest, tags)
	words := strings.Fields(rest)
	at, width := priceAt(words, q.link != "", locale, currency)
	if width > 0 {
		a, _ := money.Parse(strings.Join(words[at:at+width], " "), locale, currency)
		q.price = &a
		words = append(words[:at:at], words[at+width:]...)
	}
	title := strings.ReplaceAll(strings.Join(words, " "), " ,", ",") // where a name stood before it
	q.title = strings.Trim(title, " -–—,;:")
	return q
}

// takeTags takes the tags out of a line and returns the rest. A new tag is one word; of those that are there some are
// several.
func (q *quickLine) takeTags(line string, tags []dto.Ref) string {
	long := slices.DeleteFunc(slices.Clone(tags), func(t dto.Ref) bool { return oneWord.MatchString(t.Name) })
	known := namesOf(long, func(t dto.Ref) string { return t.Name })
	for at := 0; at < len(line); at++ {
		if end, found := known.marked('#', line, at); found != nil {
			q.tags = append(q.tags, found[0].Name)
			line = line[:at] + " " + line[end:]
		}
	}
	return hashTag.ReplaceAllStringFunc(line, func(found string) string {
		tag := strings.TrimSpace(found)[1:]
		if !strings.ContainsFunc(tag, unicode.IsLetter) { // "No. #3"
			return found
		}
		q.tags = append(q.tags, tag)
		return " "
	})
}

// takeLink takes the link out of a line and returns the rest.
func (q *quickLine) takeLink(typed string) string {
	rest, link := wordsAndLink(typed)
	if link == "" {
		for word := range strings.FieldsSeq(rest) {
			if bareLink.MatchString(word) {
				rest, link = text.Line(strings.Replace(rest, word, " ", 1)), word
				break
			}
		}
	}
	q.link = link
	return rest
}

// takePerson takes the first name behind an @ out of a line: the longest that fits, else the one that begins so.
func (q *quickLine) takePerson(line string, people []dto.Ref) string {
	known := namesOf(people, func(p dto.Ref) string { return p.Name })
	for at := range len(line) {
		if end, who := known.mention(line, at); who != nil {
			q.name(line[at+1:end], who)
			return line[:at] + " " + line[end:]
		}
	}
	at := atName.FindStringSubmatchIndex(line)
	if at == nil {
		return line
	}
	begun := strings.TrimRight(line[at[2]:at[3]], ".!?:)")
	q.name(begun, begunBy(begun, people))
	return line[:at[2]-1] + " " + line[at[2]+len(begun):]
}

// name makes the person of the line of those who may be meant.
func (q *quickLine) name(typed string, who []dto.Ref) {
	switch len(who) {
	case 0:
		q.unknown = typed
	case 1:
		q.person = &who[0]
	default:
		q.several = typed
	}
}

// begunBy are the people one of whose names is the word, else those one of whose names begins with it.
func begunBy(word string, people []dto.Ref) []dto.Ref {
	key := text.Fold(word)
	var exact, begun []dto.Ref
	for _, p := range people {
		names := " " + text.Fold(p.Name) + " "
		switch {
		case key == "":
		case strings.Contains(names, " "+key+" "):
			exact = append(exact, p)
		case strings.Contains(names, " "+key):
			begun = append(begun, p)
		}
	}
	if exact != nil {
		return exact
	}
	return begun
}

// priceAt finds the price among the words of a line: the last with a currency, else the last with cents, else a number at
// the very end. A number alone is a title, as "1984" is, unless a link gives one; and so is a year.
func priceAt(words []string, linked bool, locale, currency string) (at, width int) {
	for i := range slices.Backward(words) {
		if i > 0 && figures(words[i-1]) != figures(words[i]) && namesCurrency(words[i-1]+" "+words[i], locale, currency) {
			return i - 1, 2
		}
		if namesCurrency(words[i], locale, currency) {
			return i, 1
		}
	}
	for i, word := range slices.Backward(words) {
		if _, err := money.Parse(word, locale, currency); err == nil && cents.MatchString(word) {
			return i, 1
		}
	}
	last := len(words) - 1
	if last < 0 || last == 0 && !linked || year.MatchString(words[last]) {
		return 0, 0
	}
	if _, err := money.Parse(words[last], locale, currency); err != nil {
		return 0, 0
	}
	return last, 1
}

func figures(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// namesCurrency reports whether a text is a price that says its currency: something beside its figures is part of it.
func namesCurrency(s, locale, currency string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "0123456789.,' -"))
	if !figures(s) || !unicode.IsLetter(first) && !unicode.Is(unicode.Sc, first) {
		return false
	}
	_, err := money.Parse(s, locale, currency)
	return err == nil
}
