// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What became of keys, in words: the programs that may use a certificate now, and the copies that were made.
 *
 * @typedef {import('/obnova/obnova.js').Obnova} Obnova
 * @typedef {Awaited<ReturnType<Obnova['publishCertificate']>>} Stores
 * @typedef {Awaited<ReturnType<Obnova['listBackups']>>} Copies
 */

/** @param {string} key of the words of this page, in its language */
export function keyWord(key) {
  return document.getElementById('key-words')?.dataset[key] ?? '';
}

/** @param {string} reason a code of an error: why a certificate was left out */
export function reasonInWords(reason) {
  return document.getElementById('key-words')?.getAttribute(`data-reason-${reason}`) ?? keyWord('left').replace('%', () => reason);
}

/** @param {HTMLElement} list @param {Stores} stores */
export function showStores(list, stores) {
  list.replaceChildren(...stores.map(({name, state, message}) => {
    const entry = document.createElement('li');
    entry.dataset.state = state;
    const title = document.createElement('strong');
    title.textContent = name;
    entry.append(title, `: ${keyWord(state)}`);
    if (message) entry.append(small(message));
    return entry;
  }));
  list.hidden = false;
}

/**
 * @param {HTMLElement} panel
 * @param {Copies} copies
 * @param {(sha256: string) => string | undefined} nameOf
 */
export function showCopies(panel, {backups, incomplete}, nameOf) {
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'long'});
  const table = /** @type {HTMLTableElement} */ (panel.querySelector('table'));
  table.tBodies[0]?.replaceChildren(...backups.map(({certificate, storageLabel, made, present}) => {
    const row = document.createElement('tr');
    row.dataset.present = String(present);
    const when = keyWord('made').replace('%', () => day.format(new Date(made)));
    row.append(cell(nameOf(certificate) ?? keyWord('other'), when), cell(storageLabel), cell(keyWord(present ? 'present' : 'absent')));
    return row;
  }));
  table.hidden = backups.length === 0;
  /** @type {HTMLElement} */ (panel.querySelector('.none')).hidden = backups.length > 0 || incomplete;
  /** @type {HTMLElement} */ (panel.querySelector('.incomplete')).hidden = !incomplete;
  panel.hidden = false;
}

/** @param {string} text @param {string} [more] */
function cell(text, more) {
  const element = document.createElement('td');
  element.textContent = text;
  if (more) element.append(small(more));
  return element;
}

/** @param {string} text */
function small(text) {
  const element = document.createElement('span');
  element.className = 'days';
  element.textContent = text;
  return element;
}
