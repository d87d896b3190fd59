package respond

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/money"
)

// byteOrderMark tells Excel that a table is UTF-8.
const byteOrderMark = "\ufeff"

// Table writes rows as a CSV file, called name and a day. Where people write a decimal comma, their programs take the
// semicolon between the cells.
func (r Responder) Table(c *echo.Context, v domain.Viewer, name string, rows [][]string) error {
	private(c)
	body := bytes.NewBufferString(byteOrderMark)
	w := csv.NewWriter(body)
	w.UseCRLF = true
	if strings.Contains(money.Input(money.Amount{Minor: 1, Currency: "EUR"}, v.Locale), ",") {
		w.Comma = ';'
	}
	for _, row := range rows {
		if err := w.Write(harmless(row)); err != nil {
			return err
		}
	}
	w.Flush()
	c.Response().Header().Set("Content-Disposition", `attachment; filename="`+fileName(name)+`.csv"`)
	return c.Blob(http.StatusOK, "text/csv; charset=utf-8; header=present", body.Bytes())
}

// harmless are cells of which none is a formula to a spreadsheet: what begins like one begins with an apostrophe (OWASP).
func harmless(row []string) []string {
	cells := make([]string, len(row))
	for i, cell := range row {
		if strings.HasPrefix(strings.TrimLeft(cell, " \u00a0"), "=") || cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0]) {
			cell = "'" + cell
		}
		cells[i] = cell
	}
	return cells
}

// maxFileName is the most letters of a name that a file keeps.
const maxFileName = 60

// fileName keeps the letters and digits that every system takes, and puts hyphens between the words.
func fileName(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	joined := strings.Join(words, "-")
	return "kinlist-" + strings.Trim(joined[:min(len(joined), maxFileName)], "-")
}
