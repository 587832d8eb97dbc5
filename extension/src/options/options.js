// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {browserLanguage, disableSite, enabledSites} from '../shared/browser.js';
import {button, element, failureNotice, nameInWords} from '../shared/elements.js';
import {TEXTS} from '../shared/own-texts.js';
import {ask} from '../shared/worker.js';

/** @typedef {{origin: string, name: string, own?: true}} Site own: the person added it */
/** @typedef {{origin: string, operation: keyof typeof TEXTS.ru.operations, given: string}} Consent */

const language = browserLanguage();
const texts = TEXTS[language];
const content = /** @type {HTMLElement} */ (document.getElementById('content'));
const day = new Intl.DateTimeFormat(language, {dateStyle: 'long'});

async function show() {
  content.setAttribute('aria-busy', 'true');
  const ours = await enabled();
  try {
    const {consents} = await ask('consents.list', {}, language);
    const {sites, locked} = await ask('sites.list', {}, language);
    content.replaceChildren(
      element('h2', '', texts.consents),
      consents.length === 0 ? element('p', 'quiet', texts.none) : table(consents),
      element('h2', '', texts.sites),
      siteTable(sites, locked === true),
      ...ours,
    );
  } catch (failure) {
    const notice = failureNotice(/** @type {import('../page/obnova.js').ErrorBody} */ (failure), texts.code);
    notice.append(element('div', 'actions', button(texts.again, () => void show(), 'again')));
    content.replaceChildren(notice, ...ours);
  } finally {
    content.removeAttribute('aria-busy');
  }
}

/**
 * @param {Site[]} sites
 * @param {boolean} locked whether the administrator alone keeps the list
 */
function siteTable(sites, locked) {
  const rows = sites.map(({origin, name, own}) => {
    const last = element('td');
    if (own && !locked) {
      const remove = button(texts.remove, () => void removeSite(origin), 'remove-site');
      remove.setAttribute('aria-label', texts.removeName(origin));
      last.append(remove);
    }
    return element('tr', '', element('td', '', name, ' ', element('span', 'quiet', origin)), last);
  });
  return element('table', 'sites', element('tbody', '', ...rows));
}

/** @param {string} origin */
async function removeSite(origin) {
  // Whether it went well is seen from the list, which is asked for anew.
  await ask('sites.remove', {origin}, language).catch(() => {});
  await show();
}

/** What the browser itself knows: it is shown without the application as well. */
async function enabled() {
  const rows = (await enabledSites()).map((granted) => {
    const site = granted.replace(/\/\*$/, '');
    const disable = button(texts.disable, () => void disableSite(granted).then(show), 'disable');
    disable.setAttribute('aria-label', texts.disableName(site));
    return element('tr', '', element('td', '', site), element('td', '', disable));
  });
  return rows.length === 0 ? [] : [element('h2', '', texts.enabled), element('table', '', element('tbody', '', ...rows))];
}

/** @param {Consent[]} consents */
function table(consents) {
  const columns = [texts.site, texts.operation, texts.given].map((word) => element('th', '', word));
  for (const column of columns) column.scope = 'col';
  const head = element('tr', '', ...columns, element('td'));
  return element('table', '', element('thead', '', head), element('tbody', '', ...consents.map(row)));
}

/** @param {Consent} consent */
function row({origin, operation, given}) {
  const said = texts.operations[operation] ?? operation;
  const revoke = button(texts.revoke, () => void revokeConsent(origin, operation), 'revoke');
  revoke.setAttribute('aria-label', texts.revokeName(said, origin));
  return element(
    'tr',
    '',
    element('td', '', origin),
    element('td', '', said),
    element('td', '', day.format(new Date(given))),
    element('td', '', revoke),
  );
}

/**
 * @param {string} origin
 * @param {string} operation
 */
async function revokeConsent(origin, operation) {
  // Whether it went well is seen from the list, which is asked for anew.
  await ask('consents.revoke', {origin, operation}, language).catch(() => {});
  await show();
}

nameInWords(language);
void show();
