-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What SQLite comes to by its migrations up to this number; from here each has its counterpart here, and a test compares the outcomes.
-- Ids are made by the application; moments are milliseconds since 1970-01-01T00:00:00Z; binary values are exact; 1 and 0 are true and false.

CREATE TABLE certificate (
  sha256      TEXT    PRIMARY KEY,
  der         BYTEA  NOT NULL,
  authority   TEXT    NOT NULL,
  serial      TEXT    NOT NULL,
  key_id      TEXT    NOT NULL UNIQUE,  -- one certificate per key
  holder      TEXT    NOT NULL,
  application TEXT    UNIQUE,           -- one certificate per application
  replace     INTEGER NOT NULL,
  renewed_by  TEXT    REFERENCES certificate (sha256),
  revoked     BIGINT,
  reason      INTEGER,
  UNIQUE (authority, serial)
);
CREATE INDEX certificate_holder ON certificate (holder);

CREATE TABLE revocation_list (
  authority TEXT   PRIMARY KEY,
  number    BIGINT NOT NULL
);

CREATE TABLE holder (
  id          TEXT PRIMARY KEY,
  ordinal     INTEGER NOT NULL UNIQUE,
  common_name TEXT NOT NULL,
  surname     TEXT NOT NULL,
  given_name  TEXT NOT NULL,
  country     TEXT NOT NULL,
  snils       TEXT NOT NULL UNIQUE,
  inn         TEXT NOT NULL UNIQUE,
  email       TEXT,
  phone       TEXT NOT NULL,
  certificate_use TEXT NOT NULL DEFAULT 'GENERAL',
  kind TEXT NOT NULL DEFAULT 'NATURAL_PERSON',
  person TEXT,
  organisation TEXT
);

CREATE TABLE phone_binding (
  phone  TEXT NOT NULL,
  holder TEXT NOT NULL REFERENCES holder (id),
  PRIMARY KEY (phone, holder)
);

CREATE TABLE message (
  id        TEXT   PRIMARY KEY,
  kind      TEXT   NOT NULL,
  recipient TEXT   NOT NULL,
  sender    TEXT   NOT NULL,
  subject   TEXT   NOT NULL,
  text      TEXT   NOT NULL,
  sent      BIGINT NOT NULL,
  ordinal   BIGINT NOT NULL UNIQUE
);

CREATE TABLE one_time_code (
  purpose      TEXT    NOT NULL,
  target       TEXT    NOT NULL,
  code         TEXT,                    -- null once used
  kind         TEXT    NOT NULL,
  sent         BIGINT  NOT NULL,
  tries        INTEGER NOT NULL,
  paused_until BIGINT  NOT NULL,
  sends        INTEGER NOT NULL DEFAULT 0,      -- in a row without a right one
  PRIMARY KEY (purpose, target)
);

CREATE TABLE challenge (
  nonce   TEXT   PRIMARY KEY,
  expires BIGINT NOT NULL
);

CREATE TABLE application (
  id              TEXT    PRIMARY KEY,
  kind            TEXT    NOT NULL,
  reason          TEXT    NOT NULL,
  read_only       INTEGER NOT NULL,
  holder          TEXT    NOT NULL REFERENCES holder (id),
  holder_kind     TEXT    NOT NULL,
  replaces        TEXT    REFERENCES certificate (sha256),  -- null of a first issue
  profile         TEXT    NOT NULL,
  typed           TEXT    NOT NULL,                         -- JSON, field -> text: the form as it stands
  confirmed       TEXT,                                     -- JSON, the form as it was confirmed last
  organisation    TEXT,                                     -- JSON
  phone           TEXT    NOT NULL,
  certificate_use TEXT    NOT NULL,
  state           TEXT    NOT NULL,
  furthest        TEXT    NOT NULL,
  route           TEXT,
  registers_agree INTEGER NOT NULL,
  comment         TEXT,
  opened          BIGINT  NOT NULL,
  changed         BIGINT  NOT NULL,
  agreed          BIGINT,
  certificate     TEXT    REFERENCES certificate (sha256),
  receipt         TEXT,
  backed_up       INTEGER NOT NULL,
  medium_kind     TEXT,
  medium_product  TEXT,
  medium_manner   TEXT,
  medium_label    TEXT
);

CREATE TABLE document (
  application TEXT   NOT NULL REFERENCES application (id),
  kind        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  text        BYTEA  NOT NULL,          -- the exact UTF-8 that is signed
  cms         BYTEA,
  signer      TEXT,
  signed      BIGINT,
  PRIMARY KEY (application, kind)
);

CREATE TABLE request (
  application TEXT   PRIMARY KEY REFERENCES application (id),
  der         BYTEA  NOT NULL,
  key_info    BYTEA  NOT NULL,          -- SubjectPublicKeyInfo as RFC 9215 has it
  key_id      TEXT   NOT NULL UNIQUE,
  received    BIGINT NOT NULL
);

CREATE TABLE job (
  id          TEXT    PRIMARY KEY,
  application TEXT    NOT NULL UNIQUE REFERENCES application (id),
  state       TEXT    NOT NULL,         -- queued, running, done
  due         BIGINT  NOT NULL,
  attempts    INTEGER NOT NULL
);
CREATE INDEX application_holder ON application (holder);
CREATE UNIQUE INDEX application_open ON application (replaces) WHERE state <> 'DONE';
CREATE INDEX job_due ON job (state, due);

CREATE TABLE register_answer (
  application TEXT   NOT NULL REFERENCES application (id),
  register    TEXT   NOT NULL,
  outcome     TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  fresh       TEXT   NOT NULL,          -- JSON, field -> text
  PRIMARY KEY (application, register)
);

CREATE TABLE upload (
  id          TEXT    PRIMARY KEY,
  ordinal     INTEGER NOT NULL UNIQUE,
  application TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  format      TEXT    NOT NULL,
  size        BIGINT  NOT NULL,
  pages       INTEGER NOT NULL,
  dpi         INTEGER,
  sha256      TEXT    NOT NULL,
  previews    INTEGER NOT NULL,
  added       BIGINT  NOT NULL
);
CREATE INDEX upload_application ON upload (application);

CREATE TABLE centre_visit (
  application TEXT   PRIMARY KEY,
  centre      TEXT   NOT NULL,
  identified  BIGINT,
  originals   BIGINT,
  clerk       TEXT
);

CREATE TABLE review (
  ordinal     BIGINT  GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  application TEXT    NOT NULL,
  approved    INTEGER NOT NULL,
  remark      TEXT    NOT NULL,
  operator    TEXT    NOT NULL,
  decided     BIGINT  NOT NULL
);
CREATE INDEX review_application ON review (application);

CREATE TABLE esia_registration (
  sha256     TEXT    PRIMARY KEY REFERENCES certificate (sha256),
  due        BIGINT  NOT NULL,
  attempts   INTEGER NOT NULL,
  registered BIGINT                   -- null until ESIA knows
);
CREATE INDEX esia_registration_due ON esia_registration (registered, due);

CREATE TABLE account (
  id         TEXT    PRIMARY KEY,
  holder     TEXT    UNIQUE REFERENCES holder (id),  -- null for somebody who only acts for others
  email      TEXT    UNIQUE,
  password   TEXT,                                   -- Argon2id, string form
  generation INTEGER NOT NULL,
  CHECK ((email IS NULL) = (password IS NULL))
);

CREATE TABLE account_phone (
  phone   TEXT   PRIMARY KEY,
  account TEXT   NOT NULL REFERENCES account (id),
  added   BIGINT NOT NULL,
  removed BIGINT
);
CREATE INDEX account_phone_account ON account_phone (account);

CREATE TABLE password_try (
  email_hash TEXT    PRIMARY KEY,  -- SHA-256 in hex
  tries      INTEGER NOT NULL,
  last       BIGINT  NOT NULL
);

CREATE TABLE outbox (
  id        TEXT    PRIMARY KEY,
  kind      TEXT    NOT NULL,
  recipient TEXT    NOT NULL,
  sender    TEXT    NOT NULL,
  subject   TEXT    NOT NULL,
  text      TEXT    NOT NULL,
  made      BIGINT  NOT NULL,
  due       BIGINT  NOT NULL,
  attempts  INTEGER NOT NULL
);
CREATE INDEX outbox_due ON outbox (due);

CREATE TABLE reminder (
  certificate TEXT    NOT NULL REFERENCES certificate (sha256),
  days        INTEGER NOT NULL,
  sent        BIGINT  NOT NULL,
  PRIMARY KEY (certificate, days)
);

CREATE TABLE hand_over (
  application TEXT   PRIMARY KEY REFERENCES application (id),
  manner      TEXT   NOT NULL,  -- HERE: at the same computer; SENT: by message
  handed      BIGINT NOT NULL
);
