// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const revokeConsents = {
  method: 'consents.revoke',
  audience: ['own'],
  site: false,
  params: object({origin: text(300)}, {operation: text(64)}),
  run: (ask, params) => ask('consents.revoke', params),
};
