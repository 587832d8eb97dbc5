// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {componentId, list, object, serviceName} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const installWorkstation = {
  method: 'workstation.install',
  audience: ['page'],
  site: true,
  params: object({}, {service: serviceName, targets: list(componentId, 100, 1)}),
  run: (ask, params) => ask('workstation.install', params),
};
