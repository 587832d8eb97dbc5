// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {newBrowser, pageSender, settle} from './fake-browser.js';
import {eventually, SitePage} from './site-page.js';

const browser = await import('../src/shared/browser.js');
const {IDLE_MS, NativeClient} = await import('../src/background/native-client.js');
const {Router} = await import('../src/background/router.js');
const {Obnova} = await import('../src/page/obnova.js');

const SITE = 'https://extern.example';

/** @type {import('./fake-host.js').FakeHost} */ let host;
/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {any[]} the worker's ends of the pages' ports */ let workerPorts;
/** @type {InstanceType<typeof Obnova>} */ let obnova;
let heard = 0;

beforeEach(async () => {
  fake = newBrowser();
  fake.sender = pageSender(SITE, 'doc-1');
  host = fake.host;
  host.answers.set('storages.list', () => ({storages: []}));
  workerPorts = [];
  // Each life of the worker has a router of its own.
  browser.onConnect((port) => {
    workerPorts.push(port);
    const native = new NativeClient(browser);
    new Router({native, hasAccess: browser.hasAccess, ownId: browser.ownId, ownOrigin: browser.ownOrigin}).accept(port);
  });
  new SitePage(SITE).enter().contentScripts().obnovaBridge.start();
  obnova = await Obnova.connect();
  heard = 0;
});

function listener() {
  heard++;
}

function changed(documents = ['doc-1']) {
  host.port.postMessage({jsonrpc: '2.0', method: 'storages.changed', params: {documents}});
}

/** Lets everything arrive that is on its way: what was asked later is answered later. */
async function arrived() {
  await obnova.listStorages();
  await settle();
}

describe('onStoragesChanged', () => {
  it('hears, until it is ended', async () => {
    const stop = obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    changed();
    await eventually(() => heard === 1);
    stop();
    stop();
    await arrived();
    changed();
    await arrived();
    assert.equal(heard, 1);
  });

  it('hears, until its signal is aborted; an aborted one hears nothing', async () => {
    const controller = new AbortController();
    let never = 0;
    obnova.onStoragesChanged(listener, {signal: controller.signal});
    obnova.onStoragesChanged(() => never++, {signal: AbortSignal.abort()});
    await obnova.listStorages();
    changed();
    await eventually(() => heard === 1);
    controller.abort();
    await arrived();
    changed();
    await arrived();
    assert.deepEqual([heard, never], [1, 0]);
  });

  it('serves several, and one that ends leaves the others', async () => {
    let other = 0;
    const stop = obnova.onStoragesChanged(listener);
    obnova.onStoragesChanged(() => other++);
    await obnova.listStorages();
    changed();
    await eventually(() => other === 1);
    stop();
    await arrived();
    changed();
    await eventually(() => other === 2);
    assert.equal(heard, 1);
  });

  it('counts the same function twice as two, each with an end of its own', async () => {
    obnova.onStoragesChanged(listener)();
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    changed();
    await eventually(() => heard > 0);
    await arrived();
    assert.equal(heard, 1);
  });

  it('keeps the application running past its idle time', async () => {
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    mock.timers.tick(IDLE_MS * 3);
    changed();
    await eventually(() => heard === 1);
    assert.equal(host.ports.length, 1);
  });

  it('hears nothing of another document', async () => {
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    changed(['doc-2']);
    await arrived();
    assert.equal(heard, 0);
  });

  it('ends with the connection, and cannot begin after it', async () => {
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    obnova.close();
    changed();
    await settle();
    assert.equal(heard, 0);
    assert.throws(() => obnova.onStoragesChanged(listener), {name: 'AbortError'});
  });
});

describe('when the worker was ended under a page that listens', () => {
  it('the page is told to ask again, and hears the new worker', async () => {
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    workerPorts[0].disconnect();
    await eventually(() => heard === 1);
    assert.equal(workerPorts.length, 1, 'a worker is woken by a question alone');
    await obnova.listStorages();
    assert.equal(workerPorts.length, 2);
    changed();
    await eventually(() => heard === 2);
  });

  it('a worker that refuses the page makes no loop', async () => {
    obnova.onStoragesChanged(listener);
    await obnova.listStorages();
    fake.sender = {...pageSender(SITE, 'doc-1'), frameId: 3};
    workerPorts[0].disconnect();
    await eventually(() => heard === 1);
    await assert.rejects(obnova.listStorages(), {code: 'host_crashed'});
    await settle();
    assert.equal(heard, 1);
  });
});
