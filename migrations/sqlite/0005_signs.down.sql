-- The program before writes all documents anew.
DROP TRIGGER texts_update;
UPDATE texts SET words = NULL, folded = NULL;
DROP TABLE text_index;
CREATE VIRTUAL TABLE text_index USING fts5(words, content='texts', content_rowid='seq', tokenize='ascii', detail='none', columnsize=0, prefix='1 2');
CREATE TRIGGER texts_update AFTER UPDATE OF words ON texts BEGIN
    INSERT INTO text_index (text_index, rowid, words) SELECT 'delete', old.seq, old.words WHERE old.words IS NOT NULL;
    INSERT INTO text_index (rowid, words) SELECT new.seq, new.words WHERE new.words IS NOT NULL;
END;
