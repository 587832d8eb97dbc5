// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The API for pages: lists certificates, makes keys and requests, signs and installs through the Obnova extension and the
 * application on the person's computer. One file without imports, to be served by the portal itself. See doc/page-api.md.
 *
 * Binary values are strings: base64 (RFC 4648 section 4, padded) of DER. A certificate is named by the SHA-256 of its DER, 64
 * lowercase hex digits. Times are RFC 3339 in UTC.
 *
 * @typedef {'ru' | 'en'} Language
 * @typedef {'gost2012-256' | 'gost2012-512' | 'ec-p256' | 'rsa-3072'} Algorithm
 *
 * @typedef {object} Progress What the application does now, or what it waits for.
 * @property {string} step for example `entropy`, `password`, `show-document`
 * @property {'waiting' | 'running'} state `waiting`: for the person
 * @property {number} [done]
 * @property {number} [total]
 * @property {string} [text] in the person's language
 *
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal] aborting closes the application's window, or stops what runs; never a write under way
 * @property {(progress: Progress) => void} [onProgress]
 *
 * @typedef {object} Certificate
 * @property {string} sha256
 * @property {string} certificate
 * @property {string} storage id of the medium
 * @property {string} storageLabel
 * @property {Algorithm | 'other'} algorithm
 * @property {string} notBefore
 * @property {string} notAfter
 * @property {string} subject display name
 *
 * @typedef {object} Storage
 * @property {string} id
 * @property {'computer' | 'removable' | 'folder' | 'token'} kind
 * @property {string} label
 * @property {'ready' | 'read-only' | 'full' | 'absent'} state
 *
 * @typedef {object} Subject
 * @property {string} commonName
 * @property {string} surname
 * @property {string} givenName
 * @property {string} country
 * @property {string} snils 11 digits
 * @property {string} inn 12 digits
 * @property {string} [email]
 *
 * @typedef {object} RequestOrder
 * @property {string} application the CA's id of the application
 * @property {Algorithm} algorithm
 * @property {Subject} subject
 * @property {string} [storage] id of a medium; without it the person chooses in the application's window
 * @property {string} [replaces] sha256 of the certificate that is renewed
 *
 * @typedef {{renewal: string, request: string, storage: string, storageLabel: string}} MadeRequest
 *
 * @typedef {object} Renewal
 * @property {string} renewal
 * @property {string} application
 * @property {'intended' | 'key-made' | 'requested' | 'issued' | 'receipt-signed' | 'installed' | 'backed-up'} state
 * @property {string} algorithm
 * @property {string} storage
 * @property {string} storageLabel
 * @property {string} updated
 * @property {string} [request]
 * @property {string} [certificate] sha256
 *
 * @typedef {object} ErrorBody
 * @property {string} name
 * @property {number} code
 * @property {string} message
 * @property {string} loss
 * @property {string} hint
 * @property {string} [detail]
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
    ru: {
      message: 'Расширение Обнова не установлено или выключено в этом браузере.',
      loss: 'Ничего не потеряно.',
      hint: 'Установите расширение и обновите страницу.',
    },
    en: {
      message: 'The Obnova extension is not installed or is switched off in this browser.',
      loss: 'Nothing is lost.',
      hint: 'Install the extension and reload the page.',
    },
  },
  host_crashed: {
    code: 2004,
    ru: {
      message: 'Приложение Обнова неожиданно завершилось.',
      loss: 'Ничего не потеряно: начатое обновление можно продолжить.',
      hint: 'Повторите действие. Если ошибка повторится, обратитесь в поддержку.',
    },
    en: {
      message: 'The Obnova application ended unexpectedly.',
      loss: 'Nothing is lost: a renewal that was begun can be resumed.',
      hint: 'Try again. If it happens again, ask support.',
    },
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

  /** Version of the extension. */
  extensionVersion = '';
  /** Version of the application. */
  hostVersion = '';

  /**
   * Use {@link Obnova.connect}.
   * @param {MessagePort} port
   * @param {Language} language
   */
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

  /**
   * @param {CallOptions} [options]
   * @returns {Promise<Certificate[]>} those whose key is at hand
   */
  async listCertificates(options) {
    return (await this.#call('certificates.list', {}, options)).certificates;
  }

  /**
   * @param {CallOptions} [options]
   * @returns {Promise<Storage[]>}
   */
  async listStorages(options) {
    return (await this.#call('storages.list', {}, options)).storages;
  }

  /**
   * Makes a key and a request (PKCS#10). Repeated with the same application it goes on where it stopped.
   *
   * @param {RequestOrder} order
   * @param {CallOptions} [options]
   * @returns {Promise<MadeRequest>}
   */
  createRequest(order, options) {
    return this.#call('request.create', order, options);
  }

  /**
   * Has the person read and sign a text.
   *
   * @param {{kind: 'statement' | 'receipt', title: string, text: string, certificate: string}} order certificate: sha256
   * @param {CallOptions} [options]
   * @returns {Promise<{signature: string, certificate: string}>} signature: CMS, detached, over the UTF-8 of exactly this text
   */
  signDocument(order, options) {
    return this.#call('document.sign', order, options);
  }

  /**
   * Has the person sign a text that the application builds of origin, nonce and time.
   *
   * @param {{certificate: string, nonce: string}} order nonce: 16 to 128 of `[A-Za-z0-9_-]`, made by the server
   * @param {CallOptions} [options]
   * @returns {Promise<{text: string, signature: string, certificate: string}>}
   */
  authenticate(order, options) {
    return this.#call('authentication.sign', order, options);
  }

  /**
   * Puts an issued certificate beside its key.
   *
   * @param {{renewal: string, certificate: string, chain: string[]}} order chain: issuer first
   * @param {CallOptions} [options]
   * @returns {Promise<{sha256: string, storage: string, storageLabel: string, notAfter: string}>}
   */
  installCertificate(order, options) {
    return this.#call('certificate.install', order, options);
  }

  /**
   * Makes a backup of the key and certificate, proven by opening it.
   *
   * @param {{certificate: string}} order
   * @param {CallOptions} [options]
   * @returns {Promise<{storageLabel: string, verified: true}>}
   */
  copyContainer(order, options) {
    return this.#call('container.copy', order, options);
  }

  /**
   * @param {CallOptions} [options]
   * @returns {Promise<Renewal[]>} those that this site began on this computer
   */
  async listRenewals(options) {
    return (await this.#call('renewal.list', {}, options)).renewals;
  }

  /**
   * Goes on from where a renewal stopped, up to the request.
   *
   * @param {{renewal: string}} order
   * @param {CallOptions} [options]
   * @returns {Promise<Partial<MadeRequest> & {renewal: string, state: Renewal['state']}>}
   */
  resumeRenewal(order, options) {
    return this.#call('renewal.resume', order, options);
  }

  /** Ends the connection; what waits for the person is cancelled. A page that closes does the same. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#port.postMessage({type: 'close'});
    this.#port.close();
    for (const {reject} of this.#calls.values()) reject(closedError());
    this.#calls.clear();
  }

  /**
   * @param {string} method
   * @param {object} params
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
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

  /**
   * @param {ErrorBody | {name: keyof typeof PAGE_ERRORS, detail: string}} error one without texts comes from the content
   *   script, which could not reach the rest of the extension
   */
  #failure(error) {
    return 'message' in error ? new ObnovaError(error) : pageError(error.name, this.#language, error.detail);
  }
}
