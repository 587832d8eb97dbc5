// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure} from '../shared/failure.js';
import {COMMANDS} from './commands/index.js';

/**
 * @typedef {import('./commands/command.js').Audience} Audience
 * @typedef {import('./native-client.js').NativeClient} NativeClient
 * @typedef {import('./storage-watch.js').StorageWatch} StorageWatch
 * @typedef {import('../page/obnova.js').Language} Language
 * @typedef {{origin: string, document: string}} Site
 * @typedef {{nativeId?: string, cancelled: boolean}} UnderWay
 */

/** So many requests of one page may be under way: the host has room for 32, and others need theirs. */
export const MAX_PER_PAGE = 8;

/**
 * The requests of one document (or of one of the extension's own pages). Ids, progress and cancelling stay inside it: the native
 * client gives every request an id of its own, and no other session ever learns it.
 */
export class Session {
  /** @type {Map<number, UnderWay>} */ #requests = new Map();
  /** @type {chrome.runtime.Port} */ #port;
  /** @type {NativeClient} */ #native;
  /** @type {Audience} */ #audience;
  /** @type {Site | undefined} */ #site;
  /** @type {(origin: string) => Promise<boolean>} */ #hasAccess;
  /** @type {ReturnType<StorageWatch['of']> | undefined} of a page; nobody else hears of media */ #storages;

  /**
   * @param {chrome.runtime.Port} port
   * @param {Audience} audience
   * @param {Site | undefined} site undefined for the extension's own pages
   * @param {{native: NativeClient, watch: StorageWatch, hasAccess: (origin: string) => Promise<boolean>}} services
   */
  constructor(port, audience, site, {native, watch, hasAccess}) {
    this.#port = port;
    this.#audience = audience;
    this.#site = site;
    this.#native = native;
    this.#hasAccess = hasAccess;
    if (site && audience === 'page') {
      this.#storages = watch.of(site.document, () => this.#answer({type: 'event', event: 'storages.changed'}));
    }
    port.onMessage.addListener((message) => this.#receive(message));
    port.onDisconnect.addListener(() => this.#end());
  }

  /** @param {any} message */
  #receive(message) {
    if (message?.type === 'listen') this.#storages?.listen();
    if (message?.type === 'unlisten') this.#storages?.unlisten();
    if (!Number.isSafeInteger(message?.id)) return;
    if (message.type === 'request') this.#request(message);
    else if (message.type === 'cancel') this.#cancel(message.id);
  }

  /** @param {{id: number, method: unknown, params: unknown, language: unknown}} message */
  async #request({id, method, params, language: wanted}) {
    /** @type {Language} */
    const language = wanted === 'en' ? 'en' : 'ru';
    if (this.#requests.has(id)) {
      this.#answer({type: 'error', id, error: new Failure('duplicate_id', `id ${id}`).body(language)});
      return;
    }
    const request = {cancelled: false};
    this.#requests.set(id, request);
    const answer = await this.#run(id, request, method, params, language).then(
      (result) => ({type: 'result', id, result}),
      (failure) => ({type: 'error', id, error: asFailure(failure).body(language)}),
    );
    this.#requests.delete(id);
    this.#answer(answer);
  }

  /**
   * @param {number} id
   * @param {UnderWay} request
   * @param {unknown} method
   * @param {unknown} params
   * @param {Language} language
   * @returns {Promise<object>}
   */
  async #run(id, request, method, params, language) {
    const command = COMMANDS.get(/** @type {string} */ (method));
    if (!command?.audience.includes(this.#audience)) {
      throw new Failure('page_request_invalid', `method ${String(method)} is not for ${this.#audience}`);
    }
    command.params(params, 'params');
    if (this.#requests.size > MAX_PER_PAGE) throw new Failure('busy', `more than ${MAX_PER_PAGE} of one page`);
    if (this.#site && !(await this.#hasAccess(this.#site.origin))) {
      throw new Failure('page_not_allowed', this.#site.origin);
    }
    /** @type {import('./commands/command.js').Ask} */
    const ask = (hostMethod, hostParams) => {
      if (request.cancelled) return Promise.reject(new Failure('cancelled', 'before it was sent'));
      if (hostMethod === 'hello') return this.#native.hello(language);
      const all = command.site ? {...hostParams, site: this.#site} : hostParams;
      const asked = this.#native.request(hostMethod, all, {
        language,
        onProgress: (progress) => this.#answer({type: 'progress', id, progress}),
        sent: (nativeId) => this.#sent(request, nativeId),
      });
      if (hostMethod === 'storages.list') asked.then(() => this.#storages?.listed(), () => {});
      return asked;
    };
    return command.run(ask, params, this.#site);
  }

  /**
   * @param {UnderWay} request
   * @param {string} nativeId
   */
  #sent(request, nativeId) {
    request.nativeId = nativeId;
    // Cancelled while it waited for its turn: the host is told as soon as it can know the id.
    if (request.cancelled) queueMicrotask(() => this.#native.cancel(nativeId));
  }

  /** @param {number} id */
  #cancel(id) {
    const request = this.#requests.get(id);
    if (!request || request.cancelled) return;
    request.cancelled = true;
    if (request.nativeId !== undefined) this.#native.cancel(request.nativeId);
  }

  /**
   * The page has closed or gone elsewhere: what waits for the person is cancelled (the host finishes a write by itself). Of the extension's own pages it goes on: a
   * popup closes as soon as a window of the browser or of the host comes before it, and that window is what the person was to answer.
   */
  #end() {
    if (this.#audience !== 'own') for (const id of this.#requests.keys()) this.#cancel(id);
    this.#storages?.end();
    this.#ended = true;
  }

  #ended = false;

  /** @param {object} message */
  #answer(message) {
    if (!this.#ended) this.#port.postMessage(message);
  }
}

/**
 * The one edge where anything thrown becomes an answer.
 *
 * @param {unknown} thrown
 * @returns {Failure}
 */
function asFailure(thrown) {
  return thrown instanceof Failure ? thrown : new Failure('internal_error', String(thrown));
}
