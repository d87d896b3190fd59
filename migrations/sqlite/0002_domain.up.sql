-- What searching, undoing, repeating feasts and withdrawn wishes need. postgres/0002_domain.up.sql is its twin.

-- The words that a thing is found by, folded and split by the program, so that both databases search alike. words and
-- folded are NULL until the program has read a row that is older than this table.
CREATE TABLE texts (
    seq         INTEGER     PRIMARY KEY AUTOINCREMENT, -- the full-text index points here
    family_id   TEXT        NOT NULL REFERENCES families ON DELETE CASCADE,
    person_id   TEXT,
    occasion_id TEXT,
    list_id     TEXT,
    gift_id     TEXT,
    item_id     TEXT,
    words       TEXT,
    folded      TEXT,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, occasion_id) REFERENCES occasions (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, list_id) REFERENCES lists (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, item_id) REFERENCES list_items (family_id, id) ON DELETE CASCADE,
    CONSTRAINT texts_one_parent CHECK (
        (person_id IS NOT NULL) + (occasion_id IS NOT NULL) + (list_id IS NOT NULL)
        + (gift_id IS NOT NULL) + (item_id IS NOT NULL) = 1)
);
CREATE INDEX texts_family ON texts (family_id);
CREATE UNIQUE INDEX texts_person ON texts (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX texts_occasion ON texts (occasion_id) WHERE occasion_id IS NOT NULL;
CREATE UNIQUE INDEX texts_list ON texts (list_id) WHERE list_id IS NOT NULL;
CREATE UNIQUE INDEX texts_gift ON texts (gift_id) WHERE gift_id IS NOT NULL;
CREATE UNIQUE INDEX texts_item ON texts (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX texts_unread ON texts (seq) WHERE words IS NULL;

-- The program hands over words that are split and folded already; 'ascii' leaves them as they are.
CREATE VIRTUAL TABLE text_index USING fts5(words, content='texts', content_rowid='seq', tokenize='ascii', detail='none', columnsize=0, prefix='1 2');
CREATE TRIGGER texts_insert AFTER INSERT ON texts WHEN new.words IS NOT NULL BEGIN
    INSERT INTO text_index (rowid, words) VALUES (new.seq, new.words);
END;
CREATE TRIGGER texts_delete AFTER DELETE ON texts WHEN old.words IS NOT NULL BEGIN
    INSERT INTO text_index (text_index, rowid, words) VALUES ('delete', old.seq, old.words);
END;
-- One trigger for both: of two, SQLite may run the second one first.
CREATE TRIGGER texts_update AFTER UPDATE OF words ON texts BEGIN
    INSERT INTO text_index (text_index, rowid, words) SELECT 'delete', old.seq, old.words WHERE old.words IS NOT NULL;
    INSERT INTO text_index (rowid, words) SELECT new.seq, new.words WHERE new.words IS NOT NULL;
END;

INSERT INTO texts (family_id, person_id) SELECT family_id, id FROM people;
INSERT INTO texts (family_id, occasion_id) SELECT family_id, id FROM occasions;
INSERT INTO texts (family_id, list_id) SELECT family_id, id FROM lists;
INSERT INTO texts (family_id, gift_id) SELECT family_id, id FROM gifts;
INSERT INTO texts (family_id, item_id) SELECT family_id, id FROM list_items;

-- What a person changed, so that they can take it back: how the thing was, and the version that the change made.
-- What was changed at once shares a batch.
CREATE TABLE undo_steps (
    id          TEXT      NOT NULL PRIMARY KEY,
    created_at  TIMESTAMP NOT NULL CHECK (typeof(created_at) = 'integer'),
    family_id   TEXT      NOT NULL REFERENCES families ON DELETE CASCADE,
    actor_id    TEXT      NOT NULL REFERENCES users ON DELETE CASCADE,
    batch_id    TEXT      NOT NULL,
    verb        TEXT      NOT NULL CHECK (verb <> ''),
    entity_type TEXT      NOT NULL,
    entity_id   TEXT      NOT NULL,
    version     INTEGER   NOT NULL CHECK (version >= 1),
    before      TEXT      NOT NULL, -- JSON
    undone_at   TIMESTAMP
);
CREATE INDEX undo_steps_family ON undo_steps (family_id);
CREATE INDEX undo_steps_actor ON undo_steps (actor_id, family_id, id);
CREATE INDEX undo_steps_batch ON undo_steps (batch_id);
CREATE INDEX undo_steps_created ON undo_steps (created_at);

-- What the target changed of a wish while somebody had it in hand: a note for them, on the side of the plan.
ALTER TABLE list_items ADD COLUMN wish_news TEXT NOT NULL DEFAULT '' CHECK (length(wish_news) <= 20000); -- JSON, '' is none

-- The order in which the target sees their wishes. The order of those who plan (position) is theirs alone: what they put
-- first, hidden or not, moves nothing for the target.
ALTER TABLE list_items ADD COLUMN wish_position INTEGER NOT NULL DEFAULT 0;
UPDATE list_items SET wish_position = position;

-- Feasts of the church and the Jewish calendar come again too, and an occasion may carry on another. SQLite cannot
-- change a CHECK: the table is made anew.
CREATE TABLE occasions_new (
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
    recurrence  TEXT             NOT NULL CHECK (recurrence IN ('none', 'yearly', 'weekday_of_month', 'last_weekday',
        'easter', 'orthodox_easter', 'hanukkah')),
    next_on     TEXT             NOT NULL CHECK (next_on IS date(next_on)),
    budget      INTEGER          CHECK (budget BETWEEN 0 AND 10000000000000),
    notes       TEXT             NOT NULL CHECK (length(notes) <= 20000),
    person_id   TEXT,
    follows_id  TEXT             REFERENCES occasions ON DELETE SET NULL, -- the one of the year before
    UNIQUE (family_id, id),
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
);
INSERT INTO occasions_new (id, created_at, updated_at, family_id, version, archived_at, deleted_at, name, name_key, type, date,
    recurrence, next_on, budget, notes, person_id)
SELECT id, created_at, updated_at, family_id, version, archived_at, deleted_at, name, name_key, type, date, recurrence, next_on,
    budget, notes, person_id FROM occasions;
DROP TABLE occasions;
ALTER TABLE occasions_new RENAME TO occasions;
CREATE UNIQUE INDEX occasions_one_birthday ON occasions (person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX occasions_person ON occasions (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX occasions_follows ON occasions (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX occasions_by_next_on ON occasions (family_id, next_on, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_by_name ON occasions (family_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_trash ON occasions (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- A word may stand twice: who types one that others use out of their sight gets a tag of their own. That nobody sees a
-- word twice, the program takes care of.
DROP INDEX tags_name_once;
CREATE INDEX tags_by_name ON tags (family_id, name_key) WHERE deleted_at IS NULL;

-- The feed is read by time: seq must not reach a browser.
CREATE INDEX activities_by_created ON activities (family_id, created_at, id);

-- Gifts without a price come last, whichever way they are sorted.
DROP INDEX gifts_by_price;
CREATE INDEX gifts_by_price ON gifts (family_id, COALESCE(price, 9223372036854775807), id) WHERE deleted_at IS NULL;
CREATE INDEX gifts_by_price_down ON gifts (family_id, COALESCE(price, -1), id) WHERE deleted_at IS NULL;
CREATE INDEX list_items_updated ON list_items (family_id, updated_at, id) WHERE deleted_at IS NULL;

-- The budget that others set for somebody who took themselves off the occasion: it is not theirs to see or to lose, and
-- comes back with them.
CREATE TABLE held_budgets (
    occasion_id TEXT    NOT NULL,
    person_id   TEXT    NOT NULL,
    family_id   TEXT    NOT NULL,
    budget      INTEGER NOT NULL CHECK (budget BETWEEN 0 AND 10000000000000),
    PRIMARY KEY (occasion_id, person_id),
    FOREIGN KEY (family_id, occasion_id) REFERENCES occasions (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX held_budgets_person ON held_budgets (person_id);

-- What the planner is told of the tables that grow: how many rows an index leaves, for a big family. Without it, it
-- takes the items of a family for as few as those of a gift, and reads them all for each gift. ANALYZE makes the table.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('gifts', 'gifts_by_created', '50000 50000 1 1'),
    ('gifts', 'gifts_by_title', '50000 50000 1 1'),
    ('gifts', 'gifts_by_price', '50000 50000 4 1'),
    ('gifts', 'gifts_by_price_down', '50000 50000 4 1'),
    ('gifts', 'gifts_by_canonical_url', '50000 50000 2'),
    ('gifts', 'gifts_created_by', '50000 16000'),
    ('gifts', 'sqlite_autoindex_gifts_1', '50000 1'),
    ('gifts', 'sqlite_autoindex_gifts_2', '50000 50000 1'),
    ('list_items', 'list_items_updated', '60000 60000 1 1'),
    ('list_items', 'list_items_added_by', '60000 20000'),
    ('list_items', 'list_items_buyer', '60000 20000 20000 4000'),
    ('list_items', 'list_items_gift', '60000 2 1'),
    ('list_items', 'list_items_list', '60000 200 50 1 1'),
    ('list_items', 'list_items_gift_once', '60000 200 1'),
    ('list_items', 'sqlite_autoindex_list_items_1', '60000 1'),
    ('list_items', 'sqlite_autoindex_list_items_2', '60000 60000 1'),
    ('lists', 'lists_by_created', '300 300 1 1'),
    ('lists', 'lists_by_updated', '300 300 1 1'),
    ('lists', 'lists_by_name', '300 300 1 1'),
    ('lists', 'lists_target', '300 20'),
    ('lists', 'lists_occasion', '300 20'),
    ('lists', 'lists_owner', '300 100'),
    ('lists', 'sqlite_autoindex_lists_1', '300 1'),
    ('lists', 'sqlite_autoindex_lists_2', '300 300 1'),
    ('texts', 'texts_family', '110000 110000'),
    ('texts', 'texts_person', '100 1'),
    ('texts', 'texts_occasion', '100 1'),
    ('texts', 'texts_list', '300 1'),
    ('texts', 'texts_gift', '50000 1'),
    ('texts', 'texts_item', '60000 1');
