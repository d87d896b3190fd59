DROP TABLE held_budgets;
DROP INDEX activities_by_created;
DROP INDEX list_items_updated;
DROP TABLE texts;
DROP TABLE undo_steps;
ALTER TABLE list_items DROP COLUMN wish_position;
ALTER TABLE list_items DROP COLUMN wish_news;

-- A feast that this version does not know happens once more, on its next day.
UPDATE occasions SET date = next_on, recurrence = 'none' WHERE recurrence IN ('easter', 'orthodox_easter', 'hanukkah');
ALTER TABLE occasions DROP CONSTRAINT occasions_recurrence_check;
ALTER TABLE occasions ADD CONSTRAINT occasions_recurrence_check CHECK (recurrence IN ('none', 'yearly', 'weekday_of_month',
    'last_weekday'));
ALTER TABLE occasions DROP COLUMN follows_id;
