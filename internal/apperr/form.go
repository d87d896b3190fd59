package apperr

import (
	"errors"

	"kinlist/internal/lang"
)

// Form collects what is wrong with the fields of a form, by their names.
type Form map[string]lang.Phrase

// Add records a sentence for the field; the first of a field stands.
func (f Form) Add(field, sentence string, args ...any) { f.Say(field, lang.Said(sentence, args...)) }

// Say records a sentence that was made elsewhere.
func (f Form) Say(field string, phrase lang.Phrase) {
	if _, taken := f[field]; !taken {
		f[field] = phrase
	}
}

// Err returns nil when no field is wrong, else an Invalid error that names each of them.
func (f Form) Err() error {
	if len(f) == 0 {
		return nil
	}
	e := New(Invalid, "Please check the marked fields.")
	e.form, e.Fields = f, f.said(lang.Phrase.String)
	return e
}

func (f Form) said(say func(lang.Phrase) string) Fields {
	if f == nil {
		return nil
	}
	all := make(Fields, len(f))
	for field, phrase := range f {
		all[field] = say(phrase)
	}
	return all
}

// Wrong returns an Invalid error of one field.
func Wrong(field, sentence string, args ...any) error {
	return Form{field: lang.Said(sentence, args...)}.Err()
}

// FormOf returns what is wrong with each field by an Invalid error, nil for any other.
func FormOf(err error) Form {
	var e *Error
	if errors.As(err, &e) && e.Code == Invalid {
		return e.form
	}
	return nil
}

// Fields maps a form field's name to the sentence shown beside it.
type Fields map[string]string

// FieldsOf returns the field messages of an Invalid error, nil for any other.
func FieldsOf(err error) Fields {
	var e *Error
	if errors.As(err, &e) && e.Code == Invalid {
		return e.Fields
	}
	return nil
}
