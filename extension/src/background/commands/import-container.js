// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const importContainer = {
  method: 'container.import',
  audience: ['page'],
  site: true,
  params: object({}),
  run: (ask, params) => ask('container.import', params),
};
