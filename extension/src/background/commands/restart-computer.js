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
    const done = await ask('workstation.restart', params);
    // Only now: a site that is refused gets no page opened. The system has agreed, and lets programs end by themselves.
    if (site) await returnAfterRestart(`${site.origin}/`);
    return done;
  },
};
