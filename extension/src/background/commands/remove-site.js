// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {disableSite, isBundled, pattern} from '../../shared/browser.js';
import {httpsOrigin, object} from '../../shared/shape.js';

/**
 * Takes a site from the person's list, and then the extension's access to it.
 *
 * @type {import('./command.js').Command}
 */
export const removeSite = {
  method: 'sites.remove',
  audience: ['own'],
  site: false,
  params: object({origin: httpsOrigin}),
  async run(ask, {origin}) {
    const removed = await ask('sites.remove', {origin});
    if (!isBundled(origin)) await disableSite(pattern(origin));
    return removed;
  },
};
