-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What is to be issued, and who is to be reminded, is found at once, however much was issued before.

DROP INDEX job_due;
CREATE INDEX job_due ON job (due, id) WHERE state <> 'done';

-- Written when a certificate is issued; of older ones the server notes it at its start.
ALTER TABLE certificate ADD COLUMN not_after BIGINT;
CREATE INDEX certificate_not_after ON certificate (not_after);
