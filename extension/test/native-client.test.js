// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {newBrowser, settle} from './fake-browser.js';

const browser = await import('../src/shared/browser.js');
const {HELLO_MS, IDLE_MS, NativeClient} = await import('../src/background/native-client.js');

/** @type {import('./fake-host.js').FakeHost} */ let host;
/** @type {InstanceType<typeof NativeClient>} */ let client;

beforeEach(() => {
  host = newBrowser().host;
  client = new NativeClient(browser);
});

/**
 * @param {string} [method]
 * @param {object} [options]
 */
const ask = (method = 'storages.list', options = {}) => client.request(method, {a: 1}, {language: 'ru', ...options});

/** @param {string} name */
const named = (name) => (/** @type {any} */ failure) => failure.name === name;

describe('the native port', () => {
  it('is opened by the first request, with hello before it', async () => {
    host.answers.set('storages.list', () => ({storages: []}));
    assert.equal(host.ports.length, 0);
    assert.deepEqual(await ask(), {storages: []});
    assert.equal(host.port.name, 'org.obnova.host');
    assert.deepEqual(
      host.received.map(({method, params}) => [method, params]),
      [['hello', {protocol: 1, version: '0.1.0', language: 'ru'}], ['storages.list', {a: 1}]],
    );
    assert.ok(host.received.every(({jsonrpc}) => jsonrpc === '2.0'));
  });

  it('is one for all requests, whose replies may come in any order', async () => {
    const first = ask();
    const second = ask('renewal.list');
    await settle();
    assert.equal(host.ports.length, 1);
    assert.equal(host.all('hello').length, 1);
    assert.notEqual(host.last('storages.list').id, host.last('renewal.list').id);
    host.reply(host.last('renewal.list').id, {which: 'second'});
    host.reply(host.last('storages.list').id, {which: 'first'});
    assert.deepEqual([await first, await second], [{which: 'first'}, {which: 'second'}]);
  });

  it('greets again for another language, before the request that wants it', async () => {
    for (const method of ['storages.list', 'renewal.list']) host.answers.set(method, () => ({}));
    await Promise.all([ask(), client.request('renewal.list', {}, {language: 'en'}), ask()]);
    assert.deepEqual(
      host.received.map(({method, params}) => params.language ?? method),
      ['ru', 'storages.list', 'en', 'renewal.list', 'ru', 'storages.list'],
    );
  });

  it('lets requests side by side: one that waits for the person stops no other', async () => {
    const slow = ask('document.sign');
    host.answers.set('storages.list', () => ({storages: []}));
    assert.deepEqual(await ask(), {storages: []});
    assert.equal(client.underWay, 1);
    host.reply(host.last('document.sign').id, {});
    await slow;
    assert.equal(client.underWay, 0);
  });

  it('ignores replies and progress that belong to nothing', async () => {
    const asked = ask();
    await settle();
    host.reply('999', {wrong: true});
    host.progress('999', {step: 'sign'});
    host.port.postMessage({});
    host.port.postMessage({method: 'progress'});
    host.reply(host.last('storages.list').id, {right: true});
    assert.deepEqual(await asked, {right: true});
  });

  it('hands progress to the request it belongs to', async () => {
    /** @type {any[]} */ const mine = [];
    /** @type {any[]} */ const other = [];
    void ask('request.create', {onProgress: (/** @type {any} */ p) => mine.push(p)});
    void ask('document.sign', {onProgress: (/** @type {any} */ p) => other.push(p)});
    await settle();
    host.progress(host.last('request.create').id, {step: 'entropy', state: 'running', done: 4, total: 10});
    await settle();
    assert.deepEqual(mine, [{step: 'entropy', state: 'running', done: 4, total: 10}]);
    assert.deepEqual(other, []);
  });
});

describe('time', () => {
  it('closes the port a minute after the last reply, and not while something is under way', async () => {
    const asked = ask();
    await settle();
    mock.timers.tick(IDLE_MS * 10);
    await settle();
    assert.ok(host.port.connected, 'the person may take as long as he wants');
    host.reply(host.last('storages.list').id, {});
    await asked;
    mock.timers.tick(IDLE_MS - 1);
    await settle();
    assert.ok(host.port.connected);
    mock.timers.tick(1);
    await settle();
    assert.ok(!host.port.connected);
    assert.equal(IDLE_MS, 60_000);
  });

  it('opens a new port after the old one was closed, with a new hello', async () => {
    host.answers.set('storages.list', () => ({}));
    await ask();
    mock.timers.tick(IDLE_MS);
    await settle();
    await ask();
    assert.equal(host.ports.length, 2);
    assert.deepEqual(host.received.map(({method}) => method), ['hello', 'storages.list', 'hello', 'storages.list']);
  });

  it('gives up on a host that does not greet, and tries a new one next time', async () => {
    host.answers.delete('hello');
    const asked = assert.rejects(ask(), named('host_crashed'));
    await settle();
    mock.timers.tick(HELLO_MS - 1);
    assert.ok(host.port.connected);
    mock.timers.tick(1);
    await asked;
    await settle();
    assert.ok(!host.port.connected);
    host.answers.set('hello', (params) => host.greeting(params));
    host.answers.set('storages.list', () => ({ok: true}));
    assert.deepEqual(await ask(), {ok: true});
  });
});

describe('the end of the port, in the words of the browser', () => {
  const cases = /** @type {const} */ ([
    ['chromium', 'Specified native messaging host not found.', 'host_missing'],
    ['chromium', 'Failed to start native messaging host.', 'host_missing'],
    ['chromium', 'Access to the specified native messaging host is forbidden.', 'host_forbidden'],
    ['chromium', 'Access to the native messaging host was disabled by the system administrator.', 'host_forbidden'],
    ['chromium', 'Native host has exited.', 'host_crashed'],
    ['chromium', 'Error when communicating with the native messaging host.', 'host_crashed'],
    ['chromium', undefined, 'host_crashed'],
    ['firefox', 'No such native application org.obnova.host', 'host_missing'],
    ['firefox', 'This extension does not have permission to use native application org.obnova.host (or the application is not installed)', 'host_forbidden'],
    ['firefox', 'An unexpected error occurred', 'host_missing'],
    ['firefox', undefined, 'host_crashed'],
  ]);
  for (const [kind, reason, name] of cases) {
    it(`${kind}: ${reason ?? 'no word'} is ${name}`, async () => {
      host.answers.delete('hello');
      const asked = assert.rejects(ask(), named(name));
      await settle();
      host.end(reason, kind);
      await asked;
    });
  }

  it('firefox: no reason after the host was heard is a crash: it runs, so it is there', async () => {
    host.answers.set('renewal.list', () => ({}));
    await ask('renewal.list');
    const asked = assert.rejects(ask(), named('host_crashed'));
    await settle();
    host.end('An unexpected error occurred', 'firefox');
    await asked;
  });

  it('fails everything under way, and the next request starts a new host', async () => {
    const two = [ask('document.sign'), ask('request.create')].map((asked) => assert.rejects(asked, named('host_crashed')));
    await settle();
    host.end('Native host has exited.');
    await Promise.all(two);
    assert.equal(client.underWay, 0);
    host.answers.set('storages.list', () => ({ok: true}));
    assert.deepEqual(await ask(), {ok: true});
    assert.equal(host.ports.length, 2);
  });

  it('of a former port, heard late, does not harm the new one', async () => {
    host.answers.set('renewal.list', () => ({}));
    await ask('renewal.list');
    const former = host.port.peer;
    mock.timers.tick(IDLE_MS);
    const asked = ask();
    await settle();
    former?.onDisconnect.emit(former);
    host.reply(host.last('storages.list').id, {ok: true});
    assert.deepEqual(await asked, {ok: true});
    assert.equal(host.ports.length, 2);
  });

  it('is distinguished where the host never began', async () => {
    host.refusal = 'Specified native messaging host not found.';
    await assert.rejects(ask(), named('host_missing'));
  });
});

describe('versions', () => {
  for (const protocol of [0, -1, '1', undefined, 1.5]) {
    it(`a host with protocol ${protocol} is outdated`, async () => {
      host.protocol = /** @type {any} */ (protocol);
      await assert.rejects(ask(), named('host_outdated'));
      assert.equal(host.all('storages.list').length, 0);
    });
  }

  it('a newer host is welcome', async () => {
    host.protocol = 2;
    host.answers.set('storages.list', () => ({ok: true}));
    assert.deepEqual(await ask(), {ok: true});
  });

  it('a host that refuses our protocol means that the extension is outdated', async () => {
    host.answers.delete('hello');
    const asked = assert.rejects(ask(), named('extension_outdated'));
    await settle();
    host.fail(host.last('hello').id, 'protocol_unsupported');
    await asked;
  });

  it('a host that lacks a method is outdated', async () => {
    const asked = assert.rejects(ask(), named('host_outdated'));
    await settle();
    host.fail(host.last('storages.list').id, 'method_not_found');
    await asked;
  });

  it('an outdated host is let go: the next request starts the one that was installed meanwhile', async () => {
    host.protocol = 0;
    await assert.rejects(ask(), named('host_outdated'));
    host.protocol = 1;
    host.answers.set('storages.list', () => ({ok: true}));
    assert.deepEqual(await ask(), {ok: true});
    assert.equal(host.ports.length, 2);
  });
});

describe('cancel', () => {
  it('names the request, which then ends with the answer of the host', async () => {
    let sent = '';
    const asked = assert.rejects(ask('document.sign', {sent: (/** @type {string} */ id) => (sent = id)}), named('cancelled'));
    await settle();
    client.cancel(sent);
    await settle();
    assert.deepEqual(host.last('cancel').params, {id: host.last('document.sign').id});
    host.reply(host.last('cancel').id, {cancelled: true});
    host.fail(sent, 'cancelled');
    await asked;
  });

  it('may come too late: what was written is told', async () => {
    let sent = '';
    const asked = ask('certificate.install', {sent: (/** @type {string} */ id) => (sent = id)});
    await settle();
    client.cancel(sent);
    await settle();
    host.reply(host.last('cancel').id, {cancelled: false});
    host.reply(sent, {sha256: 'x'});
    assert.deepEqual(await asked, {sha256: 'x'});
  });

  it('of what has ended sends nothing', async () => {
    host.answers.set('storages.list', () => ({}));
    let sent = '';
    await ask('storages.list', {sent: (/** @type {string} */ id) => (sent = id)});
    client.cancel(sent);
    await settle();
    assert.equal(host.all('cancel').length, 0);
  });
});

describe('errors of the host', () => {
  it('keep their name, texts and detail', async () => {
    const asked = ask().catch((failure) => failure);
    await settle();
    host.port.postMessage({
      jsonrpc: '2.0',
      id: host.last('storages.list').id,
      error: {code: 1203, message: 'Своими словами.', data: {name: 'storage_full', loss: 'Л', hint: 'Х', detail: 'd'}},
    });
    assert.deepEqual((await asked).body('ru'), {
      name: 'storage_full', code: 1203, message: 'Своими словами.', loss: 'Л', hint: 'Х', detail: 'd',
    });
  });

  it('that nobody knows become internal_error, with our texts where theirs are none', async () => {
    const asked = ask().catch((failure) => failure);
    await settle();
    host.port.postMessage({jsonrpc: '2.0', id: host.last('storages.list').id, error: {code: 424242, message: 7}});
    const body = (await asked).body('en');
    assert.equal(body.name, 'internal_error');
    assert.equal(body.message, 'The Obnova application has failed.');
  });
});

