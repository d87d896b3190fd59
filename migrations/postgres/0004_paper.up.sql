-- What a family prints on; '' is as its country does. sqlite/0004_paper.up.sql is its twin.
ALTER TABLE families ADD COLUMN paper text NOT NULL DEFAULT '' CHECK (paper IN ('', 'a4', 'letter'));
