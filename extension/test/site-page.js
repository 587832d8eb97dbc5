// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {readFileSync} from 'node:fs';
import {afterEach} from 'node:test';
import {JSDOM} from 'jsdom';

const SOURCE = new URL('../src/', import.meta.url);

/** @param {string} path in src */
const read = (path) => readFileSync(new URL(path, SOURCE), 'utf8');

/** Content scripts are classic scripts that share one scope: here a function's, which gets the page's objects as parameters. */
const CONTENT = JSON.parse(read('manifest.json')).content_scripts[0].js.filter((/** @type {string} */ path) => !path.endsWith('/start.js'));
const LOAD = new Function(
  'window', 'document', 'chrome', 'MutationObserver',
  `${CONTENT.map(read).join('\n')}\nreturn {obnovaBridge, obnovaOffers, obnovaOfferTexts, start() {${read('content/start.js')}}};`,
);

/** @type {MessagePort[]} */
const ports = [];

// A port that is open keeps the process alive.
class TrackedChannel extends MessageChannel {
  constructor() {
    super();
    ports.push(this.port1, this.port2);
  }
}
globalThis.MessageChannel = TrackedChannel;
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** A page of a site: its document is jsdom's; its window has what the scripts use, so that a test sees where it was sent. */
export class SitePage {
  /** @type {string[]} */ visited = [];
  /** @type {Map<string, ((event: any) => void)[]>} */ #listeners = new Map();

  /**
   * @param {string} origin
   * @param {string} [body]
   * @param {string} [lang]
   */
  constructor(origin, body = '', lang = 'ru') {
    this.dom = new JSDOM(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`, {url: `${origin}/`, pretendToBeVisual: true});
    /** @type {any} */
    this.document = this.dom.window.document;
    this.window = {
      location: {origin, assign: (/** @type {string} */ url) => void this.visited.push(url)},
      addEventListener: (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) => {
        this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
      },
      postMessage: (/** @type {any} */ data, /** @type {string} */ target, /** @type {MessagePort[]} */ transferred) => {
        if (target !== origin) throw new Error(`posted to ${target}`);
        queueMicrotask(() => this.message({data, ports: transferred}));
      },
    };
  }

  /** @returns {any} the content scripts, loaded into this page and not started */
  contentScripts() {
    return LOAD(this.window, this.document, Reflect.get(globalThis, 'chrome'), this.dom.window.MutationObserver);
  }

  /**
   * A message event of the window; what a test does not say is as it is when the page itself posts.
   *
   * @param {object} event
   */
  message(event) {
    const whole = {source: this.window, origin: this.window.location.origin, isTrusted: true, ports: [], ...event};
    for (const listener of this.#listeners.get('message') ?? []) listener(whole);
  }

  /** Makes this the page in which page/obnova.js runs. */
  enter() {
    Object.assign(globalThis, {window: this.window, document: this.document});
    return this;
  }
}

/**
 * @template T
 * @param {() => T | undefined | false} found
 * @returns {Promise<T>} what is found once it is there
 */
export async function eventually(found) {
  for (let turn = 0; turn < 2000; turn++) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`never: ${found}`);
}
