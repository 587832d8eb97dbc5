// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {readFileSync} from 'node:fs';
import {portPair} from './fake-port.js';

/** @type {any[]} */
export const REGISTRY = JSON.parse(
  readFileSync(new URL('../../native-host/doc/errors.json', import.meta.url), 'utf8'),
).errors;

/**
 * @typedef {object} Received
 * @property {string} jsonrpc
 * @property {string} id
 * @property {string} method
 * @property {any} params
 */

/**
 * The application behind native ports: greets by itself, answers what `answers` knows, leaves the rest to the test.
 */
export class FakeHost {
  /** @type {import('./fake-port.js').FakePort[]} the host's ends, oldest first */ ports = [];
  /** @type {Received[]} everything that came, oldest first */ received = [];
  /** @type {Map<string, (params: any) => object>} */ answers = new Map([['hello', (params) => this.greeting(params)]]);
  /** @type {string | undefined} why the browser starts no host, in its words */ refusal;
  protocol = 1;

  /** @param {{runtime: {lastError: {message: string} | undefined}}} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /** @param {any} params */
  greeting({language}) {
    return {protocol: this.protocol, version: '0.1.0', language, methods: ['hello']};
  }

  /** @param {string} name */
  open(name) {
    const {near, far} = portPair(name);
    this.ports.push(far);
    far.onMessage.addListener((message) => this.#receive(message));
    if (this.refusal !== undefined) queueMicrotask(() => this.end(this.refusal));
    return near;
  }

  /** @param {Received} message */
  #receive(message) {
    this.received.push(message);
    const answer = this.answers.get(message.method);
    if (answer && this.refusal === undefined) this.reply(message.id, answer(message.params));
  }

  get port() {
    return /** @type {import('./fake-port.js').FakePort} */ (this.ports.at(-1));
  }

  /** @param {string} method */
  all(method) {
    return this.received.filter((message) => message.method === method);
  }

  /** @param {string} method */
  last(method) {
    const found = this.all(method).at(-1);
    if (!found) throw new Error(`no ${method} among ${this.received.map((message) => message.method)}`);
    return found;
  }

  /**
   * @param {string} id
   * @param {object} result
   */
  reply(id, result) {
    this.port.postMessage({jsonrpc: '2.0', id, result});
  }

  /**
   * @param {string | null} id
   * @param {string} name of the registry
   * @param {'ru' | 'en'} [language]
   */
  fail(id, name, language = 'ru') {
    const {code, [language]: texts} = REGISTRY.find((entry) => entry.name === name);
    const {message, loss, hint} = texts;
    this.port.postMessage({jsonrpc: '2.0', id, error: {code, message, data: {name, loss, hint}}});
  }

  /**
   * @param {string} id
   * @param {object} progress
   */
  progress(id, progress) {
    this.port.postMessage({jsonrpc: '2.0', method: 'progress', params: {id, ...progress}});
  }

  /**
   * The host's process ends, or never began.
   *
   * @param {string} [reason] the browser's words
   * @param {'chromium' | 'firefox'} [kind]
   */
  end(reason, kind = 'chromium') {
    const seen = this.port.peer;
    this.port.connected = false;
    const error = reason === undefined ? undefined : {message: reason};
    if (kind === 'firefox' && seen) seen.error = error;
    else this.browser.runtime.lastError = error;
    seen?.endedByPeer();
    // Chromium forgets the reason when the listeners have run.
    this.browser.runtime.lastError = undefined;
  }
}
