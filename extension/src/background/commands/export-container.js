// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, sha256} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const exportContainer = {
  method: 'container.export',
  audience: ['page'],
  site: true,
  params: object({certificate: sha256}),
  run: (ask, params) => ask('container.export', params),
};
