// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const changePin = {
  method: 'pin.change',
  audience: ['page'],
  site: true,
  params: object({storage: text(256)}),
  run: (ask, params) => ask('pin.change', params),
};
