-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Phones that their owner removed from the profile: the service centre's binding alone no longer leads in.

ALTER TABLE account_phone ADD COLUMN removed BIGINT;  -- null while the phone leads in
