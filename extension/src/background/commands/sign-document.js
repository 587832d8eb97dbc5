// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, oneOf, sha256, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const signDocument = {
  method: 'document.sign',
  audience: ['page'],
  site: true,
  params: object(
    {
      kind: oneOf('statement', 'receipt'),
      // The host counts characters, here are UTF-16 units: up to two of them a character.
      title: text(400),
      text: text(400_000),
      certificate: sha256,
    },
    {renewal: text(64)},
  ),
  run: (ask, params) => ask('document.sign', params),
};
