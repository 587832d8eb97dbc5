// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Carries messages between the page and the worker, and nothing else: what a message may ask is decided in the worker, by the sender that
 * the browser names. The page hands over one end of a channel, so that no other script or frame hears the answers.
 *
 * From the page: `{type: 'request', id, method, params}`, `{type: 'cancel', id}`, `{type: 'listen'}`, `{type: 'unlisten'}`, `{type: 'close'}`. To the
 * page: `ready`, by id `progress`, `result`, `error`, and to one that listens `event`.
 */
const obnovaBridge = (() => {
  const CHANNEL = 1;

  /** One connection of the page; a page may open several. */
  class Connection {
    /** @type {chrome.runtime.Port | undefined} */ #worker;
    /** @type {Set<number>} */ #waiting = new Set();
    /** Whether the page wants to hear of changes of its media. */
    #listens = false;
    /** Whether the worker at the other end has answered anything: one that takes this page at all. */
    #answered = false;

    /**
     * @param {MessagePort} page
     * @param {'ru' | 'en'} language
     */
    constructor(page, language) {
      this.page = page;
      this.language = language;
      page.onmessage = ({data}) => this.#fromPage(data);
      page.postMessage({type: 'ready', version: obnovaExtension.version()});
    }

    /** @param {any} message */
    #fromPage(message) {
      const {type, id, method, params} = message ?? {};
      if (type === 'close') this.close();
      if (type === 'listen' || type === 'unlisten') this.#listen(type === 'listen');
      if (!Number.isSafeInteger(id)) return;
      if (type === 'cancel') this.#worker?.postMessage({type, id});
      if (type === 'request') this.#request(id, method, params);
    }

    /**
     * Wakes no worker: there is nothing to hear before something was asked.
     *
     * @param {boolean} listens
     */
    #listen(listens) {
      this.#listens = listens;
      this.#worker?.postMessage({type: listens ? 'listen' : 'unlisten'});
    }

    /**
     * @param {number} id
     * @param {unknown} method
     * @param {unknown} params
     */
    #request(id, method, params) {
      this.#waiting.add(id);
      try {
        this.#open().postMessage({type: 'request', id, method, params, language: this.language});
      } catch (failure) {
        // The extension was updated or removed while the page stood open: only a fresh page has a living content script.
        this.#fail('extension_missing', String(failure));
      }
    }

    #open() {
      if (!this.#worker) {
        const worker = obnovaExtension.connect('page');
        worker.onMessage.addListener((message) => this.#fromWorker(message));
        worker.onDisconnect.addListener(() => {
          if (this.#worker !== worker) return;
          this.#worker = undefined;
          this.#fail('host_crashed', 'the worker has closed the port');
          // A new worker does not know what this page has asked for. One that refused the page would refuse it again.
          if (this.#listens && this.#answered) this.page.postMessage({type: 'event', event: 'storages.changed'});
          this.#answered = false;
        });
        this.#worker = worker;
        if (this.#listens) worker.postMessage({type: 'listen'});
      }
      return this.#worker;
    }

    /** @param {any} message */
    #fromWorker(message) {
      if (message.type === 'result' || message.type === 'error') this.#waiting.delete(message.id);
      if (message.type === 'result') this.#answered = true;
      this.page.postMessage(message);
    }

    /**
     * @param {string} name
     * @param {string} detail
     */
    #fail(name, detail) {
      for (const id of this.#waiting) this.page.postMessage({type: 'error', id, error: {name, detail}});
      this.#waiting.clear();
    }

    close() {
      const worker = this.#worker;
      this.#worker = undefined;
      worker?.disconnect();
      this.page.close();
    }
  }

  /** @param {MessageEvent} event */
  function onMessage(event) {
    const {data, ports} = event;
    if (event.source !== window || event.origin !== window.location.origin || !event.isTrusted) return;
    if (data?.obnova !== 'connect' || data.channel !== CHANNEL || ports.length !== 1) return;
    new Connection(/** @type {MessagePort} */ (ports[0]), data.language === 'en' ? 'en' : 'ru');
  }

  return Object.freeze({
    /** Listens to the page, and tells it that the extension is here. */
    start() {
      window.addEventListener('message', onMessage);
      document.documentElement.setAttribute('data-obnova-extension', obnovaExtension.version());
    },
  });
})();
