-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- The audit log: entries chained by hash, and the stamped heads of the chain. Both only grow.

CREATE TABLE audit_entry (
  number   BIGINT PRIMARY KEY,          -- from 1 on, without gaps
  at       BIGINT NOT NULL,
  role     TEXT   NOT NULL,
  actor    TEXT   NOT NULL,             -- an id, never a name
  action   TEXT   NOT NULL,
  object   TEXT   NOT NULL,             -- kind:id
  digest   TEXT   NOT NULL,             -- SHA-256 of what it was about, or empty
  previous TEXT   NOT NULL,
  hash     TEXT   NOT NULL UNIQUE
);
CREATE INDEX audit_object ON audit_entry (object);

CREATE TABLE audit_head (
  number BIGINT PRIMARY KEY,
  hash   TEXT   NOT NULL,
  stamp  BYTEA  NOT NULL                -- TimeStampToken of RFC 3161 over the 32 bytes of the hash
);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows';
END $$;

CREATE FUNCTION audit_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit_entry)
    OR NEW.previous <> coalesce((SELECT hash FROM audit_entry ORDER BY number DESC LIMIT 1),
                                '0000000000000000000000000000000000000000000000000000000000000000') THEN
    RAISE EXCEPTION 'an entry of the audit log follows the last one';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION audit_head_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <= (SELECT coalesce(max(number), 0) FROM audit_head) THEN
    RAISE EXCEPTION 'a head of the audit log follows the last one';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_entry_remains BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_follows();
CREATE TRIGGER audit_head_stays BEFORE UPDATE OR DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_head_remains BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_head_follows BEFORE INSERT ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_follows();

-- Suspension that was lifted (RFC 5280 section 5.3.1, removeFromCRL).
ALTER TABLE certificate ADD COLUMN resumed BIGINT;

-- The lists that are published, and the numbers that a delta list can refer to.
CREATE TABLE signed_list (
  authority TEXT    NOT NULL,
  number    BIGINT  NOT NULL,
  delta     INTEGER NOT NULL,
  made      BIGINT  NOT NULL,
  stale     INTEGER NOT NULL,           -- somebody was revoked, suspended or resumed since
  der       BYTEA   NOT NULL,
  PRIMARY KEY (authority, number)
);

-- The signature with its time stamp (CAdES-T), DER; null of what was received before there were stamps.
ALTER TABLE document ADD COLUMN stamped BYTEA;
