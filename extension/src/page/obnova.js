// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The API for pages: lists certificates, makes keys and requests, signs and installs through the Obnova extension and the
 * application on the person's computer. One file without imports, to be served by the portal itself. See doc/page-api.md.
 *
 * Binary values are strings: base64 (RFC 4648 section 4, padded) of DER. A certificate is named by the SHA-256 of its DER, 64
 * lowercase hex digits. Times are RFC 3339 in UTC.
 *
 * @typedef {import('./types.js').Language} Language
 * @typedef {import('./types.js').Progress} Progress
 * @typedef {import('./types.js').Certificate} Certificate
 * @typedef {import('./types.js').Storage} Storage
 * @typedef {import('./types.js').NotListed} NotListed
 * @typedef {import('./types.js').ErrorBody} ErrorBody
 *
 * @import {Archived, Backup, Call, CallOptions, Get, Imported, MadeRequest, Publication, Renewal, RequestOrder, SignOrder} from './types.js'
 * @import {CheckOrder, Diagnosis, DiagnosisOrder, SetUp, SetupOrder, Workstation} from './types.js'
 */

/** How long the extension's answer is awaited, in milliseconds: it announced itself, or it did not. */
const ANNOUNCED_WAIT = 3000;
const SILENT_WAIT = 300;

/** Version of the messages between this file and the extension. */
const CHANNEL = 1;

/** Failures that this file finds out itself; the texts are those of native-host/doc/errors.json, compared by a test. */
export const PAGE_ERRORS = Object.freeze({
  extension_missing: {
    code: 2001,
    ru: {message: 'Расширение Обнова не установлено или выключено в этом браузере.', loss: 'Ничего не потеряно.', hint: 'Установите расширение и обновите страницу.'},
    en: {message: 'The Obnova extension is not installed or is switched off in this browser.', loss: 'Nothing is lost.', hint: 'Install the extension and reload the page.'},
  },
  host_crashed: {
    code: 2004,
    ru: {message: 'Приложение Обнова неожиданно завершилось.', loss: 'Ничего не потеряно: начатое обновление можно продолжить.', hint: 'Повторите действие. Если ошибка повторится, обратитесь в поддержку.'},
    en: {message: 'The Obnova application ended unexpectedly.', loss: 'Nothing is lost: a renewal that was begun can be resumed.', hint: 'Try again. If it happens again, ask support.'},
  },
});

/** A failure with a stable code and with texts that a page may show as they are, in the language of the connection. */
export class ObnovaError extends Error {
  /** @param {ErrorBody} body */
  constructor(body) {
    super(body.message);
    this.name = 'ObnovaError';
    /** Name in the registry of errors, for example `host_missing`. */
    this.code = body.name;
    /** Number in the registry of errors. */
    this.number = body.code;
    /** Whether anything is lost. */
    this.loss = body.loss;
    /** What to do now. */
    this.hint = body.hint;
    /** Technical, English; may be missing. */
    this.detail = body.detail;
  }
}

/**
 * @param {keyof typeof PAGE_ERRORS} name
 * @param {Language} language
 * @param {string} detail
 */
function pageError(name, language, detail) {
  const entry = PAGE_ERRORS[name];
  return new ObnovaError({name, code: entry.code, ...entry[language], detail});
}

function closedError() {
  return new DOMException('The connection was closed.', 'AbortError');
}

/** @returns {Language} that of the page: Russian unless the page says that it is English */
function pageLanguage() {
  return document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'ru';
}

/**
 * @param {Language} language
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<{port: MessagePort, extension: string}>}
 */
function openChannel(language, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const announced = document.documentElement.hasAttribute('data-obnova-extension');
    const {port1, port2} = new MessageChannel();
    /** @param {() => void} settle */
    const finish = (settle) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      settle();
    };
    const aborted = () => {
      port1.close();
      finish(() => reject(signal?.reason));
    };
    const timer = setTimeout(
      () => {
        port1.close();
        finish(() => reject(pageError('extension_missing', language, 'no answer from a content script')));
      },
      announced ? ANNOUNCED_WAIT : SILENT_WAIT,
    );
    signal?.addEventListener('abort', aborted);
    port1.onmessage = ({data}) => {
      if (data?.type === 'ready') finish(() => resolve({port: port1, extension: String(data.version)}));
    };
    window.postMessage({obnova: 'connect', channel: CHANNEL, language}, window.location.origin, [port2]);
  });
}

/** A connection of this page to the extension and the application. Several calls may be under way at once. */
export class Obnova {
  /** @type {MessagePort} */ #port;
  /** @type {Language} */ #language;
  #lastId = 0;
  #closed = false;
  /** @type {Map<number, {resolve: (value: any) => void, reject: (reason: any) => void, onProgress?: (p: Progress) => void}>} */
  #calls = new Map();
  /** @type {Set<{heard: () => void}>} */ #storageListeners = new Set();

  /** Version of the extension. */ extensionVersion = '';
  /** Version of the application. */ hostVersion = '';

  /** Use {@link Obnova.connect}. @param {MessagePort} port @param {Language} language */
  constructor(port, language) {
    this.#port = port;
    this.#language = language;
    port.onmessage = ({data}) => this.#receive(data);
  }

  /**
   * Finds the extension and the application, and compares versions.
   *
   * @param {{signal?: AbortSignal, language?: Language}} [options] language: of texts and windows; else that of the page
   * @returns {Promise<Obnova>}
   * @throws {ObnovaError} extension_missing, host_missing, host_forbidden, host_crashed, host_outdated, extension_outdated,
   *   page_not_allowed
   */
  static async connect({signal, language = pageLanguage()} = {}) {
    const {port, extension} = await openChannel(language, signal);
    const obnova = new Obnova(port, language);
    obnova.extensionVersion = extension;
    try {
      obnova.hostVersion = (await obnova.#call('hello', {}, {signal})).version;
    } catch (failure) {
      obnova.close();
      throw failure;
    }
    return obnova;
  }

  /** @type {Get<Certificate[]>} those whose key is at hand */
  async listCertificates(options) {
    return (await this.#call('certificates.list', {}, options)).certificates;
  }

  /** @type {Get<Storage[]>} */
  async listStorages(options) {
    return (await this.#call('storages.list', {}, options)).storages;
  }

  /**
   * As {@link listStorages}, together with what is there and cannot be used: a token without its driver, a driver that fails.
   * @type {Get<{storages: Storage[], notListed: NotListed[]}>}
   */
  async listMedia(options) {
    const {storages, notListed = []} = await this.#call('storages.list', {}, options);
    return {storages, notListed};
  }

  /**
   * Calls the listener whenever media were plugged in, pulled out or changed their state, or may have: ask {@link listStorages} again then.
   * Only a page that has asked for its storages, and was allowed to see them, hears anything.
   *
   * @param {() => void} listener
   * @param {{signal?: AbortSignal}} [options] aborting ends it
   * @returns {() => void} ends it
   * @throws {DOMException} AbortError after {@link close}
   */
  onStoragesChanged(listener, {signal} = {}) {
    if (this.#closed) throw closedError();
    const entry = {heard: listener};
    const stop = () => {
      signal?.removeEventListener('abort', stop);
      if (this.#storageListeners.delete(entry) && this.#storageListeners.size === 0 && !this.#closed) this.#port.postMessage({type: 'unlisten'});
    };
    if (signal?.aborted) return stop;
    signal?.addEventListener('abort', stop);
    this.#storageListeners.add(entry);
    if (this.#storageListeners.size === 1) this.#port.postMessage({type: 'listen'});
    return stop;
  }

  /** @type {Call<{storage: string}, {changed: true}>} has the person change a token's PIN, in the application's window or on its own keypad */
  changePin(order, options) {
    return this.#call('pin.change', order, options);
  }

  /**
   * Makes a key and a request (PKCS#10). Repeated with the same application it goes on where it stopped; with `request`, the one that the
   * CA already holds, on another computer as well: no second key is made then.
   * @type {Call<RequestOrder, MadeRequest>}
   */
  createRequest(order, options) {
    return this.#call('request.create', order, options);
  }

  /** @type {Call<SignOrder, {signature: string, certificate: string}>} a CMS, detached, over the UTF-8 of the text, which the person has read */
  signDocument(order, options) {
    return this.#call('document.sign', order, options);
  }

  /**
   * Has the person sign a text that the application builds of origin, nonce (16 to 128 of `[A-Za-z0-9_-]`, made by the server) and time.
   * @type {Call<{certificate: string, nonce: string}, {text: string, signature: string, certificate: string}>}
   */
  authenticate(order, options) {
    return this.#call('authentication.sign', order, options);
  }

  /**
   * Puts an issued certificate, with its chain (issuer first), beside its key.
   * @type {Call<{renewal: string, certificate: string, chain: string[]}, {sha256: string, storage: string, storageLabel: string, notAfter: string}>}
   */
  installCertificate(order, options) {
    return this.#call('certificate.install', order, options);
  }

  /**
   * Makes a backup of the key and certificate, proven by opening it.
   * @type {Call<{certificate: string}, {storageLabel: string, verified: true}>}
   */
  copyContainer(order, options) {
    return this.#call('container.copy', order, options);
  }

  /** @type {Get<Renewal[]>} those that this site began on this computer */
  async listRenewals(options) {
    return (await this.#call('renewal.list', {}, options)).renewals;
  }

  /**
   * Goes on from where a renewal stopped, up to the request.
   * @type {Call<{renewal: string}, Partial<MadeRequest> & {renewal: string, state: Renewal['state']}>}
   */
  resumeRenewal(order, options) {
    return this.#call('renewal.resume', order, options);
  }

  /**
   * Has the person give a renewal up that is not finished, and decide whether its new key is kept.
   * @type {Call<{renewal: string}, {abandoned: true, key: 'removed' | 'kept' | 'none'}>}
   */
  abandonRenewal(order, options) {
    return this.#call('renewal.abandon', order, options);
  }

  /**
   * Makes an installed certificate usable for the person's other programs, in the stores that the person ticks.
   * @type {Call<{certificate: string}, Publication[]>} returns one for each store of this computer
   */
  async publishCertificate(order, options) {
    return (await this.#call('certificate.publish', order, options)).stores;
  }

  /** @type {Get<{backups: Backup[], incomplete: boolean}>} the copies that were made on this computer; incomplete: a part of the list is damaged */
  listBackups(options) {
    return this.#call('backups.list', {}, options);
  }

  /**
   * Copies old certificates (1 to 50) and their keys to the computer, where they can still decrypt.
   * @type {Call<{certificates: string[]}, Archived>}
   */
  archiveContainers(order, options) {
    return this.#call('container.archive', order, options);
  }

  /**
   * Decrypts a document (CMS EnvelopedData, RFC 5652, at most 8 MiB) that was encrypted to a certificate whose key is at hand.
   * @type {Call<{message: string}, {content: string, certificate: string}>} returns the whole content in base64
   */
  decryptDocument(order, options) {
    return this.#call('document.decrypt', order, options);
  }

  /** @type {Get<Imported>} has the person add a key from a file or folder of another program, named in the application's windows */
  importContainer(options) {
    return this.#call('container.import', {}, options);
  }

  /**
   * Has the person save a key and its certificate into a file that other programs read.
   * @type {Call<{certificate: string}, {fileName: string, format: 'pkcs12' | 'tc26-pfx', verified: true}>}
   */
  exportContainer(order, options) {
    return this.#call('container.export', order, options);
  }

  /** @type {Call<{certificate: string}, {changed: true}>} has the person change the password of a container */
  changePassword(order, options) {
    return this.#call('password.change', order, options);
  }

  /** @type {Call<CheckOrder, Workstation>} what this computer lacks for a service, and what would be changed; changes nothing */
  checkWorkstation(order, options) {
    return this.#call('workstation.check', order, options);
  }

  /** @type {Call<SetupOrder, SetUp>} sets up what the person alone may change; what needs the administrator is left */
  installWorkstation(order, options) {
    return this.#call('workstation.install', order, options);
  }

  /** @type {Call<SetupOrder, SetUp>} undoes it */
  uninstallWorkstation(order, options) {
    return this.#call('workstation.uninstall', order, options);
  }

  /** @type {Get<{restarting: true}>} has the person asked whether the computer shall be restarted; only where {@link checkWorkstation} tells that it has to be */
  restartComputer(options) {
    return this.#call('workstation.restart', {}, options);
  }

  /** @type {Call<DiagnosisOrder, Diagnosis>} finds what is wrong with this computer, and mends what is named */
  runDiagnostics(order, options) {
    return this.#call('diagnostics.run', order, options);
  }

  /** Ends the connection; what waits for the person is cancelled. A page that closes does the same. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#storageListeners.clear();
    this.#port.postMessage({type: 'close'});
    this.#port.close();
    for (const {reject} of this.#calls.values()) reject(closedError());
    this.#calls.clear();
  }

  /** @param {string} method @param {object} params @param {CallOptions} [options] @returns {Promise<any>} */
  #call(method, params, {signal, onProgress} = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#closed) throw closedError();
      const id = ++this.#lastId;
      // First of all, because it throws where the order holds something that cannot be sent: then nothing is under way.
      this.#port.postMessage({type: 'request', id, method, params});
      const aborted = () => {
        this.#calls.delete(id);
        this.#port.postMessage({type: 'cancel', id});
        reject(signal?.reason);
      };
      const done = () => signal?.removeEventListener('abort', aborted);
      this.#calls.set(id, {
        resolve: (value) => (done(), resolve(value)),
        reject: (reason) => (done(), reject(reason)),
        onProgress,
      });
      signal?.addEventListener('abort', aborted);
    });
  }

  /** @param {any} message */
  #receive(message) {
    if (message?.type === 'event') {
      this.#heard(message.event);
      return;
    }
    const call = this.#calls.get(message?.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    this.#calls.delete(message.id);
    if (message.type === 'result') call.resolve(message.result);
    else call.reject(this.#failure(message.error));
  }

  /** @param {unknown} event */
  #heard(event) {
    if (event !== 'storages.changed') return;
    for (const entry of this.#storageListeners) {
      // Each on its own: what one throws reaches the page's error handler, and the others hear nevertheless.
      queueMicrotask(() => {
        if (this.#storageListeners.has(entry)) entry.heard();
      });
    }
  }

  /**
   * @param {ErrorBody | {name: keyof typeof PAGE_ERRORS, detail: string}} error one without texts comes from the content
   *   script, which could not reach the rest of the extension
   */
  #failure(error) {
    return 'message' in error ? new ObnovaError(error) : pageError(error.name, this.#language, error.detail);
  }
}
