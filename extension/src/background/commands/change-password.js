// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, sha256} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const changePassword = {
  method: 'password.change',
  audience: ['page'],
  site: true,
  params: object({certificate: sha256}),
  run: (ask, params) => ask('password.change', params),
};
