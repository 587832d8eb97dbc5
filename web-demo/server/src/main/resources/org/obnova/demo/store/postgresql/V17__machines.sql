-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Certificates that programs renew by themselves (CMP): a row a transaction. Rows stay, so that no transaction is played again.

CREATE TABLE machine_renewal (
  id          TEXT    PRIMARY KEY,       -- transactionID, hex
  signer      TEXT    NOT NULL,          -- name of the certificate that is renewed
  key_info    BYTEA   NOT NULL,          -- SubjectPublicKeyInfo of the new key, DER
  key_id      TEXT    NOT NULL,
  state       TEXT    NOT NULL,          -- waiting, issued, confirmed, rejected, replaced
  certificate TEXT,                      -- name of the new certificate
  implicit    INTEGER NOT NULL,          -- no confirmation follows
  nonce       BYTEA   NOT NULL,          -- the last one that the server sent
  due         BIGINT  NOT NULL,          -- not issued before that
  until       BIGINT  NOT NULL           -- what is not confirmed then is revoked
);
CREATE INDEX machine_renewal_open ON machine_renewal (until) WHERE state IN ('waiting', 'issued');
CREATE INDEX machine_renewal_key ON machine_renewal (key_id);
