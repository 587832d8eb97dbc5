// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {returnAfterRestart} from '../../shared/browser.js';
import {object} from '../../shared/shape.js';

/** @type {import('./command.js').Command} */
export const restartComputer = {
  method: 'workstation.restart',
  audience: ['page'],
  site: true,
  params: object({}),
  async run(ask, params, site) {
    // Before the answer: with it the browser may be gone. Who says «later» comes back to the page after a restart of one's own.
    if (site) await returnAfterRestart(`${site.origin}/`);
    return ask('workstation.restart', params);
  },
};
