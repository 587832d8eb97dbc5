// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const listStorages = {
  method: 'storages.list',
  audience: ['page'],
  site: true,
  params: object({}),
  run: (ask, params) => ask('storages.list', params),
};
