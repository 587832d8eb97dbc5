// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const hello = {
  method: 'hello',
  audience: ['page', 'content', 'own'],
  site: false,
  params: object({}),
  // The native client greets the host itself, with versions and language: its reply is handed on.
  run: (ask) => ask('hello', {}),
};
