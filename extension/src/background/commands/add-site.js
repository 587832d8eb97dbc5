// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {administratorAllows} from '../../shared/administrator.js';
import {pattern, registerSite, reloadInFront} from '../../shared/browser.js';
import {Failure} from '../../shared/failure.js';
import {httpsOrigin, object} from '../../shared/shape.js';
import {accessGiven} from '../site-access.js';

/**
 * Adds a site to the person's list: the browser asks for access (on behalf of the popup, whose click that needs), then the application asks in its own window.
 *
 * @type {import('./command.js').Command}
 */
export const addSite = {
  method: 'sites.add',
  audience: ['own'],
  site: false,
  params: object({origin: httpsOrigin}),
  async run(ask, {origin}) {
    if (!(await administratorAllows(origin))) throw new Failure('sites_locked', 'managed storage');
    await accessGiven(origin);
    const added = await ask('sites.add', {origin});
    await registerSite(pattern(origin));
    await reloadInFront(origin);
    return added;
  },
};
