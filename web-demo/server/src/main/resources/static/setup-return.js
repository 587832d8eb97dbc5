// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** What the page remembers over a restart of browser or computer: that it was setting up, and for which service. */

const KEY = 'obnova-setup-return';

/** Longer ago it was another day's work. */
const FRESH_MS = 24 * 3600_000;

/** @param {{name: string, title: string}} service */
export function rememberReturn(service) {
  localStorage.setItem(KEY, JSON.stringify({...service, at: Date.now()}));
}

export function forgetReturn() {
  localStorage.removeItem(KEY);
}

/** @returns {{name: string, title: string} | '' | undefined} the service, empty where it has no name, undefined where there is nothing to go on with */
export function returning() {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return undefined;
  const {name, title, at} = JSON.parse(kept);
  if (!(Date.now() - at < FRESH_MS)) {
    forgetReturn();
    return undefined;
  }
  return name === '' ? '' : {name, title};
}
