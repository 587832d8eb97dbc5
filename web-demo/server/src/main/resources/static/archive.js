// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** Old certificates and their keys, copied to this computer while their media are whole. */
import {connected, onPress} from './task.js';
import {keyWord, reasonInWords} from './key-results.js';

const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('archive'));
const none = /** @type {HTMLElement} */ (document.getElementById('none-chosen'));
const said = /** @type {HTMLElement} */ (document.getElementById('archive-said'));

/** So many at a time the application takes. */
const MOST = 50;

/** @returns {HTMLInputElement[]} */
const ticked = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name="old"]:checked'))];

if (button) {
  onPress(button, async (options) => {
    const certificates = ticked().map(({value}) => value).slice(0, MOST);
    none.hidden = certificates.length > 0;
    said.textContent = '';
    if (certificates.length === 0) {
      /** @type {HTMLInputElement | null} */ (document.querySelector('input[name="old"]'))?.focus();
      return;
    }
    const obnova = await connected(options.signal);
    const {archived, left} = await obnova.archiveContainers({certificates}, options);
    for (const certificate of archived) say(certificate, 'archived', keyWord('archived'));
    for (const {certificate, reason} of left) say(certificate, reason, reasonInWords(reason));
    said.textContent = (left.length === 0 ? said.dataset.all : said.dataset.some) ?? '';
  });
  document.addEventListener('change', () => (none.hidden = none.hidden || ticked().length > 0));
}

/** @param {string} certificate @param {string} result @param {string} words */
function say(certificate, result, words) {
  const card = /** @type {HTMLElement | null} */ (document.querySelector(`.key[data-certificate="${CSS.escape(certificate)}"]`));
  if (!card) return;
  card.dataset.result = result;
  const line = card.querySelector('.said');
  if (line) line.textContent = words;
}
