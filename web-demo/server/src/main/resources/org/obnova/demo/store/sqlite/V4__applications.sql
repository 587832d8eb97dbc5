-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Applications that renew nothing, drafts, the way that each goes; what the CA knows of a person and of an organisation.

ALTER TABLE holder ADD COLUMN person TEXT;        -- JSON, field -> text; null where the CA knows no more than the certificate says
ALTER TABLE holder ADD COLUMN organisation TEXT;  -- JSON; null of a person for himself

-- A column can be freed of NOT NULL only by a new table, and the tables that refer to it go with it.
CREATE TABLE application_next (
  id              TEXT    PRIMARY KEY,
  kind            TEXT    NOT NULL,
  reason          TEXT    NOT NULL,
  read_only       INTEGER NOT NULL,
  holder          TEXT    NOT NULL REFERENCES holder (id),
  holder_kind     TEXT    NOT NULL,
  replaces        TEXT    REFERENCES certificate (sha256),  -- null of a first issue
  profile         TEXT    NOT NULL,
  typed           TEXT    NOT NULL,                         -- JSON, field -> text: the form as it stands
  confirmed       TEXT,                                     -- JSON, the form as it was confirmed last
  organisation    TEXT,                                     -- JSON
  phone           TEXT    NOT NULL,
  certificate_use TEXT    NOT NULL,
  state           TEXT    NOT NULL,
  furthest        TEXT    NOT NULL,
  route           TEXT,
  registers_agree INTEGER NOT NULL,
  comment         TEXT,
  opened          BIGINT  NOT NULL,
  changed         BIGINT  NOT NULL,
  agreed          BIGINT,
  certificate     TEXT    REFERENCES certificate (sha256),
  receipt         TEXT,
  backed_up       INTEGER NOT NULL,
  medium_kind     TEXT,
  medium_product  TEXT,
  medium_manner   TEXT,
  medium_label    TEXT
);

INSERT INTO application_next
SELECT a.id, 'RENEWAL', 'RENEWAL', 0, a.holder, h.kind, a.replaces, a.profile,
       json_object('surname', a.surname,
                   'givenName', CASE instr(a.given_name, ' ') WHEN 0 THEN a.given_name
                                ELSE substr(a.given_name, 1, instr(a.given_name, ' ') - 1) END,
                   'patronymic', CASE instr(a.given_name, ' ') WHEN 0 THEN ''
                                 ELSE substr(a.given_name, instr(a.given_name, ' ') + 1) END,
                   'snils', a.snils, 'inn', a.inn, 'email', coalesce(a.email, '')),
       CASE a.state WHEN 'DATA' THEN NULL ELSE
       json_object('surname', a.surname,
                   'givenName', CASE instr(a.given_name, ' ') WHEN 0 THEN a.given_name
                                ELSE substr(a.given_name, 1, instr(a.given_name, ' ') - 1) END,
                   'patronymic', CASE instr(a.given_name, ' ') WHEN 0 THEN ''
                                 ELSE substr(a.given_name, instr(a.given_name, ' ') + 1) END,
                   'snils', a.snils, 'inn', a.inn, 'email', coalesce(a.email, '')) END,
       NULL, a.phone, a.certificate_use, a.state, a.state,
       CASE a.state WHEN 'DATA' THEN NULL ELSE 'SIGNATURE' END, 1, NULL,
       a.opened, a.changed, a.agreed, a.certificate, a.receipt, a.backed_up,
       a.medium_kind, a.medium_product, a.medium_manner, a.medium_label
FROM application a JOIN holder h ON h.id = a.holder;

CREATE TABLE document_next (
  application TEXT   NOT NULL REFERENCES application_next (id),
  kind        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  text        BLOB   NOT NULL,          -- the exact UTF-8 that is signed
  cms         BLOB,
  signer      TEXT,
  signed      BIGINT,
  PRIMARY KEY (application, kind)
);
INSERT INTO document_next SELECT application, kind, title, text, cms, signer, signed FROM document;

CREATE TABLE request_next (
  application TEXT   PRIMARY KEY REFERENCES application_next (id),
  der         BLOB   NOT NULL,
  key_info    BLOB   NOT NULL,          -- SubjectPublicKeyInfo as RFC 9215 has it
  key_id      TEXT   NOT NULL UNIQUE,
  received    BIGINT NOT NULL
);
INSERT INTO request_next SELECT application, der, key_info, key_id, received FROM request;

CREATE TABLE job_next (
  id          TEXT    PRIMARY KEY,
  application TEXT    NOT NULL UNIQUE REFERENCES application_next (id),
  state       TEXT    NOT NULL,         -- queued, running, done
  due         BIGINT  NOT NULL,
  attempts    INTEGER NOT NULL
);
INSERT INTO job_next SELECT id, application, state, due, attempts FROM job;

DROP TABLE document;
DROP TABLE request;
DROP TABLE job;
DROP TABLE application;
-- References follow a table's new name.
ALTER TABLE application_next RENAME TO application;
ALTER TABLE document_next RENAME TO document;
ALTER TABLE request_next RENAME TO request;
ALTER TABLE job_next RENAME TO job;

CREATE INDEX application_holder ON application (holder);
-- A certificate has at most one application under way.
CREATE UNIQUE INDEX application_open ON application (replaces) WHERE state <> 'DONE';
CREATE INDEX job_due ON job (state, due);

-- What the state registers said of the confirmed data.
CREATE TABLE register_answer (
  application TEXT   NOT NULL REFERENCES application (id),
  register    TEXT   NOT NULL,
  outcome     TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  fresh       TEXT   NOT NULL,          -- JSON, field -> text
  PRIMARY KEY (application, register)
);
