-- The whole schema of Kinlist. postgres/0001_initial.up.sql is its twin: a change goes into both, and tests compare them.
--
-- Conventions
--   * Every row belongs to one family. Rows point at each other by (family_id, x_id), so that the database itself
--     refuses what crosses from one family to another. Two kinds of key do not: those that are set to NULL (SQLite
--     would clear family_id too) and those of gift_tags and person_tags, which have no family of their own.
--   * A row with such a key needs no key of its own to families: it goes when what it hangs on goes.
--   * ON DELETE speaks of purging; the trash is deleted_at. What makes no sense without its parent goes with it
--     (CASCADE), what does loses the pointer (SET NULL). Users cannot be deleted while they own or wrote something
--     (RESTRICT).
--   * Times are microseconds since 1970. The word TIMESTAMP tells the driver so; created_at is checked, because a time
--     that got in as text would sort after all others. Calendar dates are text, as in 2006-01-02.
--   * Columns that end in _key are folded for comparing and sorting, by bytes.
--   * Amounts are minor units, at most 10^13: sums of them times the quantity stay within 64 bits.
--   * An index without a WHERE also serves the foreign key; the others serve pages, which leave the trash out.

CREATE TABLE families (
    id         TEXT        NOT NULL PRIMARY KEY,
    created_at TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at TIMESTAMP   NOT NULL,
    name       TEXT        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    currency   TEXT        NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    locale     TEXT        NOT NULL CHECK (length(locale) BETWEEN 2 AND 35),
    time_zone  TEXT        NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
    version    INTEGER     NOT NULL CHECK (version >= 1)
);

CREATE TABLE users (
    id            TEXT             NOT NULL PRIMARY KEY,
    created_at    TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at    TIMESTAMP        NOT NULL,
    name          TEXT             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email         TEXT             NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
    email_key     TEXT             NOT NULL CHECK (email_key <> ''),
    password_hash TEXT             NOT NULL,
    avatar_url    TEXT             NOT NULL CHECK (length(avatar_url) <= 4096),
    settings      TEXT             NOT NULL, -- JSON
    version       INTEGER          NOT NULL CHECK (version >= 1)
);
CREATE UNIQUE INDEX users_email_key ON users (email_key);

CREATE TABLE memberships (
    id         TEXT        NOT NULL PRIMARY KEY,
    created_at TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at TIMESTAMP   NOT NULL,
    user_id    TEXT        NOT NULL REFERENCES users ON DELETE CASCADE,
    family_id  TEXT        NOT NULL REFERENCES families ON DELETE CASCADE,
    role       TEXT        NOT NULL CHECK (role IN ('admin', 'member', 'guest')),
    UNIQUE (user_id, family_id)
);
CREATE INDEX memberships_family ON memberships (family_id);

-- A session belongs to a membership: whoever leaves a family is signed out of it.
CREATE TABLE sessions (
    id           TEXT        NOT NULL PRIMARY KEY,
    token_hash   TEXT        NOT NULL CHECK (token_hash <> ''),
    user_id      TEXT        NOT NULL,
    family_id    TEXT        NOT NULL,
    user_agent   TEXT        NOT NULL,
    address      TEXT        NOT NULL,
    created_at   TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    last_seen_at TIMESTAMP   NOT NULL,
    expires_at   TIMESTAMP   NOT NULL,
    FOREIGN KEY (user_id, family_id) REFERENCES memberships (user_id, family_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash);
CREATE INDEX sessions_member ON sessions (user_id, family_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

-- An invitation is void without the person who vouches for it, a reset link without the admin who made it.
CREATE TABLE invitations (
    id            TEXT        NOT NULL PRIMARY KEY,
    created_at    TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at    TIMESTAMP   NOT NULL,
    token_hash    TEXT        NOT NULL CHECK (token_hash <> ''),
    family_id     TEXT        NOT NULL REFERENCES families ON DELETE CASCADE,
    email         TEXT        NOT NULL CHECK (length(email) <= 320),
    role          TEXT        NOT NULL CHECK (role IN ('admin', 'member', 'guest')),
    invited_by_id TEXT        NOT NULL REFERENCES users ON DELETE CASCADE,
    expires_at    TIMESTAMP   NOT NULL,
    used_at       TIMESTAMP
);
CREATE UNIQUE INDEX invitations_token_hash ON invitations (token_hash);
CREATE INDEX invitations_family ON invitations (family_id, created_at);
CREATE INDEX invitations_invited_by ON invitations (invited_by_id);

CREATE TABLE password_resets (
    id            TEXT        NOT NULL PRIMARY KEY,
    created_at    TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at    TIMESTAMP   NOT NULL,
    token_hash    TEXT        NOT NULL CHECK (token_hash <> ''),
    user_id       TEXT        NOT NULL REFERENCES users ON DELETE CASCADE,
    created_by_id TEXT        NOT NULL REFERENCES users ON DELETE CASCADE,
    expires_at    TIMESTAMP   NOT NULL,
    used_at       TIMESTAMP
);
CREATE UNIQUE INDEX password_resets_token_hash ON password_resets (token_hash);
CREATE INDEX password_resets_user ON password_resets (user_id);
CREATE INDEX password_resets_created_by ON password_resets (created_by_id);

CREATE TABLE people (
    id           TEXT             NOT NULL PRIMARY KEY,
    created_at   TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at   TIMESTAMP        NOT NULL,
    family_id    TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version      INTEGER          NOT NULL CHECK (version >= 1),
    archived_at  TIMESTAMP,
    deleted_at   TIMESTAMP,
    display_name TEXT             NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    name_key     TEXT             NOT NULL CHECK (length(name_key) <= 500),
    legal_name   TEXT             NOT NULL CHECK (length(legal_name) <= 200),
    relationship TEXT             NOT NULL CHECK (relationship IN ('spouse', 'partner', 'child', 'parent', 'sibling',
        'grandparent', 'grandchild', 'extended', 'friend', 'pet', 'other')),
    birth_day    INTEGER,
    birth_month  INTEGER,
    birth_year   INTEGER,
    notes        TEXT             NOT NULL CHECK (length(notes) <= 20000),
    interests    TEXT, -- JSON; no entry is NULL
    sizes        TEXT, -- JSON; no entry is NULL
    constraints  TEXT             NOT NULL CHECK (length(constraints) <= 20000),
    photo_url    TEXT             NOT NULL CHECK (length(photo_url) <= 4096),
    user_id      TEXT             REFERENCES users ON DELETE SET NULL,
    UNIQUE (family_id, id),
    CONSTRAINT people_birthday CHECK (
        (birth_day IS NULL) = (birth_month IS NULL)
        AND birth_month BETWEEN 1 AND 12
        AND birth_day BETWEEN 1 AND CASE WHEN birth_month = 2 THEN 29 WHEN birth_month IN (4, 6, 9, 11) THEN 30 ELSE 31 END),
    CONSTRAINT people_birth_year CHECK (birth_year IS NULL OR (birth_day IS NOT NULL AND birth_year BETWEEN 1 AND 9999))
);
CREATE UNIQUE INDEX people_one_per_user ON people (family_id, user_id) WHERE user_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX people_user ON people (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX people_by_name ON people (family_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX people_trash ON people (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- A birthday goes with the person whose it is. The lists of other people for that day lose the occasion and stay.
CREATE TABLE occasions (
    id          TEXT             NOT NULL PRIMARY KEY,
    created_at  TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at  TIMESTAMP        NOT NULL,
    family_id   TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version     INTEGER          NOT NULL CHECK (version >= 1),
    archived_at TIMESTAMP,
    deleted_at  TIMESTAMP,
    name        TEXT             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_key    TEXT             NOT NULL CHECK (length(name_key) <= 500),
    type        TEXT             NOT NULL CHECK (type IN ('christmas', 'birthday', 'anniversary', 'holiday', 'other')),
    date        TEXT             NOT NULL CHECK (date IS date(date)),
    recurrence  TEXT             NOT NULL CHECK (recurrence IN ('none', 'yearly', 'weekday_of_month', 'last_weekday')),
    next_on     TEXT             NOT NULL CHECK (next_on IS date(next_on)),
    budget      INTEGER          CHECK (budget BETWEEN 0 AND 10000000000000),
    notes       TEXT             NOT NULL CHECK (length(notes) <= 20000),
    person_id   TEXT,
    UNIQUE (family_id, id),
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX occasions_one_birthday ON occasions (person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX occasions_person ON occasions (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX occasions_by_next_on ON occasions (family_id, next_on, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_by_name ON occasions (family_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX occasions_trash ON occasions (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE occasion_people (
    occasion_id TEXT   NOT NULL,
    person_id   TEXT   NOT NULL,
    family_id   TEXT   NOT NULL,
    budget      INTEGER CHECK (budget BETWEEN 0 AND 10000000000000),
    PRIMARY KEY (occasion_id, person_id),
    FOREIGN KEY (family_id, occasion_id) REFERENCES occasions (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX occasion_people_person ON occasion_people (person_id);

-- Purging a person takes the lists for them along. Purging an occasion leaves a list that is not itself in the trash
-- with its person and without the occasion.
CREATE TABLE lists (
    id               TEXT             NOT NULL PRIMARY KEY,
    created_at       TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at       TIMESTAMP        NOT NULL,
    family_id        TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version          INTEGER          NOT NULL CHECK (version >= 1),
    archived_at      TIMESTAMP,
    deleted_at       TIMESTAMP,
    name             TEXT             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_key         TEXT             NOT NULL CHECK (length(name_key) <= 500),
    type             TEXT             NOT NULL CHECK (type IN ('gift', 'idea', 'wishlist')),
    owner_id         TEXT             NOT NULL REFERENCES users ON DELETE RESTRICT,
    target_person_id TEXT,
    occasion_id      TEXT             REFERENCES occasions ON DELETE SET NULL,
    visibility       TEXT             NOT NULL CHECK (visibility IN ('family', 'owner', 'hidden_from_target')),
    notes            TEXT             NOT NULL CHECK (length(notes) <= 20000),
    inbox            BOOLEAN          NOT NULL CHECK (inbox IN (0, 1)),
    UNIQUE (family_id, id),
    FOREIGN KEY (family_id, target_person_id) REFERENCES people (family_id, id) ON DELETE CASCADE,
    CONSTRAINT lists_inbox CHECK (NOT inbox
        OR (type = 'idea' AND target_person_id IS NULL AND occasion_id IS NULL AND deleted_at IS NULL))
);
CREATE UNIQUE INDEX lists_one_inbox ON lists (family_id) WHERE inbox;
CREATE INDEX lists_owner ON lists (owner_id);
CREATE INDEX lists_target ON lists (target_person_id) WHERE target_person_id IS NOT NULL;
CREATE INDEX lists_occasion ON lists (occasion_id) WHERE occasion_id IS NOT NULL;
CREATE INDEX lists_by_created ON lists (family_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lists_by_updated ON lists (family_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX lists_by_name ON lists (family_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX lists_trash ON lists (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- canonical_url and title_key are short enough for an entry of a B-tree.
CREATE TABLE gifts (
    id            TEXT             NOT NULL PRIMARY KEY,
    created_at    TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at    TIMESTAMP        NOT NULL,
    family_id     TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version       INTEGER          NOT NULL CHECK (version >= 1),
    archived_at   TIMESTAMP,
    deleted_at    TIMESTAMP,
    title         TEXT             NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    title_key     TEXT             NOT NULL CHECK (length(title_key) <= 500),
    description   TEXT             NOT NULL CHECK (length(description) <= 20000),
    link          TEXT             NOT NULL CHECK (length(link) <= 4096),
    canonical_url TEXT             NOT NULL CHECK (length(CAST(canonical_url AS BLOB)) <= 2000),
    links         TEXT, -- JSON; no entry is NULL
    image_url     TEXT             NOT NULL CHECK (length(image_url) <= 4096),
    price         INTEGER          CHECK (price BETWEEN 0 AND 10000000000000),
    currency      TEXT             NOT NULL,
    source        TEXT             NOT NULL CHECK (length(source) <= 300),
    created_by_id TEXT             NOT NULL REFERENCES users ON DELETE RESTRICT,
    metadata      TEXT             NOT NULL, -- JSON
    UNIQUE (family_id, id),
    CONSTRAINT gifts_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]' OR (currency = '' AND price IS NULL))
);
CREATE INDEX gifts_created_by ON gifts (created_by_id);
CREATE INDEX gifts_by_created ON gifts (family_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX gifts_by_title ON gifts (family_id, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX gifts_by_price ON gifts (family_id, price, id) WHERE deleted_at IS NULL;
CREATE INDEX gifts_by_canonical_url ON gifts (family_id, canonical_url) WHERE deleted_at IS NULL;
CREATE INDEX gifts_trash ON gifts (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE list_items (
    id              TEXT        NOT NULL PRIMARY KEY,
    created_at      TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at      TIMESTAMP   NOT NULL,
    family_id       TEXT        NOT NULL,
    version         INTEGER     NOT NULL CHECK (version >= 1),
    archived_at     TIMESTAMP,
    deleted_at      TIMESTAMP,
    list_id         TEXT        NOT NULL,
    gift_id         TEXT        NOT NULL,
    position        INTEGER     NOT NULL,
    privacy         TEXT        NOT NULL CHECK (privacy IN ('shared', 'hidden_from_target')),
    added_by_id     TEXT        NOT NULL REFERENCES users ON DELETE RESTRICT,
    quantity        INTEGER     NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    priority        TEXT        NOT NULL CHECK (priority IN ('normal', 'high', 'must')),
    wish_notes      TEXT        NOT NULL CHECK (length(wish_notes) <= 20000),
    wish_version    INTEGER     NOT NULL CHECK (wish_version >= 1),
    wish_updated_at TIMESTAMP   NOT NULL,
    withdrawn_at    TIMESTAMP,
    status          TEXT        NOT NULL CHECK (status IN ('idea', 'shortlisted', 'buying', 'ordered', 'delivered',
        'wrapped', 'gifted', 'dropped')),
    buyer_id        TEXT        REFERENCES users ON DELETE SET NULL,
    currency        TEXT        NOT NULL,
    planned_price   INTEGER     CHECK (planned_price BETWEEN 0 AND 10000000000000),
    actual_price    INTEGER     CHECK (actual_price BETWEEN 0 AND 10000000000000),
    gifted_on       TEXT        CHECK (gifted_on IS date(gifted_on)),
    notes           TEXT        NOT NULL CHECK (length(notes) <= 20000),
    UNIQUE (family_id, id),
    FOREIGN KEY (family_id, list_id) REFERENCES lists (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    CONSTRAINT list_items_currency CHECK (currency GLOB '[A-Z][A-Z][A-Z]'
        OR (currency = '' AND planned_price IS NULL AND actual_price IS NULL)),
    CONSTRAINT list_items_gifted_on CHECK ((status = 'gifted') = (gifted_on IS NOT NULL))
);
CREATE UNIQUE INDEX list_items_gift_once ON list_items (list_id, gift_id) WHERE deleted_at IS NULL;
CREATE INDEX list_items_list ON list_items (list_id, status, position, id);
CREATE INDEX list_items_gift ON list_items (gift_id, list_id);
CREATE INDEX list_items_buyer ON list_items (buyer_id, family_id, status) WHERE buyer_id IS NOT NULL;
CREATE INDEX list_items_added_by ON list_items (added_by_id);
CREATE INDEX list_items_trash ON list_items (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- The history of an item names who made it, so its actor stays; the buyers that it speaks of may go.
CREATE TABLE status_changes (
    id             TEXT        NOT NULL PRIMARY KEY,
    family_id      TEXT        NOT NULL,
    item_id        TEXT        NOT NULL,
    actor_id       TEXT        NOT NULL REFERENCES users ON DELETE RESTRICT,
    from_status    TEXT        NOT NULL CHECK (from_status IN ('idea', 'shortlisted', 'buying', 'ordered', 'delivered',
        'wrapped', 'gifted', 'dropped')),
    to_status      TEXT        NOT NULL CHECK (to_status IN ('idea', 'shortlisted', 'buying', 'ordered', 'delivered',
        'wrapped', 'gifted', 'dropped')),
    from_buyer_id  TEXT        REFERENCES users ON DELETE SET NULL,
    to_buyer_id    TEXT        REFERENCES users ON DELETE SET NULL,
    from_gifted_on TEXT        CHECK (from_gifted_on IS date(from_gifted_on)),
    item_version   INTEGER     NOT NULL CHECK (item_version >= 1),
    undo           BOOLEAN     NOT NULL CHECK (undo IN (0, 1)),
    created_at     TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    FOREIGN KEY (family_id, item_id) REFERENCES list_items (family_id, id) ON DELETE CASCADE
);
CREATE INDEX status_changes_item ON status_changes (item_id, id);
CREATE INDEX status_changes_actor ON status_changes (actor_id);
CREATE INDEX status_changes_from_buyer ON status_changes (from_buyer_id) WHERE from_buyer_id IS NOT NULL;
CREATE INDEX status_changes_to_buyer ON status_changes (to_buyer_id) WHERE to_buyer_id IS NOT NULL;

CREATE TABLE tags (
    id            TEXT             NOT NULL PRIMARY KEY,
    created_at    TIMESTAMP        NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at    TIMESTAMP        NOT NULL,
    family_id     TEXT             NOT NULL REFERENCES families ON DELETE CASCADE,
    version       INTEGER          NOT NULL CHECK (version >= 1),
    archived_at   TIMESTAMP,
    deleted_at    TIMESTAMP,
    name          TEXT             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_key      TEXT             NOT NULL CHECK (length(name_key) BETWEEN 1 AND 500),
    type          TEXT             NOT NULL CHECK (type IN ('interest', 'occasion', 'mood', 'budget', 'custom')),
    color         TEXT             NOT NULL CHECK (length(color) <= 32),
    description   TEXT             NOT NULL CHECK (length(description) <= 20000),
    created_by_id TEXT             NOT NULL REFERENCES users ON DELETE RESTRICT
);
CREATE INDEX tags_family ON tags (family_id);
CREATE INDEX tags_created_by ON tags (created_by_id);
CREATE UNIQUE INDEX tags_name_once ON tags (family_id, name_key) WHERE deleted_at IS NULL;
CREATE INDEX tags_trash ON tags (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE gift_tags (
    gift_id TEXT NOT NULL REFERENCES gifts ON DELETE CASCADE,
    tag_id  TEXT NOT NULL REFERENCES tags ON DELETE CASCADE,
    PRIMARY KEY (gift_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX gift_tags_tag ON gift_tags (tag_id, gift_id);

CREATE TABLE person_tags (
    person_id TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    tag_id    TEXT NOT NULL REFERENCES tags ON DELETE CASCADE,
    PRIMARY KEY (person_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX person_tags_tag ON person_tags (tag_id, person_id);

CREATE TABLE comments (
    id             TEXT        NOT NULL PRIMARY KEY,
    created_at     TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    updated_at     TIMESTAMP   NOT NULL,
    family_id      TEXT        NOT NULL REFERENCES families ON DELETE CASCADE,
    version        INTEGER     NOT NULL CHECK (version >= 1),
    archived_at    TIMESTAMP,
    deleted_at     TIMESTAMP,
    person_id      TEXT,
    occasion_id    TEXT,
    list_id        TEXT,
    gift_id        TEXT,
    item_id        TEXT,
    author_id      TEXT        NOT NULL REFERENCES users ON DELETE RESTRICT,
    body           TEXT        NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    edited_at      TIMESTAMP,
    resolved_at    TIMESTAMP,
    resolved_by_id TEXT        REFERENCES users ON DELETE SET NULL,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, occasion_id) REFERENCES occasions (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, list_id) REFERENCES lists (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, item_id) REFERENCES list_items (family_id, id) ON DELETE CASCADE,
    CONSTRAINT comments_one_parent CHECK (
        (person_id IS NOT NULL) + (occasion_id IS NOT NULL) + (list_id IS NOT NULL)
        + (gift_id IS NOT NULL) + (item_id IS NOT NULL) = 1)
);
CREATE INDEX comments_family ON comments (family_id, id);
CREATE INDEX comments_person ON comments (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX comments_occasion ON comments (occasion_id, id) WHERE occasion_id IS NOT NULL;
CREATE INDEX comments_list ON comments (list_id, id) WHERE list_id IS NOT NULL;
CREATE INDEX comments_gift ON comments (gift_id, id) WHERE gift_id IS NOT NULL;
CREATE INDEX comments_item ON comments (item_id, id) WHERE item_id IS NOT NULL;
CREATE INDEX comments_author ON comments (author_id);
CREATE INDEX comments_resolved_by ON comments (resolved_by_id) WHERE resolved_by_id IS NOT NULL;
CREATE INDEX comments_trash ON comments (family_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE comment_mentions (
    comment_id TEXT NOT NULL REFERENCES comments ON DELETE CASCADE,
    user_id    TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (comment_id, user_id)
) WITHOUT ROWID;
CREATE INDEX comment_mentions_user ON comment_mentions (user_id);

-- Verbs grow with the program and SQLite cannot change a CHECK, so only internal/domain lists them.
-- seq only ever grows, also after the newest rows are purged: a stream that reconnects asks for what came after one.
CREATE TABLE activities (
    seq         INTEGER     PRIMARY KEY AUTOINCREMENT,
    id          TEXT        NOT NULL,
    family_id   TEXT        NOT NULL REFERENCES families ON DELETE CASCADE,
    actor_id    TEXT        REFERENCES users ON DELETE SET NULL,
    verb        TEXT        NOT NULL CHECK (verb <> ''),
    entity_type TEXT        NOT NULL CHECK (entity_type IN ('family', 'person', 'occasion', 'list', 'gift', 'list_item',
        'tag', 'comment')),
    entity_id   TEXT        NOT NULL,
    list_id     TEXT,
    item_id     TEXT,
    gift_id     TEXT,
    person_id   TEXT,
    payload     TEXT        NOT NULL, -- JSON
    created_at  TIMESTAMP   NOT NULL CHECK (typeof(created_at) = 'integer'),
    FOREIGN KEY (family_id, list_id) REFERENCES lists (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, item_id) REFERENCES list_items (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, gift_id) REFERENCES gifts (family_id, id) ON DELETE CASCADE,
    FOREIGN KEY (family_id, person_id) REFERENCES people (family_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX activities_id ON activities (id);
CREATE INDEX activities_family ON activities (family_id, seq);
CREATE INDEX activities_entity_type ON activities (family_id, entity_type, seq);
CREATE INDEX activities_entity ON activities (entity_id, seq);
CREATE INDEX activities_actor ON activities (actor_id, seq) WHERE actor_id IS NOT NULL;
CREATE INDEX activities_list ON activities (list_id, seq) WHERE list_id IS NOT NULL;
CREATE INDEX activities_item ON activities (item_id, seq) WHERE item_id IS NOT NULL;
CREATE INDEX activities_gift ON activities (gift_id, seq) WHERE gift_id IS NOT NULL;
CREATE INDEX activities_person ON activities (person_id, seq) WHERE person_id IS NOT NULL;
