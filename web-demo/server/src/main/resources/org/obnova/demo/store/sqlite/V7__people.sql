-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Who logs in, what goes out, what was reminded of, who handed what over.

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
  added   BIGINT NOT NULL
);
CREATE INDEX account_phone_account ON account_phone (account);

CREATE TABLE password_try (
  email_hash TEXT    PRIMARY KEY,  -- SHA-256 in hex
  tries      INTEGER NOT NULL,
  last       BIGINT  NOT NULL
);

-- What waits for a gateway.
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

-- The latest handing over of an application to its holder.
CREATE TABLE hand_over (
  application TEXT   PRIMARY KEY REFERENCES application (id),
  manner      TEXT   NOT NULL,  -- HERE: at the same computer; SENT: by message
  handed      BIGINT NOT NULL
);

-- Codes sent in a row without a right one.
ALTER TABLE one_time_code ADD COLUMN sends INTEGER NOT NULL DEFAULT 0;
