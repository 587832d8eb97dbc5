// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** «Добавить ключ из файла», beside every choice of a certificate. */
import {connected, onPress} from './task.js';

/** @typedef {import('/obnova/obnova.js').Obnova} Obnova @typedef {Parameters<Parameters<typeof onPress>[1]>[0]} Options */

const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('import'));
const said = /** @type {HTMLElement} */ (document.getElementById('import-said'));

/**
 * @param {(certificate: string, options: Options) => Promise<boolean>} use what the page does with the new key's certificate; false where it
 *   has no use for it
 */
export function onImport(use) {
  if (!button) return;
  onPress(button, async (options) => {
    said.textContent = '';
    const obnova = await connected(options.signal);
    const {certificate, label, storageLabel} = await obnova.importContainer(options);
    const words = certificate === undefined ? said.dataset.bare : (await use(certificate, options)) ? said.dataset.added : said.dataset.other;
    said.textContent = (words ?? '').replace('%', () => `${label}, ${storageLabel}`);
  });
}
