// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const listRenewals = {
  method: 'renewal.list',
  audience: ['page'],
  site: true,
  params: object({}),
  run: (ask, params) => ask('renewal.list', params),
};
