DELETE FROM texts WHERE comment_id IS NOT NULL;

CREATE TABLE texts_old (
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
INSERT INTO texts_old (seq, family_id, person_id, occasion_id, list_id, gift_id, item_id, words, folded) SELECT seq, family_id, person_id, occasion_id, list_id, gift_id, item_id, words, folded FROM texts;
DROP TABLE texts;
ALTER TABLE texts_old RENAME TO texts;
CREATE INDEX texts_family ON texts (family_id);
CREATE UNIQUE INDEX texts_person ON texts (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX texts_occasion ON texts (occasion_id) WHERE occasion_id IS NOT NULL;
CREATE UNIQUE INDEX texts_list ON texts (list_id) WHERE list_id IS NOT NULL;
CREATE UNIQUE INDEX texts_gift ON texts (gift_id) WHERE gift_id IS NOT NULL;
CREATE UNIQUE INDEX texts_item ON texts (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX texts_unread ON texts (seq) WHERE words IS NULL;
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
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('texts', 'texts_family', '110000 110000'),
    ('texts', 'texts_person', '100 1'),
    ('texts', 'texts_occasion', '100 1'),
    ('texts', 'texts_list', '300 1'),
    ('texts', 'texts_gift', '50000 1'),
    ('texts', 'texts_item', '60000 1');

DROP INDEX comments_family;
CREATE INDEX comments_family ON comments (family_id, id);
