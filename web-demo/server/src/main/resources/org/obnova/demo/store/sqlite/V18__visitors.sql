-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What server processes know together of those who visit: sessions of browsers, tries to log in; and what only one of them does at a time.

CREATE TABLE web_session (
  hash TEXT PRIMARY KEY,             -- SHA-256 of site and id, hexadecimal: who reads the table cannot log in with it
  seen INTEGER NOT NULL                -- written at most once a minute
);
CREATE INDEX web_session_seen ON web_session (seen);

CREATE TABLE web_session_value (
  session TEXT NOT NULL REFERENCES web_session (hash) ON DELETE CASCADE,
  type    TEXT NOT NULL,             -- which of the pages' records
  value   TEXT NOT NULL,             -- JSON
  PRIMARY KEY (session, type)
);

CREATE TABLE server_secret (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
);

CREATE TABLE entry_bucket (
  address   TEXT PRIMARY KEY,        -- of a connection; forgotten some minutes after its last try
  remaining REAL NOT NULL,
  at        INTEGER NOT NULL
);
CREATE INDEX entry_bucket_at ON entry_bucket (at);

CREATE TABLE staff_try (
  login   TEXT NOT NULL,
  address TEXT NOT NULL,             -- empty: all addresses together
  wrong   INTEGER NOT NULL,
  latest  INTEGER NOT NULL,
  paused  INTEGER,                     -- until when
  known   INTEGER,                     -- when this address last gave the right password
  PRIMARY KEY (login, address)
);

-- The number of the authority's last revocation list when this certificate's standing changed: clocks of several processes differ, numbers do not.
-- Null where it changed before this column was there.
ALTER TABLE certificate ADD COLUMN changed_after INTEGER;
