// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {beforeEach, describe, it} from 'node:test';
import {newBrowser, settle} from './fake-browser.js';
import {REGISTRY} from './fake-host.js';

const browser = await import('../src/shared/browser.js');
const {NativeClient} = await import('../src/background/native-client.js');
const {COMMANDS} = await import('../src/background/commands/index.js');
const {HostFailure} = await import('../src/shared/failure.js');

const VECTORS = new URL('../../native-host/doc/vectors/', import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, VECTORS), 'utf8'));

/** What the native client makes of replies that mean more to it than to a page. */
const MEANS = new Map([['method_not_found', 'host_outdated']]);
/** What is the host's alone to judge: nothing of the kind leaves the extension. */
const HOST_JUDGES = new Set(['invalid_params', 'document_refused', 'document_is_hash', 'subject_invalid', 'method_not_found', 'invalid_request']);

/** @type {import('./fake-host.js').FakeHost} */ let host;
/** @type {InstanceType<typeof NativeClient>} */ let client;

beforeEach(() => {
  host = newBrowser().host;
  client = new NativeClient(browser);
});

/**
 * Has a request under way.
 *
 * @param {string} [method]
 * @param {(progress: any) => void} [onProgress]
 */
async function underWay(method = 'storages.list', onProgress = () => {}) {
  const settled = client.request(method, {}, {language: 'ru', onProgress}).then(
    (result) => ({result}),
    (failure) => ({failure}),
  );
  await settle();
  return {settled: /** @type {Promise<any>} */ (settled), id: host.last(method).id};
}

describe('the vectors', () => {
  it('are all read here', () => {
    assert.deepEqual(readdirSync(VECTORS).sort(), ['exchanges.json', 'frames.json', 'results.json']);
    for (const name of ['exchanges', 'frames', 'results']) assert.equal(read(name).formatVersion, 1);
  });
});

describe('exchanges', () => {
  /** @type {{exchanges: any[]}} */
  const {exchanges} = read('exchanges');

  it('are some, with results and with errors', () => {
    assert.ok(exchanges.some(({reply}) => reply.result) && exchanges.some(({reply}) => reply.error));
  });

  for (const {name, send, reply} of exchanges) {
    it(`${name}: the reply is understood`, async () => {
      const {settled, id} = await underWay();
      host.port.postMessage({...reply, id});
      const {result, failure} = await settled;
      if (reply.result) {
        assert.deepEqual(result, reply.result);
        return;
      }
      const {code, message, data} = reply.error;
      assert.equal(REGISTRY.find((entry) => entry.name === data.name)?.code, code);
      assert.equal(failure.name, MEANS.get(data.name) ?? data.name);
      const body = new HostFailure(reply.error).body('en');
      assert.deepEqual([body.name, body.code, body.message, body.loss, body.hint, body.detail], [data.name, code, message, data.loss, data.hint, data.detail]);
    });

    const command = COMMANDS.get(send?.method);
    if (command && send.params && send.method !== 'hello' && !HOST_JUDGES.has(reply.error?.data.name)) {
      it(`${name}: what the host takes may leave the extension`, () => {
        const {site, ...params} = send.params;
        assert.equal(site !== undefined, command.site);
        command.params(params, 'params');
      });
    }
  }

  it('greet: a reply to hello is taken, and a refusal means that the extension is outdated', async () => {
    const greetings = exchanges.filter(({send}) => send?.method === 'hello');
    assert.ok(greetings.length >= 2);
    for (const {reply} of greetings) {
      const fresh = new NativeClient(browser);
      host.answers.delete('hello');
      const greeted = fresh.hello('ru').then((hello) => hello.version, (failure) => failure.name);
      await settle();
      host.port.postMessage({...reply, id: host.last('hello').id});
      const name = reply.error?.data.name;
      assert.equal(await greeted, reply.result?.version ?? (name === 'protocol_unsupported' ? 'extension_outdated' : name));
    }
  });

  it('name every method of this extension among those of the host', () => {
    const {methods} = exchanges.find(({reply}) => reply.result?.methods).reply.result;
    assert.deepEqual([...COMMANDS.keys()].filter((method) => !methods.includes(method)), []);
  });
});

describe('frames', () => {
  const {inputs} = read('frames');

  for (const {name, replies, exitStatus} of inputs) {
    it(`${name}: replies to nobody are not taken for ours, and status ${exitStatus} ends what waits`, async () => {
      const {settled} = await underWay();
      for (const reply of replies) {
        if (reply.error) assert.notEqual(new HostFailure(reply.error).name, 'internal_error');
        host.port.postMessage({...reply, id: reply.id === null ? null : `other-${reply.id}`});
      }
      await settle();
      assert.equal(client.underWay, 1);
      host.end('Native host has exited.');
      assert.equal((await settled).failure.name, 'host_crashed');
    });
  }
});

describe('results', () => {
  const {results, invalidResults, notifications} = read('results');

  for (const {method, result} of results) {
    it(`${method}: ${JSON.stringify(result).slice(0, 70)} is handed on as it is`, async () => {
      const {settled, id} = await underWay(method);
      host.reply(id, result);
      assert.deepEqual((await settled).result, result);
    });
  }

  it('are of methods that the extension knows; so are those that no host may give', () => {
    for (const {method} of [...results, ...invalidResults]) assert.ok(method === 'cancel' || COMMANDS.has(method), method);
  });

  it('have notifications of media as well as progress', () => {
    const known = new Set(['progress', 'storages.changed']);
    assert.deepEqual(notifications.filter((/** @type {any} */ {method}) => !known.has(method)), []);
  });

  for (const notification of notifications.filter((/** @type {any} */ {method}) => method === 'storages.changed')) {
    it(`storages.changed for ${notification.params.documents} is heard as the host wrote it`, async () => {
      /** @type {any[]} */ const heard = [];
      client.onNotification('storages.changed', (params) => heard.push(params));
      await underWay();
      host.port.postMessage(notification);
      await settle();
      assert.deepEqual(heard, [notification.params]);
      assert.equal(client.underWay, 1);
    });
  }

  for (const notification of notifications.filter((/** @type {any} */ {method}) => method === 'progress')) {
    it(`progress ${notification.params.step} reaches its request`, async () => {
      /** @type {any[]} */ const heard = [];
      const {id} = await underWay('request.create', (progress) => heard.push(progress));
      host.port.postMessage({...notification, params: {...notification.params, id}});
      host.port.postMessage({...notification, params: {...notification.params, id: 'other'}});
      await settle();
      const {id: _, ...progress} = notification.params;
      assert.deepEqual(heard, [progress]);
    });
  }
});
