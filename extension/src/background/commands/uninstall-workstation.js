// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {componentId, list, object, serviceName} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const uninstallWorkstation = {
  method: 'workstation.uninstall',
  audience: ['page'],
  site: true,
  params: object({}, {service: serviceName, targets: list(componentId, 200, 1)}),
  run: (ask, params) => ask('workstation.uninstall', params),
};
