// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {pageSender, settle} from './fake-browser.js';
import {browserWithRouter, Document, page, SITE} from './site-document.js';

const {IDLE_MS} = await import('../src/background/native-client.js');
const {RECOVER_MS} = await import('../src/background/storage-watch.js');

const CHANGED = {type: 'event', event: 'storages.changed'};

/** @type {import('./fake-host.js').FakeHost} */ let host;

beforeEach(() => {
  host = browserWithRouter().host;
  host.answers.set('storages.list', () => ({storages: []}));
});

/** @param {unknown} documents that the host names */
async function changed(documents) {
  host.port.postMessage({jsonrpc: '2.0', method: 'storages.changed', params: {documents}});
  await settle();
}

/**
 * @param {Document} document
 * @param {'listen' | 'unlisten'} type
 */
async function say(document, type) {
  document.port.postMessage({type});
  await settle();
}

/** A page that listens and has its list. */
async function listening(document = 'doc-1', origin = SITE) {
  const made = page(document, origin);
  await say(made, 'listen');
  await made.ask(1, 'storages.list');
  assert.deepEqual(made.heard, [{type: 'result', id: 1, result: {storages: []}}]);
  return made;
}

/** @param {Document} document */
const events = (document) => document.heard.filter(({type}) => type === 'event');

describe('storages.changed', () => {
  it('is heard by the page that the host names', async () => {
    const document = await listening();
    await changed(['doc-1']);
    assert.deepEqual(events(document), [CHANGED]);
  });

  it('is heard by no other page, be it of the same site or of another', async () => {
    browserAccess('https://bank.example');
    const same = await listening('doc-2');
    const other = await listening('doc-3', 'https://bank.example');
    await changed(['doc-1', 'https://bank.example']);
    assert.deepEqual([events(same), events(other)], [[], []]);
    await changed(['doc-3']);
    assert.deepEqual([events(same), events(other)], [[], [CHANGED]]);
  });

  it('is heard by each of several that are named, once', async () => {
    const both = [await listening('doc-1'), await listening('doc-2')];
    await changed(['doc-2', 'doc-1', 'doc-1']);
    assert.deepEqual(both.map(events), [[CHANGED], [CHANGED]]);
  });

  it('is not heard by a page that does not listen, or no longer', async () => {
    const silent = page();
    await silent.ask(1, 'storages.list');
    const former = await listening('doc-2');
    await say(former, 'unlisten');
    await changed(['doc-1', 'doc-2']);
    assert.deepEqual([events(silent), events(former)], [[], []]);
  });

  it('is not heard by our content script or by our own pages, whatever they say', async () => {
    const content = new Document(pageSender(SITE, 'doc-1'), 'content');
    await say(content, 'listen');
    await content.ask(1, 'sites.list');
    await changed(['doc-1']);
    assert.deepEqual(events(content), []);
  });

  it('is not heard by a document that is gone', async () => {
    const document = await listening();
    document.port.disconnect();
    await settle();
    await changed(['doc-1']);
    assert.deepEqual(events(document), []);
  });

  for (const params of [undefined, null, {}, {documents: null}, {documents: 'doc-1'}, {documents: {0: 'doc-1'}}]) {
    it(`with ${JSON.stringify(params)} is for nobody`, async () => {
      const document = await listening();
      host.port.postMessage({jsonrpc: '2.0', method: 'storages.changed', params});
      await settle();
      assert.deepEqual(events(document), []);
      await changed(['doc-1']);
      assert.deepEqual(events(document), [CHANGED]);
    });
  }

  it('is no answer: with the id of a request it is not taken for one', async () => {
    const document = page();
    host.answers.delete('storages.list');
    await document.ask(1, 'storages.list');
    host.port.postMessage({jsonrpc: '2.0', method: 'storages.changed', params: {documents: ['doc-1']}});
    await settle();
    assert.deepEqual(document.heard, []);
  });
});

describe('the native port', () => {
  it('stays open while a page listens, and is closed a minute after the last one stopped', async () => {
    const [one, two] = [await listening('doc-1'), await listening('doc-2')];
    mock.timers.tick(IDLE_MS * 10);
    await changed(['doc-1']);
    assert.deepEqual(events(one), [CHANGED]);
    await say(one, 'unlisten');
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.ok(host.port.connected, 'the other page listens still');
    two.port.disconnect();
    await settle();
    mock.timers.tick(IDLE_MS - 1);
    await settle();
    assert.ok(host.port.connected);
    mock.timers.tick(1);
    await settle();
    assert.ok(!host.port.connected);
    assert.equal(host.ports.length, 1);
  });

  it('is neither opened nor held by a page that listens and has asked nothing', async () => {
    await say(page('doc-1'), 'listen');
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.equal(host.ports.length, 0);
    const other = page('doc-2');
    await other.ask(1, 'hello');
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.ok(!host.port.connected);
  });

  it('is not held by a page that was not allowed to see its storages', async () => {
    host.answers.delete('storages.list');
    const document = page();
    await say(document, 'listen');
    await document.ask(1, 'storages.list');
    host.fail(host.last('storages.list').id, 'consent_refused');
    await settle();
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.ok(!host.port.connected);
  });

  it('is let go once, however often a page says that it stops', async () => {
    const one = await listening('doc-1');
    await listening('doc-2');
    for (let time = 0; time < 3; time++) await say(one, 'unlisten');
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.ok(host.port.connected);
  });
});

describe('when the host has ended', () => {
  it('a page that listens is told to ask again, once, and hears the new host', async () => {
    const document = await listening();
    host.end('Native host has exited.');
    await settle();
    assert.deepEqual(events(document), []);
    mock.timers.tick(RECOVER_MS);
    await settle();
    assert.deepEqual(events(document), [CHANGED]);
    mock.timers.tick(RECOVER_MS * 10);
    await settle();
    assert.deepEqual(events(document), [CHANGED]);
    assert.equal(host.ports.length, 1, 'the page decides whether a host is started');
    await document.ask(2, 'storages.list');
    await changed(['doc-1']);
    assert.deepEqual(events(document), [CHANGED, CHANGED]);
    assert.equal(host.ports.length, 2);
  });

  it('a page that asked again by itself is not told', async () => {
    const document = await listening();
    host.end('Native host has exited.');
    await document.ask(2, 'storages.list');
    mock.timers.tick(RECOVER_MS);
    await settle();
    assert.deepEqual(events(document), []);
  });

  it('a page whose very question ended it is told by its answer alone: no loop of hosts', async () => {
    host.answers.delete('storages.list');
    const document = page();
    await say(document, 'listen');
    await document.ask(1, 'storages.list');
    host.end('Native host has exited.');
    await settle();
    assert.equal(document.failure(1), 'host_crashed');
    mock.timers.tick(RECOVER_MS);
    await settle();
    assert.deepEqual(events(document), []);
  });

  it('a page that stopped, or went, meanwhile is not told', async () => {
    const [one, two] = [await listening('doc-1'), await listening('doc-2')];
    host.end('Native host has exited.');
    await settle();
    await say(one, 'unlisten');
    two.port.disconnect();
    await settle();
    mock.timers.tick(RECOVER_MS);
    await settle();
    assert.deepEqual([events(one), events(two)], [[], []]);
  });

  it('for want of requests, a page that begins to listen afterwards is told that its list is old', async () => {
    const document = page();
    await document.ask(1, 'storages.list');
    mock.timers.tick(IDLE_MS);
    await settle();
    assert.ok(!host.port.connected);
    await say(document, 'listen');
    mock.timers.tick(RECOVER_MS);
    await settle();
    assert.deepEqual(events(document), [CHANGED]);
  });
});

/** @param {string} origin where the extension may work as well */
function browserAccess(origin) {
  const {access} = /** @type {import('./fake-browser.js').FakeBrowser} */ (/** @type {unknown} */ (host.browser));
  access.add(origin);
}
