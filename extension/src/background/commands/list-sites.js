// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const listSites = {
  method: 'sites.list',
  audience: ['content', 'own'],
  site: false,
  params: object({}),
  run: (ask, params) => ask('sites.list', params),
};
