// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {administratorAllows} from '../shared/administrator.js';
import {enabledSites, hasAccess, onAccess, onManagedChange, pattern, registerSite, unregisterSite} from '../shared/browser.js';
import {Failure} from '../shared/failure.js';

/** The browser's question to the person stands so long at most. */
export const ANSWER_MS = 120_000;

/**
 * @param {string} origin
 * @returns {Promise<boolean>} whether the extension may work there: the person gave access, and the administrator does not forbid it
 */
export async function mayWorkOn(origin) {
  return (await hasAccess(origin)) && (await administratorAllows(origin));
}

/**
 * Waits until the person has answered the browser's question, which may have closed the popup that asked it.
 *
 * @param {string} origin
 * @returns {Promise<void>}
 * @throws {Failure} `cancelled`
 */
export async function accessGiven(origin) {
  if (await hasAccess(origin)) return;
  await new Promise((resolve, reject) => {
    const overdue = setTimeout(() => reject(new Failure('cancelled', 'no access was given')), ANSWER_MS);
    onAccess((granted) => {
      if (!granted.includes(pattern(origin))) return;
      clearTimeout(overdue);
      resolve(undefined);
    });
  });
}

/** Keeps the content scripts where access and administrator let them be. To be called while the worker loads. */
export function keepSitesRegistered() {
  onAccess(async (granted) => {
    for (const match of granted) if (await administratorAllows(originOf(match))) await registerSite(match);
  });
  onManagedChange(() => void review());
}

/** The administrator has decided anew: scripts that stand where they may not are taken away, the person's access stays. */
async function review() {
  for (const match of await enabledSites()) if (!(await administratorAllows(originOf(match)))) await unregisterSite(match);
}

/** @param {string} match */
function originOf(match) {
  return match.replace(/\/\*$/, '');
}
