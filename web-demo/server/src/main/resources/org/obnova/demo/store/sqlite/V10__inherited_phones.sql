-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Phones that another profile removed: proven by somebody else they lead in, but bring none of the holders whom the service centre bound to them.

ALTER TABLE account_phone ADD COLUMN inherited INTEGER NOT NULL DEFAULT 0;  -- 1: another profile removed it before
