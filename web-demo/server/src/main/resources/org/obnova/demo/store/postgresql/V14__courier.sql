-- SPDX-FileCopyrightText: 2026 The Obnova authors
-- SPDX-License-Identifier: Apache-2.0
-- Couriers who check identity at the holder's place.

CREATE TABLE courier_visit (
  application TEXT   PRIMARY KEY,
  stage       TEXT   NOT NULL,      -- BOUGHT, ORDERED, ON_THE_WAY, MISSED
  address     TEXT,                 -- with day and hours: null until it is ordered
  day         TEXT,                 -- ISO 8601
  hours       TEXT,
  changed     BIGINT NOT NULL
);
