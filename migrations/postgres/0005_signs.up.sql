-- Signs are found by the index too: the program writes all documents anew. New words go into the index at once; else each
-- search would read through those that wait to be put in order. sqlite/0005_signs.up.sql is the twin.
ALTER INDEX text_index SET (fastupdate = off);
SELECT gin_clean_pending_list('text_index');
UPDATE texts SET words = NULL, folded = NULL;
