// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import * as browser from '../shared/browser.js';
import {NativeClient} from './native-client.js';
import {Router} from './router.js';
import {keepSitesRegistered, mayWorkOn} from './site-access.js';

// Listeners are registered while the module loads: a worker that the browser starts again for an event misses it otherwise. Nothing is
// kept between two lives of the worker: pages connect again, and the host's journal knows where a renewal stands.
const router = new Router({
  native: new NativeClient(browser),
  hasAccess: mayWorkOn,
  ownId: browser.ownId,
  ownOrigin: browser.ownOrigin,
});
browser.onConnect((port) => router.accept(port));
browser.enterOpenPages();
browser.openReturningPage();
keepSitesRegistered();
