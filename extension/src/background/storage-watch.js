// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * @typedef {import('./native-client.js').NativeClient} NativeClient
 */

/**
 * So long after the end of a host its listeners are told to ask again: a host that ends over and over is started once in this time, not in
 * a loop.
 */
export const RECOVER_MS = 2000;

/**
 * Who hears that media were plugged in or pulled out: the documents that the host names, and no other. The host knows which documents have
 * asked it for its storages; a host that has ended has forgotten it, so then everyone who listens is told to ask again, once.
 */
export class StorageWatch {
  /** @type {Set<Listening>} */ #listening = new Set();
  /** @type {NativeClient} */ #native;

  /** @param {NativeClient} native */
  constructor(native) {
    this.#native = native;
    native.onNotification('storages.changed', (params) => this.#changed(params?.documents));
    native.onClosed(() => {
      for (const listening of this.#listening) listening.hostEnded();
    });
  }

  /**
   * @param {string} document
   * @param {() => void} tell hears that the storages are to be asked for again
   * @returns {Listening}
   */
  of(document, tell) {
    const listening = new Listening(document, tell, () => this.#native.hold());
    this.#listening.add(listening);
    listening.onEnd = () => this.#listening.delete(listening);
    return listening;
  }

  /** @param {unknown} documents */
  #changed(documents) {
    if (!Array.isArray(documents)) return;
    for (const listening of this.#listening) {
      if (documents.includes(listening.document)) listening.changed();
    }
  }
}

/** What one connection of a document knows and hears of the storages. */
class Listening {
  #listens = false;
  /** @type {'never' | 'current' | 'stale'} whether the document has a list, and whether the host that gave it still lives */ #list = 'never';
  /** @type {(() => void) | undefined} lets the native port go */ #release;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #recovery;
  /** @type {() => void} */ onEnd = () => {};

  /**
   * @param {string} document
   * @param {() => void} tell
   * @param {() => () => void} hold
   */
  constructor(document, tell, hold) {
    this.document = document;
    this.tell = tell;
    this.hold = hold;
  }

  listen() {
    this.#listens = true;
    this.#settle();
    if (this.#list === 'stale') this.#recover();
  }

  unlisten() {
    this.#listens = false;
    this.#settle();
  }

  /** The host has given its storages to this document: from now on it names it. */
  listed() {
    this.#list = 'current';
    this.#settle();
  }

  changed() {
    if (this.#listens) this.tell();
  }

  hostEnded() {
    if (this.#list !== 'current') return;
    this.#list = 'stale';
    this.#settle();
    if (this.#listens) this.#recover();
  }

  end() {
    this.unlisten();
    this.onEnd();
  }

  #recover() {
    this.#recovery ??= setTimeout(() => {
      this.#recovery = undefined;
      if (this.#list === 'stale') this.tell();
    }, RECOVER_MS);
  }

  /** The port is held while somebody listens to a host that names him; nobody waits to be told what does not concern him. */
  #settle() {
    const holds = this.#listens && this.#list === 'current';
    if (holds) this.#release ??= this.hold();
    else {
      this.#release?.();
      this.#release = undefined;
    }
    if (this.#listens && this.#list === 'stale') return;
    clearTimeout(this.#recovery);
    this.#recovery = undefined;
  }
}
