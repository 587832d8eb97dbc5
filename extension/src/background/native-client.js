// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure, HostFailure} from '../shared/failure.js';
import {hostFailure} from './host-failure.js';

/**
 * @typedef {import('../page/obnova.js').Language} Language
 * @typedef {import('../page/obnova.js').Progress} Progress
 * @typedef {{protocol: number, version: string, language: string, methods: string[]}} Hello
 * @typedef {{resolve: (result: any) => void, reject: (reason: Failure) => void, onProgress?: (progress: Progress) => void}} Call
 *
 * @typedef {object} NativeSide what the client needs of the browser
 * @property {(hostName: string) => chrome.runtime.Port} connectNative
 * @property {(port: chrome.runtime.Port) => string} disconnectReason
 * @property {() => string} version
 */

export const HOST_NAME = 'org.obnova.host';
/** Highest version of the protocol that this extension speaks, and the lowest. */
export const PROTOCOL = 1;
export const LOWEST_PROTOCOL = 1;
/** A host that does not greet within this time will not do so later. */
export const HELLO_MS = 30_000;
/** The port is closed, and with it the host ends, so long after the last request, unless somebody holds it open. */
export const IDLE_MS = 60_000;

/**
 * The one native port of this browser profile. It is opened by the first request, greets the host, and is closed after
 * {@link IDLE_MS} without requests, where nobody holds it open for notifications. An open native port keeps the worker alive, so nothing under way is lost to the browser's
 * putting the worker to sleep.
 */
export class NativeClient {
  /** @type {NativeSide} */ #browser;
  /** @type {chrome.runtime.Port | undefined} */ #port;
  /** @type {Hello | undefined} */ #hello;
  /** @type {Language | undefined} */ #language;
  /** @type {Map<string, Call>} */ #calls = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #idle;
  /** @type {Promise<unknown>} settles when the requests so far were sent */ #turn = Promise.resolve();
  /** @type {Map<string, (params: any) => void>} */ #notified = new Map();
  /** @type {Set<() => void>} */ #closedListeners = new Set();
  #holders = 0;
  #lastId = 0;

  /** @param {NativeSide} browser */
  constructor(browser) {
    this.#browser = browser;
  }

  /**
   * @param {Language} language
   * @returns {Promise<Hello>} what the host said of itself
   */
  hello(language) {
    return this.#inTurn(async () => ({reply: await this.#greeted(language)}));
  }

  /**
   * Sends a request in the given language. `sent` gets the id with which {@link cancel} stops it.
   *
   * @param {string} method
   * @param {object} params
   * @param {{language: Language, onProgress?: (progress: Progress) => void, sent?: (id: string) => void}} options
   * @returns {Promise<any>}
   */
  request(method, params, {language, onProgress, sent}) {
    return this.#inTurn(async () => {
      await this.#greeted(language);
      return {reply: this.#send(method, params, onProgress, sent)};
    });
  }

  /**
   * Asks the host to end a request; the request itself is answered, with `cancelled` or, where it was writing, with its result.
   *
   * @param {string} id
   */
  cancel(id) {
    if (this.#calls.has(id)) this.#send('cancel', {id}).catch(() => {});
  }

  /**
   * @param {string} method of a notification that belongs to no request
   * @param {(params: any) => void} listener the one of this method
   */
  onNotification(method, listener) {
    this.#notified.set(method, listener);
  }

  /** @param {() => void} listener told when the port has ended: the next host knows nothing of what was asked of this one */
  onClosed(listener) {
    this.#closedListeners.add(listener);
  }

  /**
   * Keeps an open port open though no request is under way. It opens none, and one that ends stays ended until the next request.
   *
   * @returns {() => void} lets go; to be called once
   */
  hold() {
    this.#holders++;
    this.#touch();
    return () => {
      this.#holders--;
      this.#touch();
    };
  }

  /** Number of requests that are not answered yet. */
  get underWay() {
    return this.#calls.size;
  }

  /**
   * One at a time: the host's language is that of its last hello, so nobody else's may come between hello and request. The turn
   * ends when the request was sent, not when it is answered.
   *
   * @template T
   * @param {() => Promise<{reply: T | Promise<T>}>} step
   * @returns {Promise<T>}
   */
  #inTurn(step) {
    const started = this.#turn.then(step);
    this.#turn = started.catch(() => {});
    return started.then(({reply}) => reply);
  }

  /**
   * @param {Language} language
   * @returns {Promise<Hello>}
   */
  async #greeted(language) {
    if (!this.#hello || this.#language !== language) {
      this.#hello = await this.#greet(language);
      this.#language = language;
    }
    return this.#hello;
  }

  /**
   * @param {Language} language
   * @returns {Promise<Hello>}
   */
  async #greet(language) {
    const params = {protocol: PROTOCOL, version: this.#browser.version(), language};
    const overdue = setTimeout(
      () => this.#end(new Failure('host_crashed', `no answer to hello in ${HELLO_MS} ms`)),
      HELLO_MS,
    );
    const hello = await this.#send('hello', params)
      .catch((failure) => {
        if (failure.name !== 'protocol_unsupported') throw failure;
        throw new Failure('extension_outdated', `the host refuses protocol ${PROTOCOL}`);
      })
      .finally(() => clearTimeout(overdue));
    if (!Number.isInteger(hello?.protocol) || hello.protocol < LOWEST_PROTOCOL) {
      const failure = new Failure('host_outdated', `the host speaks protocol ${hello?.protocol}`);
      // Let go, so that the next try starts the one that the person has installed meanwhile.
      this.#end(failure);
      throw failure;
    }
    return hello;
  }

  /**
   * @param {string} method
   * @param {object} params
   * @param {(progress: Progress) => void} [onProgress]
   * @param {(id: string) => void} [sent]
   * @returns {Promise<any>}
   */
  #send(method, params, onProgress, sent) {
    return new Promise((resolve, reject) => {
      const id = String(++this.#lastId);
      const port = this.#open();
      this.#calls.set(id, {resolve, reject, onProgress});
      this.#touch();
      sent?.(id);
      port.postMessage({jsonrpc: '2.0', id, method, params});
    });
  }

  #open() {
    if (!this.#port) {
      const port = this.#browser.connectNative(HOST_NAME);
      let heard = false;
      port.onMessage.addListener((message) => {
        heard = true;
        this.#receive(message);
      });
      port.onDisconnect.addListener(() => {
        const failure = hostFailure(this.#browser.disconnectReason(port), heard);
        if (this.#port === port) this.#closed(failure);
      });
      this.#port = port;
    }
    return this.#port;
  }

  /** @param {any} message */
  #receive(message) {
    if (message?.method === 'progress') {
      const {id, ...progress} = message.params ?? {};
      this.#calls.get(id)?.onProgress?.(progress);
      return;
    }
    if (message?.id === undefined) {
      this.#notified.get(message?.method)?.(message.params);
      return;
    }
    const call = this.#calls.get(message.id);
    if (!call) return;
    this.#calls.delete(message.id);
    this.#touch();
    if (message.error === undefined) call.resolve(message.result);
    else call.reject(this.#hostFailure(message.error));
  }

  /**
   * @param {any} error
   * @returns {Failure}
   */
  #hostFailure(error) {
    const failure = new HostFailure(error ?? {});
    // Every command of this extension is part of protocol 1: a host that lacks one is older than its own protocol number.
    return failure.name === 'method_not_found' ? new Failure('host_outdated', failure.detail) : failure;
  }

  /** @param {Failure} failure */
  #closed(failure) {
    clearTimeout(this.#idle);
    this.#port = undefined;
    this.#hello = undefined;
    this.#language = undefined;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const {reject} of calls) reject(failure);
    for (const listener of this.#closedListeners) listener();
  }

  /** Starts to count the idle time anew, or stops counting while something is under way or somebody listens. */
  #touch() {
    clearTimeout(this.#idle);
    if (this.#calls.size === 0 && this.#holders === 0 && this.#port) {
      this.#idle = setTimeout(() => this.#end(new Failure('host_crashed', 'idle')), IDLE_MS);
    }
  }

  /**
   * Closes the port from this side, where the browsers fire no onDisconnect.
   *
   * @param {Failure} failure
   */
  #end(failure) {
    this.#port?.disconnect();
    this.#closed(failure);
  }
}
