-- The program before writes all documents anew.
ALTER INDEX text_index RESET (fastupdate);
UPDATE texts SET words = NULL, folded = NULL;
