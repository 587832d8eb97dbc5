// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {bool, object, serviceName} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const checkWorkstation = {
  method: 'workstation.check',
  audience: ['page'],
  site: true,
  params: object({}, {service: serviceName, file: bool}),
  run: (ask, params) => ask('workstation.check', params),
};
