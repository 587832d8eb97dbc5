// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {list, object, sha256} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const archiveContainers = {
  method: 'container.archive',
  audience: ['page'],
  site: true,
  params: object({certificates: list(sha256, 50, 1)}),
  run: (ask, params) => ask('container.archive', params),
};
