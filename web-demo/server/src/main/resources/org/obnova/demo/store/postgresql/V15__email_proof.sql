-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- E-mail addresses that are to stand in a certificate, proven by a code from a letter.

CREATE TABLE email_proof (
  application TEXT   PRIMARY KEY,
  address     TEXT   NOT NULL,      -- to which the last code went
  proven      BIGINT                -- null until the code was entered
);
