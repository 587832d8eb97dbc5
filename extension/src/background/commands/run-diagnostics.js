// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {bool, componentId, list, object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const runDiagnostics = {
  method: 'diagnostics.run',
  audience: ['page'],
  site: true,
  params: object({}, {repair: list(componentId, 100, 1), bundle: bool}),
  run: (ask, params) => ask('diagnostics.run', params),
};
