// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const abandonRenewal = {
  method: 'renewal.abandon',
  audience: ['page'],
  site: true,
  params: object({renewal: text(64)}),
  run: (ask, params) => ask('renewal.abandon', params),
};
