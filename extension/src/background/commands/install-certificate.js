// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {der, list, object, text} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const installCertificate = {
  method: 'certificate.install',
  audience: ['page'],
  site: true,
  params: object({renewal: text(64), certificate: der, chain: list(der, 8)}),
  run: (ask, params) => ask('certificate.install', params),
};
