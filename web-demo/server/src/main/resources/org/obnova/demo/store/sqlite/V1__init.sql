-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Ids are made by the application; moments are milliseconds since 1970-01-01T00:00:00Z; binary values are exact.

CREATE TABLE certificate (
  sha256      TEXT    PRIMARY KEY,
  der         BLOB    NOT NULL,
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
  phone       TEXT NOT NULL
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
  PRIMARY KEY (purpose, target)
);

CREATE TABLE challenge (
  nonce   TEXT   PRIMARY KEY,
  expires BIGINT NOT NULL
);

CREATE TABLE application (
  id          TEXT    PRIMARY KEY,
  holder      TEXT    NOT NULL REFERENCES holder (id),
  replaces    TEXT    NOT NULL REFERENCES certificate (sha256),
  profile     TEXT    NOT NULL,
  common_name TEXT    NOT NULL,
  surname     TEXT    NOT NULL,
  given_name  TEXT    NOT NULL,
  country     TEXT    NOT NULL,
  snils       TEXT    NOT NULL,
  inn         TEXT    NOT NULL,
  email       TEXT,
  phone       TEXT    NOT NULL,
  state       TEXT    NOT NULL,
  opened      BIGINT  NOT NULL,
  changed     BIGINT  NOT NULL,
  agreed      BIGINT,
  certificate TEXT    REFERENCES certificate (sha256),
  receipt     TEXT,
  backed_up   INTEGER NOT NULL
);
CREATE INDEX application_holder ON application (holder);
-- A certificate has at most one application under way.
CREATE UNIQUE INDEX application_open ON application (replaces) WHERE state <> 'DONE';

CREATE TABLE document (
  application TEXT   NOT NULL REFERENCES application (id),
  kind        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  text        BLOB   NOT NULL,          -- the exact UTF-8 that is signed
  cms         BLOB,
  signer      TEXT,
  signed      BIGINT,
  PRIMARY KEY (application, kind)
);

CREATE TABLE request (
  application TEXT   PRIMARY KEY REFERENCES application (id),
  der         BLOB   NOT NULL,
  key_info    BLOB   NOT NULL,          -- SubjectPublicKeyInfo as RFC 9215 has it
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
CREATE INDEX job_due ON job (state, due);
