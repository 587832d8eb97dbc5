// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The parts of the setup page by their ids, and the words that the server wrote into it. */

/** @param {string} id */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id} in this page`);
  return found;
}

/** @param {string} id */
export function button(id) {
  return /** @type {HTMLButtonElement} */ (part(id));
}

/** @param {string} key of the words that the server wrote into the page */
export function word(key) {
  return part('setup-words').dataset[key] ?? '';
}
