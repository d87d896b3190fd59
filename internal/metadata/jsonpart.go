package metadata

import (
	"encoding/json"
	"errors"
	"strings"
)

// decodePart reads as much of a broken text as comes before the break.
func decodePart(text string) []any {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var values []any
	for {
		value, err := readPart(decoder, 0)
		if value != nil {
			values = append(values, value)
		}
		if err != nil {
			return values
		}
	}
}

var errDeep = errors.New("nested too deeply")

// readPart reads a value; with an error it gives the part before that.
func readPart(decoder *json.Decoder, depth int) (any, error) {
	token, err := decoder.Token()
	if err == nil && depth > maxDepth {
		err = errDeep
	}
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		return readObject(decoder, depth)
	case json.Delim('['):
		return readList(decoder, depth)
	}
	return token, nil
}

func readObject(decoder *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return object, err
		}
		value, err := readPart(decoder, depth+1)
		if key, ok := name.(string); ok && value != nil {
			object[key] = value
		}
		if err != nil {
			return object, err
		}
	}
	_, err := decoder.Token()
	return object, err
}

func readList(decoder *json.Decoder, depth int) (any, error) {
	var list []any
	for decoder.More() {
		value, err := readPart(decoder, depth+1)
		if value != nil {
			list = append(list, value)
		}
		if err != nil {
			return list, err
		}
	}
	_, err := decoder.Token()
	return list, err
}
