-- Comments are found by the words of the index too, as everything else is. sqlite/0006_comment_texts.up.sql is the twin.
DROP INDEX comments_family;
CREATE UNIQUE INDEX comments_family ON comments (family_id, id);

ALTER TABLE texts ADD COLUMN comment_id uuid;
ALTER TABLE texts ADD CONSTRAINT texts_family_id_comment_id_fkey
    FOREIGN KEY (family_id, comment_id) REFERENCES comments (family_id, id) ON DELETE CASCADE;
ALTER TABLE texts DROP CONSTRAINT texts_one_parent;
ALTER TABLE texts ADD CONSTRAINT texts_one_parent CHECK (
    (person_id IS NOT NULL)::int + (occasion_id IS NOT NULL)::int + (list_id IS NOT NULL)::int
    + (gift_id IS NOT NULL)::int + (item_id IS NOT NULL)::int + (comment_id IS NOT NULL)::int = 1);
CREATE UNIQUE INDEX texts_comment ON texts (comment_id) WHERE comment_id IS NOT NULL;

INSERT INTO texts (family_id, comment_id) SELECT family_id, id FROM comments;
