// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** What a holder does with keys outside of a renewal. Which copies may be made the server says, each time. */
import {read} from './site.js';
import {connected, onPress} from './task.js';
import {keyWord, showCopies, showStores} from './key-results.js';
import {onImport} from './import-key.js';

/**
 * @typedef {import('/obnova/obnova.js').Obnova} Obnova
 * @typedef {Parameters<Parameters<typeof onPress>[1]>[0]} Options
 */

const copies = /** @type {HTMLElement} */ (document.getElementById('copies'));

/** @type {Record<string, (obnova: Obnova, certificate: string, options: Options, card: HTMLElement) => Promise<string>>} */
const WORK = {
  async backup(obnova, certificate, options) {
    await read(`/keys/${certificate}/copying`, options);
    const {storageLabel} = await obnova.copyContainer({certificate}, options);
    if (!copies.hidden) await list(obnova, options);
    return keyWord('copied').replace('%', () => storageLabel);
  },
  async export(obnova, certificate, options) {
    await read(`/keys/${certificate}/copying`, options);
    const {fileName} = await obnova.exportContainer({certificate}, options);
    return keyWord('saved').replace('%', () => fileName);
  },
  async publish(obnova, certificate, options, card) {
    const stores = await obnova.publishCertificate({certificate}, options);
    showStores(/** @type {HTMLElement} */ (card.querySelector('.stores')), stores);
    return '';
  },
  async password(obnova, certificate, options) {
    await obnova.changePassword({certificate}, options);
    return keyWord('password');
  },
};

for (const card of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.key'))) {
  const said = /** @type {HTMLElement} */ (card.querySelector('.said'));
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (card.querySelectorAll('button'))) {
    const work = WORK[button.dataset.keyAct ?? ''];
    button.setAttribute('aria-label', `${button.textContent}: ${card.dataset.name}`);
    if (!work) continue;
    onPress(button, async (options) => {
      said.textContent = '';
      said.textContent = await work(await connected(options.signal), card.dataset.certificate ?? '', options, card);
    });
  }
}

onPress(/** @type {HTMLButtonElement} */ (document.getElementById('show-copies')), async (options) => {
  await list(await connected(options.signal), options);
});

onImport(async (certificate) => document.querySelector(`.key[data-certificate="${certificate}"]`) !== null);

/** @param {Obnova} obnova @param {Options} options */
async function list(obnova, options) {
  const made = await obnova.listBackups(options);
  showCopies(copies, made, (sha256) => /** @type {HTMLElement | null} */ (document.querySelector(`.key[data-certificate="${CSS.escape(sha256)}"]`))?.dataset.name);
}
