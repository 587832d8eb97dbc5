// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {newBrowser, pageSender, settle} from './fake-browser.js';
import {eventually, SitePage} from './site-page.js';

const SITE = 'https://extern.example';

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {SitePage} */ let page;
/** @type {import('./fake-port.js').FakePort[]} the worker's ends */ let workers;
/** @type {any[]} what the worker got */ let atWorker;

beforeEach(() => {
  fake = newBrowser();
  fake.sender = pageSender(SITE, 'd');
  workers = [];
  atWorker = [];
  fake.runtime.onConnect.addListener((port) => {
    workers.push(port);
    port.onMessage.addListener((/** @type {any} */ message) => atWorker.push(message));
  });
  page = new SitePage(SITE);
  page.contentScripts().obnovaBridge.start();
});

/**
 * A page that connects, and what it hears.
 *
 * @param {any} [data]
 * @param {object} [event]
 */
function connect(data = {}, event = {}) {
  const {port1, port2} = new MessageChannel();
  /** @type {any[]} */ const heard = [];
  port1.onmessage = (/** @type {any} */ message) => void heard.push(message.data);
  page.message({data: {obnova: 'connect', channel: 1, language: 'ru', ...data}, ports: [port2], ...event});
  return {port: port1, heard};
}

describe('the bridge', () => {
  it('tells the page that it is here, and answers a page that connects', async () => {
    assert.equal(page.document.documentElement.getAttribute('data-obnova-extension'), '0.1.0');
    const {heard} = connect();
    await eventually(() => heard.length > 0);
    assert.deepEqual(heard, [{type: 'ready', version: '0.1.0'}]);
    assert.equal(workers.length, 0, 'the worker is woken by a request, not by a connection');
  });

  const ignored = /** @type {[string, any, any][]} */ ([
    ['another window', {}, {source: {}}],
    ['no window', {}, {source: null}],
    ['another origin', {}, {origin: 'https://evil.example'}],
    ['an opaque origin', {}, {origin: 'null'}],
    ['an event that a script made', {}, {isTrusted: false}],
    ['another word', {obnova: 'hello'}, {}],
    ['another channel version', {channel: 2}, {}],
    ['no port', {}, {ports: []}],
    ['two ports', {}, {ports: [{}, {}]}],
    ['no data', {}, {data: null}],
    ['data of another kind', {}, {data: 'connect'}],
  ]);
  for (const [what, data, event] of ignored) {
    it(`does not hear ${what}`, async () => {
      const {heard} = connect(data, event);
      const control = connect();
      await eventually(() => control.heard.length > 0);
      assert.deepEqual(heard, []);
    });
  }

  it('hands on requests with the language of the connection, and answers by id', async () => {
    const {port, heard} = connect({language: 'en'});
    port.postMessage({type: 'request', id: 5, method: 'storages.list', params: {}, language: 'ru', site: {origin: 'x'}});
    await eventually(() => atWorker.length > 0);
    assert.deepEqual(atWorker, [{type: 'request', id: 5, method: 'storages.list', params: {}, language: 'en'}]);
    workers[0]?.postMessage({type: 'progress', id: 5, progress: {step: 'sign'}});
    workers[0]?.postMessage({type: 'result', id: 5, result: {storages: []}});
    await eventually(() => heard.length === 3);
    assert.deepEqual(heard.slice(1), [
      {type: 'progress', id: 5, progress: {step: 'sign'}},
      {type: 'result', id: 5, result: {storages: []}},
    ]);
    assert.equal(workers[0]?.name, 'page');
  });

  it('takes any language but English as Russian', async () => {
    const {port} = connect({language: 'de'});
    port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => atWorker.length > 0);
    assert.equal(atWorker[0].language, 'ru');
  });

  it('ignores messages of other shapes', async () => {
    const {port} = connect();
    for (const message of [null, 'x', {}, {type: 'request', id: 'a'}, {type: 'elsewhere', id: 1}, {type: 'cancel', id: 1}]) {
      port.postMessage(message);
    }
    port.postMessage({type: 'request', id: 2, method: 'hello', params: {}});
    await eventually(() => atWorker.length > 0);
    assert.deepEqual(atWorker.map(({id}) => id), [2]);
  });

  it('gives each connection a port of its own', async () => {
    for (const {port} of [connect(), connect()]) port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => atWorker.length === 2);
    assert.equal(workers.length, 2);
  });

  it('fails what waits when the worker goes, and wakes it again for the next request', async () => {
    const {port, heard} = connect();
    port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => atWorker.length > 0);
    workers[0]?.disconnect();
    await eventually(() => heard.length === 2);
    assert.deepEqual([heard[1].type, heard[1].id, heard[1].error.name], ['error', 1, 'host_crashed']);
    port.postMessage({type: 'request', id: 2, method: 'hello', params: {}});
    await eventually(() => workers.length === 2);
    workers[1]?.postMessage({type: 'result', id: 2, result: {}});
    await eventually(() => heard.length === 3);
    assert.deepEqual(heard[2], {type: 'result', id: 2, result: {}});
    port.postMessage({type: 'request', id: 3, method: 'hello', params: {}});
    await eventually(() => atWorker.length === 3);
    workers[1]?.disconnect();
    await eventually(() => heard.length === 4);
    await settle();
    assert.deepEqual(heard.slice(3).map(({id}) => id), [3], 'what failed before does not fail again');
  });

  it('does not fail again what was answered before the worker went', async () => {
    const {port, heard} = connect();
    port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => atWorker.length > 0);
    workers[0]?.postMessage({type: 'result', id: 1, result: {}});
    await eventually(() => heard.length === 2);
    workers[0]?.disconnect();
    await settle();
    port.postMessage({type: 'request', id: 2, method: 'hello', params: {}});
    await eventually(() => workers.length === 2);
    assert.equal(heard.length, 2);
  });

  it('says that the extension is missing once it was updated or removed under the page', async () => {
    const {port, heard} = connect();
    fake.runtime.connect = () => {
      throw new Error('Extension context invalidated.');
    };
    port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => heard.length === 2);
    assert.deepEqual([heard[1].id, heard[1].error.name], [1, 'extension_missing']);
  });

  it('closes the port of the worker with the connection of the page', async () => {
    const {port} = connect();
    port.postMessage({type: 'request', id: 1, method: 'hello', params: {}});
    await eventually(() => workers.length > 0);
    port.postMessage({type: 'close'});
    await eventually(() => workers[0]?.connected === false);
  });
});
