// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, pattern, sha256} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const authenticate = {
  method: 'authentication.sign',
  audience: ['page'],
  site: true,
  params: object({certificate: sha256, nonce: pattern(/^[A-Za-z0-9_-]{16,128}$/)}),
  run: (ask, params) => ask('authentication.sign', params),
};
