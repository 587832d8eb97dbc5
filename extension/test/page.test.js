// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {newBrowser, pageSender, settle} from './fake-browser.js';
import {REGISTRY} from './fake-host.js';
import {eventually, SitePage} from './site-page.js';

const browser = await import('../src/shared/browser.js');
const {NativeClient} = await import('../src/background/native-client.js');
const {Router} = await import('../src/background/router.js');
const {Obnova, ObnovaError, PAGE_ERRORS} = await import('../src/page/obnova.js');

const SITE = 'https://extern.example';
const SHA = 'ab'.repeat(32);

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {import('./fake-host.js').FakeHost} */ let host;
/** @type {SitePage} */ let page;

beforeEach(() => {
  fake = newBrowser();
  fake.sender = pageSender(SITE, 'doc-1');
  host = fake.host;
  const router = new Router({
    native: new NativeClient(browser),
    hasAccess: browser.hasAccess,
    ownId: browser.ownId,
    ownOrigin: browser.ownOrigin,
  });
  browser.onConnect((port) => router.accept(port));
  page = new SitePage(SITE).enter();
  page.contentScripts().obnovaBridge.start();
});

/** @param {string} method */
const asked = (method) => eventually(() => host.received.find((message) => message.method === method));

describe('connect', () => {
  it('finds extension and application, and tells their versions', async () => {
    const obnova = await Obnova.connect();
    assert.equal(obnova.extensionVersion, '0.1.0');
    assert.equal(obnova.hostVersion, '0.1.0');
    assert.equal(host.last('hello').params.language, 'ru');
  });

  it('speaks the language of the page, or the one that is asked for', async () => {
    page.document.documentElement.lang = 'en-US';
    await Obnova.connect();
    assert.equal(host.last('hello').params.language, 'en');
    await Obnova.connect({language: 'ru'});
    assert.equal(host.last('hello').params.language, 'ru');
  });

  it('says quickly that there is no extension', async () => {
    new SitePage(SITE).enter();
    const missing = assert.rejects(Obnova.connect(), (/** @type {any} */ failure) => {
      assert.ok(failure instanceof ObnovaError);
      assert.deepEqual([failure.code, failure.number], ['extension_missing', 2001]);
      assert.match(failure.message, /Расширение Обнова не установлено/);
      assert.ok(failure.loss && failure.hint);
      return true;
    });
    mock.timers.tick(300);
    await missing;
  });

  it('waits longer for an extension that announced itself', async () => {
    const other = new SitePage(SITE).enter();
    other.document.documentElement.setAttribute('data-obnova-extension', '0.1.0');
    let ended = false;
    const missing = assert.rejects(Obnova.connect().finally(() => (ended = true)), {code: 'extension_missing'});
    mock.timers.tick(2999);
    await settle();
    assert.ok(!ended);
    mock.timers.tick(1);
    await missing;
  });

  const ends = /** @type {[string, string][]} */ ([
    ['Specified native messaging host not found.', 'host_missing'],
    ['Access to the specified native messaging host is forbidden.', 'host_forbidden'],
    ['Native host has exited.', 'host_crashed'],
  ]);
  for (const [reason, code] of ends) {
    it(`fails with ${code} when the browser says «${reason}»`, async () => {
      host.refusal = reason;
      await assert.rejects(Obnova.connect(), {name: 'ObnovaError', code});
    });
  }

  it('fails with host_outdated', async () => {
    host.protocol = 0;
    await assert.rejects(Obnova.connect(), {code: 'host_outdated'});
  });

  it('fails with page_not_allowed', async () => {
    fake.access.clear();
    await assert.rejects(Obnova.connect(), {code: 'page_not_allowed'});
  });

  it('can be given up before and during', async () => {
    await assert.rejects(Obnova.connect({signal: AbortSignal.abort(new Error('before'))}), /before/);
    assert.equal(host.ports.length, 0);
    host.answers.delete('hello');
    const controller = new AbortController();
    const connecting = assert.rejects(Obnova.connect({signal: controller.signal}), /during/);
    await asked('hello');
    controller.abort(new Error('during'));
    await connecting;
    const early = new AbortController();
    const opening = assert.rejects(Obnova.connect({signal: early.signal}), /early/);
    early.abort(new Error('early'));
    await opening;
  });
});

describe('calls', () => {
  const certificate = {certificate: SHA};
  const order = {
    application: 'a-1',
    algorithm: /** @type {const} */ ('gost2012-256'),
    subject: {commonName: 'А', surname: 'А', givenName: 'А', country: 'RU', snils: '1', inn: '2'},
  };
  /** @type {[string, string, (obnova: InstanceType<typeof Obnova>) => Promise<any>, any, any, any][]} */
  const calls = [
    ['listCertificates', 'certificates.list', (o) => o.listCertificates(), {}, {certificates: [1]}, [1]],
    ['listStorages', 'storages.list', (o) => o.listStorages(), {}, {storages: [2]}, [2]],
    [
      'listMedia', 'storages.list', (o) => o.listMedia(), {},
      {storages: [2], notListed: [3]}, {storages: [2], notListed: [3]},
    ],
    ['changePin', 'pin.change', (o) => o.changePin({storage: 't'}), {storage: 't'}, {changed: true}, {changed: true}],
    ['createRequest', 'request.create', (o) => o.createRequest(order), order, {renewal: 'r'}, {renewal: 'r'}],
    [
      'signDocument', 'document.sign',
      (o) => o.signDocument({kind: 'receipt', title: 'Т', text: 'т', ...certificate}),
      {kind: 'receipt', title: 'Т', text: 'т', ...certificate}, {signature: 's'}, {signature: 's'},
    ],
    [
      'authenticate', 'authentication.sign', (o) => o.authenticate({...certificate, nonce: 'n'.repeat(20)}),
      {...certificate, nonce: 'n'.repeat(20)}, {text: 't'}, {text: 't'},
    ],
    [
      'installCertificate', 'certificate.install',
      (o) => o.installCertificate({renewal: 'r', certificate: 'MIIB', chain: ['MIIC']}),
      {renewal: 'r', certificate: 'MIIB', chain: ['MIIC']}, {sha256: SHA}, {sha256: SHA},
    ],
    ['copyContainer', 'container.copy', (o) => o.copyContainer(certificate), certificate, {verified: true}, {verified: true}],
    ['listRenewals', 'renewal.list', (o) => o.listRenewals(), {}, {renewals: [3]}, [3]],
    ['abandonRenewal', 'renewal.abandon', (o) => o.abandonRenewal({renewal: 'r'}), {renewal: 'r'}, {abandoned: true, key: 'kept'}, {abandoned: true, key: 'kept'}],
    [
      'publishCertificate', 'certificate.publish', (o) => o.publishCertificate(certificate), certificate,
      {stores: [{name: 'Firefox', state: 'installed'}]}, [{name: 'Firefox', state: 'installed'}],
    ],
    ['listBackups', 'backups.list', (o) => o.listBackups(), {}, {backups: [4]}, {backups: [4], incomplete: false}],
    [
      'decryptDocument', 'document.decrypt', (o) => o.decryptDocument({message: 'MIIB'}), {message: 'MIIB'},
      {content: 'AAECAw==', certificate: SHA, offset: 0, total: 4}, {content: 'AAECAw==', certificate: SHA},
    ],
    [
      'archiveContainers', 'container.archive', (o) => o.archiveContainers({certificates: [SHA]}), {certificates: [SHA]},
      {archived: [SHA], left: []}, {archived: [SHA], left: []},
    ],
    ['importContainer', 'container.import', (o) => o.importContainer(), {}, {label: 'l'}, {label: 'l'}],
    ['exportContainer', 'container.export', (o) => o.exportContainer(certificate), certificate, {fileName: 'f'}, {fileName: 'f'}],
    ['changePassword', 'password.change', (o) => o.changePassword(certificate), certificate, {changed: true}, {changed: true}],
    [
      'checkWorkstation', 'workstation.check', (o) => o.checkWorkstation({service: 'extern', file: true}), {service: 'extern', file: true},
      {service: 'extern', components: [], file: {name: 'f', content: 'AAECAw=='}}, {service: 'extern', components: [], file: {name: 'f', content: 'AAECAw=='}},
    ],
    [
      'installWorkstation', 'workstation.install', (o) => o.installWorkstation({targets: ['roots.nss.shared']}), {targets: ['roots.nss.shared']},
      {targets: [], restart: 'browser'}, {targets: [], restart: 'browser'},
    ],
    ['uninstallWorkstation', 'workstation.uninstall', (o) => o.uninstallWorkstation({}), {}, {targets: [], restart: 'none'}, {targets: [], restart: 'none'}],
    ['restartComputer', 'workstation.restart', (o) => o.restartComputer(), {}, {restarting: true}, {restarting: true}],
    ['runDiagnostics', 'diagnostics.run', (o) => o.runDiagnostics({repair: ['pcscd']}), {repair: ['pcscd']}, {findings: []}, {findings: []}],
    ['resumeRenewal', 'renewal.resume', (o) => o.resumeRenewal({renewal: 'r'}), {renewal: 'r'}, {state: 'requested'}, {state: 'requested'}],
  ];
  for (const [name, method, call, params, result, returned] of calls) {
    it(`${name} is ${method}, with the site that the browser knows`, async () => {
      const obnova = await Obnova.connect();
      host.answers.set(method, () => result);
      assert.deepEqual(await call(obnova), returned);
      assert.deepEqual(host.last(method).params, {...params, site: {origin: SITE, document: 'doc-1'}});
    });
  }

  it('are all here', () => {
    const methods = Object.getOwnPropertyNames(Obnova.prototype).filter((name) => !['constructor', 'close', 'onStoragesChanged'].includes(name));
    assert.deepEqual(methods.sort(), calls.map(([name]) => name).sort());
  });

  it('may be under way side by side, each with its own progress', async () => {
    const obnova = await Obnova.connect();
    /** @type {any[]} */ const heard = [];
    const slow = obnova.copyContainer(certificate, {onProgress: (progress) => heard.push(progress)});
    host.answers.set('storages.list', () => ({storages: []}));
    const {id} = await asked('container.copy');
    host.progress(id, {step: 'copy', state: 'running', done: 1, total: 2, text: 'Копия'});
    assert.deepEqual(await obnova.listStorages(), []);
    host.reply(id, {verified: true, storageLabel: 'USB'});
    assert.deepEqual(await slow, {verified: true, storageLabel: 'USB'});
    assert.deepEqual(heard, [{step: 'copy', state: 'running', done: 1, total: 2, text: 'Копия'}]);
  });

  it('fail with what the host said', async () => {
    const obnova = await Obnova.connect({language: 'en'});
    const copy = assert.rejects(obnova.copyContainer(certificate), {
      code: 'cancelled', number: 1001, message: 'The action was cancelled.', loss: 'Nothing is lost.', hint: 'Start again when you are ready.',
    });
    host.fail((await asked('container.copy')).id, 'cancelled', 'en');
    await copy;
  });

  it('fail with host_crashed when the host dies, and the connection lives on', async () => {
    const obnova = await Obnova.connect();
    const copy = assert.rejects(obnova.copyContainer(certificate), {code: 'host_crashed', number: 2004});
    await asked('container.copy');
    host.end('Native host has exited.');
    await copy;
    host.answers.set('storages.list', () => ({storages: []}));
    assert.deepEqual(await obnova.listStorages(), []);
  });

  it('with something that cannot be sent fail at once, and nothing is under way', async () => {
    const obnova = await Obnova.connect();
    await assert.rejects(obnova.copyContainer(/** @type {any} */ ({certificate: () => {}})), {name: 'DataCloneError'});
    obnova.close();
  });
});

describe('media', () => {
  const token = {
    id: 't', kind: 'token', label: 'Рутокен', state: 'ready', product: 'rutoken-ecp', manner: 'active', pin: 'factory',
    pinEntries: {least: 2, most: 3}, algorithms: ['gost2012-256'],
  };

  it('of a token come with everything that the host tells of it', async () => {
    const obnova = await Obnova.connect();
    host.answers.set('storages.list', () => ({storages: [token], notListed: []}));
    assert.deepEqual(await obnova.listStorages(), [token]);
  });

  it('of an older application, which tells nothing of those not listed, are a list all the same', async () => {
    const obnova = await Obnova.connect();
    host.answers.set('storages.list', () => ({storages: []}));
    assert.deepEqual(await obnova.listMedia(), {storages: [], notListed: []});
  });
});

describe('AbortSignal', () => {
  it('aborted before: nothing is sent', async () => {
    const obnova = await Obnova.connect();
    await assert.rejects(obnova.listStorages({signal: AbortSignal.abort()}), {name: 'AbortError'});
    await settle();
    assert.equal(host.all('storages.list').length, 0);
  });

  it('aborted during: the call ends at once, the host is told, and other calls go on', async () => {
    const obnova = await Obnova.connect();
    const controller = new AbortController();
    const copy = assert.rejects(obnova.copyContainer({certificate: SHA}, {signal: controller.signal}), /enough/);
    const list = obnova.listStorages();
    const {id} = await asked('container.copy');
    controller.abort(new Error('enough'));
    await copy;
    assert.equal((await asked('cancel')).params.id, id);
    host.fail(id, 'cancelled');
    host.reply((await asked('storages.list')).id, {storages: ['s']});
    assert.deepEqual(await list, ['s']);
    assert.equal(host.all('cancel').length, 1);
  });

  it('aborted after: nothing happens', async () => {
    const obnova = await Obnova.connect();
    const controller = new AbortController();
    host.answers.set('storages.list', () => ({storages: []}));
    await obnova.listStorages({signal: controller.signal});
    controller.abort();
    host.answers.set('renewal.list', () => ({renewals: []}));
    await obnova.listRenewals();
    assert.equal(host.all('cancel').length, 0);
  });
});

describe('close', () => {
  it('ends what is under way, here and in the host', async () => {
    const obnova = await Obnova.connect();
    const copy = assert.rejects(obnova.copyContainer({certificate: SHA}), {name: 'AbortError'});
    const {id} = await asked('container.copy');
    obnova.close();
    await copy;
    assert.equal((await asked('cancel')).params.id, id);
  });

  it('twice is once, and a call afterwards fails instead of waiting for ever', async () => {
    const obnova = await Obnova.connect();
    obnova.close();
    obnova.close();
    await assert.rejects(obnova.listStorages(), {name: 'AbortError'});
  });
});

describe('texts of the page itself', () => {
  for (const [name, entry] of Object.entries(PAGE_ERRORS)) {
    it(`${name} is as in the registry`, () => {
      const {code, ru, en} = REGISTRY.find((candidate) => candidate.name === name);
      assert.deepEqual(entry, {code, ru, en});
    });
  }
});
