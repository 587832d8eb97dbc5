-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- The documents of an application; the files lie in a folder, named by the id.

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

-- Where the originals are brought, and what happened there.
CREATE TABLE centre_visit (
  application TEXT   PRIMARY KEY,
  centre      TEXT   NOT NULL,
  identified  BIGINT,
  originals   BIGINT,
  clerk       TEXT
);

-- What the operators decided, each decision a row.
CREATE TABLE review (
  ordinal     INTEGER PRIMARY KEY,
  application TEXT    NOT NULL,
  approved    INTEGER NOT NULL,
  remark      TEXT    NOT NULL,
  operator    TEXT    NOT NULL,
  decided     BIGINT  NOT NULL
);
CREATE INDEX review_application ON review (application);
