-- What a family prints on; '' is as its country does. postgres/0004_paper.up.sql is its twin.
ALTER TABLE families ADD COLUMN paper TEXT NOT NULL DEFAULT '' CHECK (paper IN ('', 'a4', 'letter'));
