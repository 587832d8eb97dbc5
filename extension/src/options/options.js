// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {browserLanguage} from '../shared/browser.js';
import {button, element, failureNotice} from '../shared/elements.js';
import {TEXTS} from '../shared/own-texts.js';
import {ask} from '../shared/worker.js';

/** @typedef {{origin: string, operation: keyof typeof TEXTS.ru.operations, given: string}} Consent */

const language = browserLanguage();
const texts = TEXTS[language];
const content = /** @type {HTMLElement} */ (document.getElementById('content'));
const day = new Intl.DateTimeFormat(language, {dateStyle: 'long'});

async function show() {
  content.setAttribute('aria-busy', 'true');
  try {
    const {consents} = await ask('consents.list', {}, language);
    const {sites} = await ask('sites.list', {}, language);
    content.replaceChildren(
      element('h2', '', texts.consents),
      consents.length === 0 ? element('p', 'quiet', texts.none) : table(consents),
      element('h2', '', texts.sites),
      ...sites.map((/** @type {{origin: string, name: string}} */ {origin, name}) => element('p', '', name, ' ', element('span', 'quiet', origin))),
    );
  } catch (failure) {
    const notice = failureNotice(/** @type {import('../page/obnova.js').ErrorBody} */ (failure), texts.code);
    notice.append(element('div', 'actions', button(texts.again, () => void show(), 'again')));
    content.replaceChildren(notice);
  } finally {
    content.removeAttribute('aria-busy');
  }
}

/** @param {Consent[]} consents */
function table(consents) {
  const head = element('tr', '', ...[texts.site, texts.operation, texts.given, ''].map((word) => element('th', '', word)));
  return element('table', '', element('thead', '', head), element('tbody', '', ...consents.map(row)));
}

/** @param {Consent} consent */
function row({origin, operation, given}) {
  const said = texts.operations[operation] ?? operation;
  const revoke = button(texts.revoke, () => void ask('consents.revoke', {origin, operation}, language).then(show, show), 'revoke');
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

document.documentElement.lang = language;
void show();
