// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {der, object, oneOf, pattern, sha256, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const createRequest = {
  method: 'request.create',
  audience: ['page'],
  site: true,
  params: object(
    {
      application: pattern(/^[A-Za-z0-9._-]{1,64}$/),
      algorithm: oneOf('gost2012-256', 'gost2012-512', 'ec-p256', 'rsa-3072'),
      subject: object(
        {
          commonName: text(128),
          surname: text(128),
          givenName: text(128),
          country: text(128),
          snils: text(128),
          inn: text(128),
        },
        {email: text(128)},
      ),
    },
    {storage: text(256), replaces: sha256, request: der},
  ),
  run: (ask, params) => ask('request.create', params),
};
