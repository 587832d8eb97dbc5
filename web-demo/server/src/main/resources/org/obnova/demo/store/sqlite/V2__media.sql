-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What a holder's certificates are for, and the medium that was chosen for the new key.

ALTER TABLE holder ADD COLUMN certificate_use TEXT NOT NULL DEFAULT 'GENERAL';

ALTER TABLE application ADD COLUMN certificate_use TEXT NOT NULL DEFAULT 'GENERAL';
ALTER TABLE application ADD COLUMN medium_kind TEXT;      -- null until one was chosen on the page
ALTER TABLE application ADD COLUMN medium_product TEXT;
ALTER TABLE application ADD COLUMN medium_manner TEXT;
ALTER TABLE application ADD COLUMN medium_label TEXT;
