-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- What a holder is to the CA: rules of copies hang on it.

ALTER TABLE holder ADD COLUMN kind TEXT NOT NULL DEFAULT 'NATURAL_PERSON';
