DELETE FROM texts WHERE comment_id IS NOT NULL;
ALTER TABLE texts DROP CONSTRAINT texts_one_parent;
ALTER TABLE texts DROP COLUMN comment_id;
ALTER TABLE texts ADD CONSTRAINT texts_one_parent CHECK (
    (person_id IS NOT NULL)::int + (occasion_id IS NOT NULL)::int + (list_id IS NOT NULL)::int
    + (gift_id IS NOT NULL)::int + (item_id IS NOT NULL)::int = 1);

DROP INDEX comments_family;
CREATE INDEX comments_family ON comments (family_id, id);
