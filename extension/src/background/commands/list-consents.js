// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const listConsents = {
  method: 'consents.list',
  audience: ['own'],
  site: false,
  params: object({}),
  run: (ask, params) => ask('consents.list', params),
};
