DROP TABLE held_budgets;
-- Each word once again: the oldest tag of a name takes the others' uses.
CREATE TEMPORARY TABLE same_tags AS SELECT tags.id, (SELECT first.id FROM tags AS first WHERE first.family_id = tags.family_id
    AND first.name_key = tags.name_key AND first.deleted_at IS NULL ORDER BY first.created_at, first.id LIMIT 1) AS first_id
    FROM tags WHERE tags.deleted_at IS NULL;
INSERT INTO gift_tags (gift_id, tag_id) SELECT gift_tags.gift_id, same_tags.first_id FROM gift_tags
    JOIN same_tags ON same_tags.id = gift_tags.tag_id WHERE same_tags.id <> same_tags.first_id ON CONFLICT DO NOTHING;
INSERT INTO person_tags (person_id, tag_id) SELECT person_tags.person_id, same_tags.first_id FROM person_tags
    JOIN same_tags ON same_tags.id = person_tags.tag_id WHERE same_tags.id <> same_tags.first_id ON CONFLICT DO NOTHING;
DELETE FROM tags WHERE id IN (SELECT id FROM same_tags WHERE id <> first_id);
DROP TABLE same_tags;
DROP INDEX tags_by_name;
CREATE UNIQUE INDEX tags_name_once ON tags (family_id, name_key) WHERE deleted_at IS NULL;
DROP INDEX activities_by_created;
DROP INDEX list_items_updated;
DROP INDEX gifts_by_price_down;
DROP INDEX gifts_by_price;
CREATE INDEX gifts_by_price ON gifts (family_id, price, id) WHERE deleted_at IS NULL;
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
