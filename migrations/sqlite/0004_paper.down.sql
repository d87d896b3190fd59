ALTER TABLE families DROP COLUMN paper;
