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
DELETE FROM sqlite_stat1;
DROP INDEX list_items_updated;
DROP INDEX gifts_by_price_down;
DROP INDEX gifts_by_price;
CREATE INDEX gifts_by_price ON gifts (family_id, price, id) WHERE deleted_at IS NULL;
DROP TABLE text_index;
DROP TABLE texts;
DROP TABLE undo_steps;
ALTER TABLE list_items DROP COLUMN wish_position;
ALTER TABLE list_items DROP COLUMN wish_news;

CREATE TABLE occasions_old (
    id          TEXT             NOT NULL PRIMARY KEY,
    created_at  TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at  TIMESTAMP        NOT NULL,
    family_id   TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version     INTEGER          NOT NULL CHECK (version >= 1),
    archived_at TIMESTAMP,
    deleted_at  TIMESTAMP,
    name        TEXT             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_key    TEXT             NOT NULL CHECK (length(name_key) <= 500),
    type        TEXT             NOT NULL CHECK (type IN ('christmas', 'birthday', 'anniversary', 'holiday', 'other')),
    date        TEXT             NOT NULL CHECK (date IS date(date)),
    recurrence  TEXT             NOT NULL CHECK (recurrence IN ('none', 'yearly', 'weekday_of_month', 'last_weekday')),
    next_on     TEXT             NOT NULL CHECK (next_on IS date(next_on)),
    budget      INTEGER          CHECK (budget BETWEEN 0 AND 10000000000000),
    notes       TEXT             NOT NULL CHECK (length(notes) <= 20000),
    person_id   TEXT,
    UNIQUE (family_id, id),
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
);
-- A feast that this version does not know happens once more, on its next day.
INSERT INTO occasions_old
SELECT id, created_at, updated_at, family_id, version, archived_at, deleted_at, name, name_key, type,
    CASE WHEN recurrence IN ('easter', 'orthodox_easter', 'hanukkah') THEN next_on ELSE date END,
    CASE WHEN recurrence IN ('easter', 'orthodox_easter', 'hanukkah') THEN 'none' ELSE recurrence END,
    next_on, budget, notes, person_id FROM occasions;
DROP TABLE occasions;
ALTER TABLE occasions_old RENAME TO occasions;
CREATE UNIQUE INDEX occasions_one_birthday ON occasions (person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX occasions_person ON occasions (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX occasions_by_next_on ON occasions (family_id, next_on, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_by_name ON occasions (family_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_trash ON occasions (family_id, deleted_at) WHERE deleted_at IS NOT NULL;
