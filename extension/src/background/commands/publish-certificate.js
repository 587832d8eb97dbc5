// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {object, sha256} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const publishCertificate = {
  method: 'certificate.publish',
  audience: ['page'],
  site: true,
  params: object({certificate: sha256}),
  run: (ask, params) => ask('certificate.publish', params),
};
