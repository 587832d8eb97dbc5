// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** @typedef {import('./command.js').Ask} Ask */

/** More pages than any person's media hold: a host that never ends its list is stopped. */
const MAX_PAGES = 64;

/**
 * A list that the host gives page by page.
 *
 * @param {Ask} ask
 * @param {string} method
 * @returns {AsyncGenerator<any>} its pages
 */
export async function* pagesOf(ask, method) {
  let cursor;
  for (let page = 0; page < MAX_PAGES; page++) {
    const part = await ask(method, cursor === undefined ? {} : {cursor});
    yield part;
    cursor = part.next;
    if (cursor === undefined) return;
  }
}
