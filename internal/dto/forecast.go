package dto

// Forecast is what the budgets of a list's occasion come to if a gift is bought that is being put on it, or changed there.
// It warns and refuses nothing.
type Forecast struct {
	Priced  bool          // the gift has a price that counts; else it is how things stand
	Budgets []BudgetSoFar // the person's first, then the occasion's; none where there is no budget, or none to be seen
	Foreign string        // the currency of a price that no budget counts; "" for none
	Home    string        // the currency that the budgets count
}

// BudgetSoFar is a budget and what is committed of it, in the home currency.
type BudgetSoFar struct {
	Of      string // the person, or the occasion
	Comes   Money
	Budget  Money
	Percent string // as the family writes it; "" for a budget of zero
	Level   Level
}
