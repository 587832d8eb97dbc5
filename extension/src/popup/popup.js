// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {activeTab, browserLanguage, enableSite, hasAccess, openOptions, openTab, reloadTab, version} from '../shared/browser.js';
import {button, element, failureNotice, nameInWords} from '../shared/elements.js';
import {TEXTS} from '../shared/own-texts.js';
import {ask} from '../shared/worker.js';

/** Where the application is to be had; the setup page finds the right package for the system. */
const SETUP_PAGE = 'https://setup.obnova.org/';

const language = browserLanguage();
const texts = TEXTS[language];
const content = /** @type {HTMLElement} */ (document.getElementById('content'));

/** What a download mends. */
const MENDED_BY_SETUP = new Set(['host_missing', 'host_forbidden', 'host_outdated']);

async function show() {
  content.setAttribute('aria-busy', 'true');
  try {
    const hello = await ask('hello', {}, language);
    const {sites} = await ask('sites.list', {}, language);
    content.replaceChildren(ready(hello.version), await site(sites));
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

/** @param {{origin: string, name: string}[]} sites */
async function site(sites) {
  const tab = await activeTab();
  const part = element('section', '');
  const actions = element('div', 'actions');
  if (!tab || !/^https?:/.test(tab.origin)) part.append(element('p', 'quiet', texts.noSite));
  else if (sites.some(({origin}) => origin === tab.origin) && (await hasAccess(tab.origin))) {
    part.append(element('p', '', texts.siteListed(tab.origin)));
  } else {
    part.append(element('p', '', texts.siteUnlisted(tab.origin)));
    if (tab.origin.startsWith('https:')) actions.append(button(texts.allow, () => void enable(tab), 'allow'));
  }
  actions.append(button(texts.options, () => void openOptions(), 'options'));
  part.append(actions);
  return part;
}

/** @param {{id: number, origin: string}} tab */
async function enable(tab) {
  if (!(await enableSite(tab.origin))) return;
  await reloadTab(tab.id);
  content.prepend(element('p', '', texts.allowed));
}

/** @param {import('../page/obnova.js').ErrorBody} error */
function broken(error) {
  const notice = failureNotice(error, texts.code);
  const actions = element('div', 'actions');
  if (MENDED_BY_SETUP.has(error.name)) {
    const label = error.name === 'host_outdated' ? texts.update : texts.download;
    actions.append(button(label, () => void openTab(SETUP_PAGE), 'setup'));
  }
  actions.append(button(texts.again, () => void show(), 'again'));
  notice.append(actions);
  return notice;
}

nameInWords(language);
void show();
