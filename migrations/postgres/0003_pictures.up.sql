-- Pictures of gifts and people. The files are kept elsewhere, under file_key; sqlite/0003_pictures.up.sql is the twin.
CREATE TABLE pictures (
    id             uuid        PRIMARY KEY,
    created_at     timestamptz NOT NULL,
    family_id      uuid        NOT NULL REFERENCES families ON DELETE CASCADE,
    gift_id        uuid,
    person_id      uuid,
    file_key       text        NOT NULL UNIQUE CHECK (char_length(file_key) BETWEEN 1 AND 100),
    width          bigint      NOT NULL CHECK (width >= 1),  -- of the large one, in pixels
    height         bigint      NOT NULL CHECK (height >= 1),
    content_type   text        NOT NULL CHECK (content_type IN ('image/jpeg', 'image/png')),
    bytes          bigint      NOT NULL CHECK (bytes >= 1), -- of both sizes
    source_url     text        NOT NULL CHECK (char_length(source_url) <= 4096), -- where it was fetched; '' was sent as a file
    uploaded_by_id uuid        REFERENCES users ON DELETE SET NULL,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE,
    CONSTRAINT pictures_one_parent CHECK ((gift_id IS NULL) <> (person_id IS NULL))
);
CREATE INDEX pictures_family ON pictures (family_id);
CREATE INDEX pictures_uploaded_by ON pictures (uploaded_by_id) WHERE uploaded_by_id IS NOT NULL;
CREATE UNIQUE INDEX pictures_gift ON pictures (gift_id) WHERE gift_id IS NOT NULL;
CREATE UNIQUE INDEX pictures_person ON pictures (person_id) WHERE person_id IS NOT NULL;
