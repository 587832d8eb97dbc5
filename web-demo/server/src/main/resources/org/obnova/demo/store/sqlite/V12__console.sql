-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What the service centre keeps of an application, and what the queue is searched by.

ALTER TABLE holder ADD COLUMN employer TEXT;      -- INN of the organisation; null of a person for himself
UPDATE holder SET employer = json_extract(organisation, '$.inn') WHERE organisation IS NOT NULL;
CREATE INDEX holder_surname ON holder (surname);
CREATE INDEX holder_employer ON holder (employer);
CREATE INDEX application_queue ON application (state, changed, id);

CREATE TABLE invoice (
  application TEXT   PRIMARY KEY,
  billed      BIGINT NOT NULL,
  paid        BIGINT,
  clerk       TEXT   NOT NULL
);

CREATE TABLE token_order (
  application TEXT   PRIMARY KEY,
  bought      BIGINT NOT NULL,
  serial      TEXT,                 -- of the token that was handed out
  handed_out  BIGINT,
  clerk       TEXT   NOT NULL
);
