package paths

// OccasionNext says what next year's occasion would be; a POST there starts it.
func OccasionNext(id string) string { return Occasions.One(id) + "/next" }

// OccasionNextUndo is where a POST takes a start back, of the occasion that was started.
func OccasionNextUndo(id string) string { return OccasionNext(id) + "/undo" }

// GiftDays offers the days on which families of the country usually give; a POST there adds some.
func GiftDays() string { return Occasions.Index() + "/gift-days" }
