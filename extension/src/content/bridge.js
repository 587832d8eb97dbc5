// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Carries messages between the page and the worker, and nothing else: what a message may ask is decided in the worker, by the sender that
 * the browser names. The page hands over one end of a channel, so that no other script or frame hears the answers.
 *
 * From the page: `{type: 'request', id, method, params}`, `{type: 'cancel', id}`, `{type: 'close'}`. To the page: `ready`, and by id `progress`,
 * `result`, `error`.
 */
const obnovaBridge = (() => {
  const CHANNEL = 1;

  /** One connection of the page; a page may open several. */
  class Connection {
    /** @type {chrome.runtime.Port | undefined} */ #worker;
    /** @type {Set<number>} */ #waiting = new Set();

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
      if (!Number.isSafeInteger(id)) return;
      if (type === 'cancel') this.#worker?.postMessage({type, id});
      if (type === 'request') this.#request(id, method, params);
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
        });
        this.#worker = worker;
      }
      return this.#worker;
    }

    /** @param {any} message */
    #fromWorker(message) {
      if (message.type !== 'progress') this.#waiting.delete(message.id);
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
