package arch

// leaves are what every layer may import; they import nothing but each other.
var leaves = []string{
	"internal/apperr", "internal/calendar", "internal/domain", "internal/keys", "internal/lang", "internal/money", "internal/paths", "internal/text",
}

// may says, for each folder, what of this module it may import beyond the leaves. "/..." at the end of a name means it
// and all below it. A folder that is missing here fails the test: say where it belongs. The most exact name counts.
var may = map[string][]string{
	"cmd/...":             {"..."}, // wires everything
	"migrations":          {},
	"static":              {},
	"internal/apperr":     {},
	"internal/calendar":   {},
	"internal/domain":     {},
	"internal/keys":       {},
	"internal/lang":       {},
	"internal/money":      {},
	"internal/paths":      {},
	"internal/text":       {},
	"internal/arch":       {},
	"internal/config":     {},
	"internal/auth":       {},
	"internal/blobs":      {},
	"internal/event":      {},
	"internal/metadata":   {},
	"internal/picture":    {},
	"internal/model":      {},
	"internal/dto":        {},
	"internal/policy":     {"internal/dto"},
	"internal/database":   {"migrations"},
	"internal/dbtest":     {"internal/database", "migrations"},
	"internal/repository": {"internal/database", "internal/event", "internal/model"},
	"internal/service": {
		"internal/auth", "internal/blobs", "internal/dto", "internal/event", "internal/metadata", "internal/model", "internal/picture",
		"internal/policy", "internal/repository",
	},
	"internal/demo":        {"internal/..."},                                           // serves a command
	"internal/seed":        {"internal/auth", "internal/model", "internal/repository"}, // serves a command
	"internal/bench/...":   {"..."},                                                    // measures the whole program from outside
	"internal/testenv/...": {},
	"internal/fixture":     {"internal/..."}, // for tests
	"internal/worlds":      {"internal/..."}, // for tests
	"views/...":            {"internal/dto", "static", "views/..."},
	"views/layout":         {"internal/dto", "static", "views/ui"},
	"views/ui":             {"internal/dto", "static"},
	"web":                  {"internal/dto", "internal/service", "static", "views/...", "web/..."},
	"web/handler":          {"internal/dto", "internal/service", "static", "views/...", "web/middleware", "web/respond"},
	"web/middleware":       {"internal/auth", "internal/dto", "internal/service"},
	"web/respond":          {"internal/dto", "internal/service", "static", "views/...", "web/middleware"},
	"web/webtest/...":      {"..."}, // tests start the whole program
	"web/browsertest/...":  {"..."},
}

// rule keeps a package from outside this module to the layers that it belongs to.
type rule struct {
	outside string   // the import, with "/..." as above
	in      []string // who may
	why     string
}

var rules = []rule{
	{"gorm.io/...", []string{"internal/repository", "internal/database", "internal/dbtest"}, "GORM stops at the repositories"},
	{"database/sql", []string{"internal/database"}, "queries go through the repositories"},
	{"modernc.org/...", []string{"internal/database"}, "only internal/database knows the drivers"},
	{"github.com/jackc/...", []string{"internal/database"}, "only internal/database knows the drivers"},
	{"github.com/golang-migrate/...", []string{"internal/database"}, "only internal/database migrates"},
	{"github.com/labstack/...", []string{"web/...", "cmd/..."}, "HTTP stays in web"},
	{"github.com/gorilla/...", []string{"web/...", "cmd/..."}, "sessions stay in web"},
	{"github.com/a-h/templ/...", []string{"views/...", "web/..."}, "HTML stays in views"},
	{"gocloud.dev/...", []string{"internal/blobs"}, "only internal/blobs knows where files are kept"},
	{"net/http/...", []string{"web/...", "cmd/...", "internal/metadata", "internal/bench/..."}, "internal knows no HTTP; internal/metadata is the one client"},
	{"html/template", nil, "HTML is made by templ"},
	{"log", nil, "use the *slog.Logger that was handed over"},
	{"unsafe", nil, "not here"},
}
