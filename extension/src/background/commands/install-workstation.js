// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {returnAfterRestart} from '../../shared/browser.js';
import {componentId, list, object, serviceName} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const installWorkstation = {
  method: 'workstation.install',
  audience: ['page'],
  site: true,
  params: object({}, {service: serviceName, targets: list(componentId, 200, 1)}),
  async run(ask, params, site) {
    const done = /** @type {any} */ (await ask('workstation.install', params));
    // The page cannot open itself after the restart that it asks for: the worker does.
    if (site && done.restart !== 'none') await returnAfterRestart(`${site.origin}/`);
    return done;
  },
};
