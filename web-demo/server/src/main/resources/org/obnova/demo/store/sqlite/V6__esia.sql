-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What ESIA was told of the certificates; one row each, as soon as the queue has seen it.

CREATE TABLE esia_registration (
  sha256     TEXT    PRIMARY KEY REFERENCES certificate (sha256),
  due        BIGINT  NOT NULL,
  attempts   INTEGER NOT NULL,
  registered BIGINT                   -- null until ESIA knows
);
CREATE INDEX esia_registration_due ON esia_registration (registered, due);
