// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {newBrowser, pageSender, settle} from './fake-browser.js';
import {portPair} from './fake-port.js';

const browser = await import('../src/shared/browser.js');
const {NativeClient} = await import('../src/background/native-client.js');
const {Router} = await import('../src/background/router.js');

export const SITE = 'https://extern.example';
export const SHA = 'ab'.repeat(32);

/** @type {InstanceType<typeof Router>} */ let router;

/** A browser with a worker that documents may connect to. */
export function browserWithRouter() {
  const fake = newBrowser();
  const native = new NativeClient(browser);
  router = new Router({native, hasAccess: browser.hasAccess, ownId: browser.ownId, ownOrigin: browser.ownOrigin});
  return fake;
}

/** What one document does, and what it hears. */
export class Document {
  /** @type {any[]} */ heard = [];
  ended = false;

  /**
   * @param {any} sender
   * @param {string} [name]
   */
  constructor(sender, name = 'page') {
    const {near, far} = portPair(name, sender);
    this.port = near;
    near.onMessage.addListener((message) => this.heard.push(message));
    near.onDisconnect.addListener(() => (this.ended = true));
    router.accept(/** @type {any} */ (far));
  }

  /**
   * @param {number} id
   * @param {any} method
   * @param {any} [params]
   * @param {object} [extra]
   */
  async ask(id, method, params = {}, extra = {}) {
    this.port.postMessage({type: 'request', id, method, params, language: 'ru', ...extra});
    await settle();
  }

  /** @param {number} id */
  answer(id) {
    return this.heard.find((message) => message.id === id && message.type !== 'progress');
  }

  /** @param {number} id */
  failure(id) {
    return this.answer(id)?.error?.name;
  }
}

/** The top frame of a page of a site. */
export const page = (document = 'doc-1', origin = SITE) => new Document(pageSender(origin, document));
