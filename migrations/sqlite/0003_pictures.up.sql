-- Pictures of gifts and people. The files are kept elsewhere, under file_key; postgres/0003_pictures.up.sql is the twin.
CREATE TABLE pictures (
    id             TEXT      NOT NULL PRIMARY KEY,
    created_at     TIMESTAMP NOT NULL CHECK (typeof(created_at) = 'integer'),
    family_id      TEXT      NOT NULL REFERENCES families ON DELETE CASCADE,
    gift_id        TEXT,
    person_id      TEXT,
    file_key       TEXT      NOT NULL UNIQUE CHECK (length(file_key) BETWEEN 1 AND 100),
    width          INTEGER   NOT NULL CHECK (width >= 1),  -- of the large one, in pixels
    height         INTEGER   NOT NULL CHECK (height >= 1),
    content_type   TEXT      NOT NULL CHECK (content_type IN ('image/jpeg', 'image/png')),
    bytes          INTEGER   NOT NULL CHECK (bytes >= 1), -- of both sizes
    source_url     TEXT      NOT NULL CHECK (length(source_url) <= 4096), -- where it was fetched; '' was sent as a file
    uploaded_by_id TEXT      REFERENCES users ON DELETE SET NULL,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE,
    CONSTRAINT pictures_one_parent CHECK ((gift_id IS NULL) <> (person_id IS NULL))
);
CREATE INDEX pictures_family ON pictures (family_id);
CREATE INDEX pictures_uploaded_by ON pictures (uploaded_by_id) WHERE uploaded_by_id IS NOT NULL;
CREATE UNIQUE INDEX pictures_gift ON pictures (gift_id) WHERE gift_id IS NOT NULL;
CREATE UNIQUE INDEX pictures_person ON pictures (person_id) WHERE person_id IS NOT NULL;
