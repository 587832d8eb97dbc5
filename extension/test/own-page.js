// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {readFileSync} from 'node:fs';
import {JSDOM} from 'jsdom';
import {newBrowser, settle} from './fake-browser.js';

const browser = await import('../src/shared/browser.js');
const {NativeClient} = await import('../src/background/native-client.js');
const {Router} = await import('../src/background/router.js');
const {keepSitesRegistered, mayWorkOn} = await import('../src/background/site-access.js');

let opened = 0;

/** A browser whose worker runs, before one of the extension's own pages is opened. */
export function withWorker() {
  const fake = newBrowser();
  const native = new NativeClient(browser);
  const router = new Router({native, hasAccess: mayWorkOn, ownId: browser.ownId, ownOrigin: browser.ownOrigin});
  browser.onConnect((port) => router.accept(port));
  browser.enterOpenPages();
  keepSitesRegistered();
  return fake;
}

/**
 * Opens a page of the extension in the browser of this test.
 *
 * @param {'popup' | 'options'} name
 */
export async function openOwnPage(name) {
  const html = readFileSync(new URL(`../src/${name}/${name}.html`, import.meta.url), 'utf8');
  const {window} = new JSDOM(html);
  Object.assign(globalThis, {document: window.document});
  // A module runs once: each opening loads it under an address of its own.
  await import(`../src/${name}/${name}.js?opening=${++opened}`);
  await settle();
  /** @type {any} */
  const document = window.document;
  const content = document.getElementById('content');
  return {
    document,
    content,
    words: () => content.textContent,
    buttons: () => /** @type {string[]} */ ([...content.querySelectorAll('button')].map((button) => button.dataset.testid)),
    button: (/** @type {string} */ id, index = 0) => content.querySelectorAll(`[data-testid="${id}"]`)[index],
    press: async (/** @type {string} */ id, index = 0) => {
      content.querySelectorAll(`[data-testid="${id}"]`)[index].click();
      await settle();
    },
  };
}
