// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {administrator, administratorAllows} from '../shared/administrator.js';
import {activeTab, browserLanguage, hasAccess, openOptions, openTab, requestAccess, version} from '../shared/browser.js';
import {button, element, failureNotice, nameInWords} from '../shared/elements.js';
import {TEXTS} from '../shared/own-texts.js';
import {ask} from '../shared/worker.js';

const language = browserLanguage();
const texts = TEXTS[language];
const content = /** @type {HTMLElement} */ (document.getElementById('content'));

/** What a download mends. */
const MENDED_BY_SETUP = new Set(['host_missing', 'host_forbidden', 'host_outdated']);

async function show() {
  content.setAttribute('aria-busy', 'true');
  try {
    const hello = await ask('hello', {}, language);
    const {sites, locked} = await ask('sites.list', {}, language);
    content.replaceChildren(ready(hello.version), await site(sites, locked === true));
  } catch (failure) {
    content.replaceChildren(broken(/** @type {import('../page/obnova.js').ErrorBody} */ (failure)));
  } finally {
    content.removeAttribute('aria-busy');
  }
}

/** @param {string} hostVersion */
function ready(hostVersion) {
  const notice = element(
    'section',
    'state good',
    element('p', 'what', texts.ready),
    element('p', 'quiet', texts.versions(version(), hostVersion)),
  );
  notice.dataset.testid = 'ready';
  return notice;
}

/**
 * @param {{origin: string, name: string, own?: true}[]} sites
 * @param {boolean} locked whether the administrator alone keeps the application's list
 */
async function site(sites, locked) {
  const tab = await activeTab();
  const part = element('section', '');
  const actions = element('div', 'actions');
  const listed = sites.find(({origin}) => origin === tab?.origin);
  if (!tab || !/^https?:/.test(tab.origin)) part.append(element('p', 'quiet', texts.noSite));
  else if ((locked && !listed) || !(await administratorAllows(tab.origin))) part.append(element('p', '', texts.siteUnlisted(tab.origin)), element('p', 'quiet', texts.locked));
  else if (listed && (await hasAccess(tab.origin))) {
    part.append(element('p', '', texts.siteListed(tab.origin)));
    if (listed.own && !locked) actions.append(button(texts.remove, () => void change('sites.remove', tab.origin), 'remove-site'));
  } else {
    part.append(element('p', '', texts.siteUnlisted(tab.origin)));
    if (tab.origin.startsWith('https:')) actions.append(button(texts.add, () => void add(tab.origin), 'add-site'));
  }
  actions.append(button(texts.options, () => void openOptions(), 'options'));
  part.append(actions);
  return part;
}

/** @param {string} origin */
async function add(origin) {
  // The worker is told first: the browser's question may close this popup, and the click counts only until something is awaited.
  const stop = new AbortController();
  const added = change('sites.add', origin, stop.signal);
  if (!(await requestAccess(origin))) stop.abort();
  await added;
}

/**
 * @param {'sites.add' | 'sites.remove'} method
 * @param {string} origin
 * @param {AbortSignal} [signal]
 */
async function change(method, origin, signal) {
  content.setAttribute('aria-busy', 'true');
  const asked = ask(method, {origin}, language, signal);
  content.replaceChildren(element('p', '', method === 'sites.add' ? texts.adding : texts.removing));
  try {
    await asked;
    await show();
  } catch (failure) {
    content.replaceChildren(broken(/** @type {import('../page/obnova.js').ErrorBody} */ (failure)));
    content.removeAttribute('aria-busy');
  }
}

/** @param {import('../page/obnova.js').ErrorBody} error */
function broken(error) {
  const notice = failureNotice(error, texts.code);
  const actions = element('div', 'actions');
  if (MENDED_BY_SETUP.has(error.name)) {
    const label = error.name === 'host_outdated' ? texts.update : texts.download;
    actions.append(button(label, () => void administrator().then(({setupPage}) => openTab(setupPage)), 'setup'));
  }
  actions.append(button(texts.again, () => void show(), 'again'));
  notice.append(actions);
  return notice;
}

nameInWords(language);
void show();
