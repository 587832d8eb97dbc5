// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {readFileSync} from 'node:fs';
import {mock} from 'node:test';
import {FakeHost} from './fake-host.js';
import {FakeEvent, portPair} from './fake-port.js';

export const OWN_ID = 'amijgcgnkbhnjobgdpnmpjaaooimiani';
const OWN_ORIGIN = `chrome-extension://${OWN_ID}`;

/** The part of `chrome.*` that the extension uses, behaving as Chromium does; each test starts with a new one. */
export class FakeBrowser {
  host = new FakeHost(this);
  language = 'ru-RU';
  /** What contexts of the extension look like to the worker when they connect. */
  sender = ownSender();
  /** Origins the extension may work on. */
  access = new Set(['https://extern.example']);
  /** What the person answers when the browser asks for access to a site. */
  grants = true;
  /** @type {{id: number, url?: string}[]} */ tabsInFront = [];
  /** @type {{id: number, url?: string}[]} */ tabsBehind = [];
  /** @type {{id: string, js: string[], matches: string[]}[]} */ scripts = [];
  /** @type {string[]} */ opened = [];
  /** @type {number[]} */ reloaded = [];
  optionsOpened = 0;
  /** @type {Record<string, unknown> | undefined} what policies set for this extension; undefined where none names it */ managed = {};
  /** @type {{tabId: number, files: string[]}[]} pages that were entered without being loaded anew */ entered = [];
  /** @type {Set<number>} tabs whose page has content scripts */ withScripts = new Set();

  runtime = {
    id: OWN_ID,
    /** @type {{message: string} | undefined} */ lastError: undefined,
    onConnect: new FakeEvent(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
    getManifest: () => JSON.parse(readFileSync(new URL('../src/manifest.json', import.meta.url), 'utf8')),
    getURL: (/** @type {string} */ path) => `${OWN_ORIGIN}/${path}`,
    connectNative: (/** @type {string} */ name) => this.host.open(name),
    connect: (/** @type {{name: string}} */ {name}) => {
      const {near, far} = portPair(name, structuredClone(this.sender));
      queueMicrotask(() => this.runtime.onConnect.emit(far));
      return near;
    },
    openOptionsPage: async () => void this.optionsOpened++,
  };

  i18n = {getUILanguage: () => this.language};

  permissions = {
    onAdded: new FakeEvent(),
    contains: async (/** @type {{origins: string[]}} */ {origins}) => origins.every((pattern) => this.#granted(pattern)),
    request: async (/** @type {{origins: string[]}} */ {origins}) => {
      if (!this.grants) return false;
      for (const pattern of origins) this.access.add(pattern.slice(0, -2));
      this.permissions.onAdded.emit({origins});
      return true;
    },
    remove: async (/** @type {{origins: string[]}} */ {origins}) => {
      for (const pattern of origins) this.access.delete(pattern.slice(0, -2));
      return true;
    },
  };

  /** @type {Map<string, unknown>} */ kept = new Map();

  storage = {
    local: {
      set: async (/** @type {Record<string, unknown>} */ items) => Object.entries(items).forEach(([key, value]) => this.kept.set(key, value)),
      get: async (/** @type {string} */ key) => (this.kept.has(key) ? {[key]: this.kept.get(key)} : {}),
      remove: async (/** @type {string} */ key) => void this.kept.delete(key),
    },
    managed: {
      get: async () => {
        if (!this.managed) throw new Error('Managed storage manifest not found');
        return structuredClone(this.managed);
      },
    },
    onChanged: new FakeEvent(),
  };

  scripting = {
    executeScript: async (/** @type {{target: {tabId: number}, files?: string[], func?: () => boolean}} */ {target: {tabId}, files}) => {
      if (tabId < 0) throw new Error('Cannot access contents of the page');
      if (files) this.entered.push({tabId, files});
      return [{result: this.withScripts.has(tabId)}];
    },
    getRegisteredContentScripts: async (/** @type {{ids?: string[]}} */ {ids} = {}) =>
      this.scripts.filter(({id}) => !ids || ids.includes(id)),
    registerContentScripts: async (/** @type {any[]} */ scripts) => {
      for (const {id, js} of scripts) {
        for (const path of js) if (path.includes(':')) throw new Error(`String "${path}" must be a relative URL`);
        if (this.scripts.some((known) => known.id === id)) throw new Error(`Duplicate script ID '${id}'`);
      }
      this.scripts.push(...scripts);
    },
    unregisterContentScripts: async (/** @type {{ids: string[]}} */ {ids}) => {
      this.scripts = this.scripts.filter(({id}) => !ids.includes(id));
    },
  };

  tabs = {
    query: async (/** @type {{active?: boolean}} */ {active}) => (active ? this.tabsInFront : [...this.tabsInFront, ...this.tabsBehind]),
    reload: async (/** @type {number} */ id) => void this.reloaded.push(id),
    create: async (/** @type {{url: string}} */ {url}) => void this.opened.push(url),
  };

  /** @param {string} pattern of a host, which covers all of its ports */
  #granted(pattern) {
    return [...this.access].some((origin) => pattern === `${origin.replace(/:\d+$/, '')}/*`);
  }
}

/** @type {FakeBrowser} */
let current;

// shared/browser.js takes `chrome` when it is loaded, once for all tests of a file: it gets one that leads to the browser of the test.
Object.assign(globalThis, {chrome: new Proxy({}, {get: (_, name) => Reflect.get(current, name)})});

/** @returns {FakeBrowser} for this test, in which time goes on only by `mock.timers.tick` */
export function newBrowser() {
  mock.timers.reset();
  mock.timers.enable({apis: ['setTimeout']});
  current = new FakeBrowser();
  return current;
}

/** @returns {any} an own page of the extension, as the worker sees it */
export function ownSender() {
  return {id: OWN_ID, url: `${OWN_ORIGIN}/popup/popup.html`, origin: OWN_ORIGIN};
}

/**
 * @param {string} origin
 * @param {string} documentId
 * @returns {any} the top frame of a page with our content script, as the worker sees it
 */
export function pageSender(origin, documentId) {
  return {id: OWN_ID, url: `${origin}/login?next=1`, origin, frameId: 0, tab: {id: 7}, documentId};
}

/** Lets everything run that waits for nothing outside. */
export async function settle() {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
