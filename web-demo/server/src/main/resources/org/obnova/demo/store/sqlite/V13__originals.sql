-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Which paper was held against what was sent, at the visit, and by whom.

CREATE TABLE original_seen (
  application TEXT   NOT NULL,
  matter      TEXT   NOT NULL,      -- id of an upload, or what else was looked at
  kind        TEXT,                 -- of the upload, which may be gone later
  clerk       TEXT   NOT NULL,
  seen        BIGINT NOT NULL,
  PRIMARY KEY (application, matter)
);
