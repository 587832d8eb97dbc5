// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {OWN_ID, ownSender, pageSender, settle} from './fake-browser.js';
import {browserWithRouter, Document, page, SHA, SITE} from './site-document.js';

const {MAX_PER_PAGE} = await import('../src/background/session.js');

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {import('./fake-host.js').FakeHost} */ let host;

beforeEach(() => {
  fake = browserWithRouter();
  host = fake.host;
});

describe('who may connect', () => {
  const refused = {
    'a foreign extension': {...pageSender(SITE, 'd'), id: 'a'.repeat(32)},
    'nobody': undefined,
    'an inner frame': {...pageSender(SITE, 'd'), frameId: 3},
    'a frame without number': {...pageSender(SITE, 'd'), frameId: undefined},
    'no tab': {...pageSender(SITE, 'd'), tab: undefined},
    'an opaque origin': {...pageSender(SITE, 'd'), origin: 'null'},
    'a file': {...pageSender(SITE, 'd'), origin: 'file://'},
    'another extension page': {...pageSender(SITE, 'd'), origin: `chrome-extension://${'b'.repeat(32)}`},
  };
  for (const [who, sender] of Object.entries(refused)) {
    for (const name of ['page', 'content']) {
      it(`refuses ${who} as ${name}`, async () => {
        const document = new Document(sender, name);
        await settle();
        assert.ok(document.ended);
        assert.equal(host.ports.length, 0);
      });
    }
  }

  it('refuses a page that calls itself one of our own', async () => {
    const document = new Document(pageSender(SITE, 'd'), 'own');
    await settle();
    assert.ok(document.ended);
  });

  it('refuses a page whose address only begins like ours', async () => {
    const document = new Document({...ownSender(), url: `chrome-extension://${OWN_ID}.example/x`}, 'own');
    await settle();
    assert.ok(document.ended);
  });

  it('refuses a port of another name', async () => {
    const document = new Document(pageSender(SITE, 'd'), 'admin');
    await settle();
    assert.ok(document.ended);
  });

  it('takes the origin from the address where the browser gives no origin', async () => {
    const document = new Document({...pageSender(SITE, 'd'), origin: undefined});
    await document.ask(1, 'storages.list');
    assert.equal(host.last('storages.list').params.site.origin, SITE);
  });
});

describe('the site', () => {
  it('is what the browser says of the sender', async () => {
    await page('doc-9').ask(1, 'storages.list');
    assert.deepEqual(host.last('storages.list').params, {site: {origin: SITE, document: 'doc-9'}});
  });

  it('is never what a message says', async () => {
    const document = page();
    await document.ask(1, 'storages.list', {}, {origin: 'https://bank.example', site: {origin: 'https://bank.example'}, sender: {}});
    assert.deepEqual(host.last('storages.list').params.site, {origin: SITE, document: 'doc-1'});
    await document.ask(2, 'storages.list', {site: {origin: 'https://bank.example', document: 'x'}});
    assert.equal(document.failure(2), 'page_request_invalid');
    assert.equal(host.all('storages.list').length, 1);
  });

  it('keeps its port: the person allowed the browser pages, the host knows sites', async () => {
    fake.access.add('http://extern.localhost');
    await page('d', 'http://extern.localhost:8080').ask(1, 'storages.list');
    assert.equal(host.last('storages.list').params.site.origin, 'http://extern.localhost:8080');
  });

  it('must be one where the extension may work', async () => {
    fake.access.clear();
    const document = page();
    await document.ask(1, 'hello');
    assert.equal(document.failure(1), 'page_not_allowed');
    assert.equal(host.ports.length, 0);
  });

  it('gets a document of its own on each port where the browser names none', async () => {
    for (let port = 0; port < 2; port++) await new Document({...pageSender(SITE, ''), documentId: undefined}).ask(1, 'storages.list');
    const [one, two] = host.all('storages.list').map(({params}) => params.site.document);
    assert.match(one, /^.{1,64}$/);
    assert.notEqual(one, two);
  });

  it('is not told where the method knows none', async () => {
    await new Document(pageSender(SITE, 'd'), 'content').ask(1, 'sites.list');
    assert.deepEqual(host.last('sites.list').params, {});
  });
});

describe('two documents', () => {
  it('may use the same ids: answers and progress never cross', async () => {
    const one = page('doc-1');
    const two = page('doc-2');
    await one.ask(1, 'document.sign', {kind: 'receipt', title: 'Т', text: 'один', certificate: SHA});
    await two.ask(1, 'document.sign', {kind: 'receipt', title: 'Т', text: 'два', certificate: SHA});
    const [first, second] = host.all('document.sign');
    assert.equal(first?.params.site.document, 'doc-1');
    assert.equal(second?.params.site.document, 'doc-2');
    host.progress(second?.id ?? '', {step: 'show-document', state: 'waiting'});
    await settle();
    assert.deepEqual(one.heard, []);
    assert.deepEqual(two.heard, [{type: 'progress', id: 1, progress: {step: 'show-document', state: 'waiting'}}]);
    host.reply(first?.id ?? '', {signature: 'S1'});
    await settle();
    assert.deepEqual(one.heard, [{type: 'result', id: 1, result: {signature: 'S1'}}]);
    assert.equal(two.answer(1), undefined);
  });

  it('cannot cancel each other', async () => {
    const one = page('doc-1');
    const two = page('doc-2');
    await one.ask(1, 'container.copy', {certificate: SHA});
    two.port.postMessage({type: 'cancel', id: 1});
    await settle();
    assert.equal(host.all('cancel').length, 0);
    one.port.postMessage({type: 'cancel', id: 1});
    await settle();
    assert.deepEqual(host.all('cancel').map(({params}) => params.id), [host.last('container.copy').id]);
  });

  it('each have room of their own', async () => {
    const one = page('doc-1');
    for (let id = 1; id <= MAX_PER_PAGE; id++) await one.ask(id, 'storages.list');
    const two = page('doc-2');
    await two.ask(1, 'storages.list');
    assert.equal(two.failure(1), undefined);
    assert.equal(host.all('storages.list').length, MAX_PER_PAGE + 1);
  });
});

describe('requests of one document', () => {
  it(`are at most ${MAX_PER_PAGE} at once; one more is busy, and there is room again after an answer`, async () => {
    const document = page();
    for (let id = 1; id <= MAX_PER_PAGE + 1; id++) await document.ask(id, 'storages.list');
    assert.equal(MAX_PER_PAGE, 8);
    assert.deepEqual(document.heard.map(({id, error}) => [id, error.name]), [[9, 'busy']]);
    host.reply(host.all('storages.list')[0]?.id ?? '', {storages: []});
    await settle();
    await document.ask(10, 'storages.list');
    assert.equal(document.failure(10), undefined);
    assert.equal(host.all('storages.list').length, 9);
  });

  it('with an id that is under way are refused, and the first goes on', async () => {
    const document = page();
    await document.ask(1, 'storages.list');
    await document.ask(1, 'renewal.list');
    assert.equal(document.failure(1), 'duplicate_id');
    assert.equal(host.all('renewal.list').length, 0);
    host.reply(host.last('storages.list').id, {storages: []});
    await settle();
    assert.deepEqual(document.heard.at(-1), {type: 'result', id: 1, result: {storages: []}});
  });

  it('without a whole number as id are not heard', async () => {
    const document = page();
    for (const id of ['1', 1.5, null, {}]) await document.ask(/** @type {any} */ (id), 'storages.list');
    document.port.postMessage(null);
    document.port.postMessage({type: 'elsewhere', id: 3});
    await settle();
    assert.deepEqual(document.heard, []);
    assert.equal(host.ports.length, 0);
  });

  it('hear what the host said, in its words', async () => {
    const document = page();
    await document.ask(1, 'storages.list');
    host.fail(host.last('storages.list').id, 'consent_refused');
    await settle();
    assert.equal(document.answer(1).error.name, 'consent_refused');
    assert.equal(document.answer(1).error.message, 'Вы не разрешили сайту это действие.');
  });

  it('get all parts of a long list of certificates', async () => {
    const document = page();
    host.answers.set('certificates.list', ({cursor}) =>
      cursor === undefined ? {certificates: ['a', 'b'], next: 'more'} : {certificates: [cursor]},
    );
    await document.ask(1, 'certificates.list');
    assert.deepEqual(document.answer(1).result, {certificates: ['a', 'b', 'more']});
  });

  it('do not wait for ever for a list without end', async () => {
    const document = page();
    host.answers.set('certificates.list', () => ({certificates: ['a'], next: 'more'}));
    await document.ask(1, 'certificates.list');
    for (let turn = 0; turn < 100 && !document.answer(1); turn++) await settle();
    assert.equal(document.answer(1).result.certificates.length, 64);
  });
});

describe('cancelling', () => {
  it('while the request waits for the greeting reaches the host nevertheless', async () => {
    host.answers.delete('hello');
    const document = page();
    await document.ask(1, 'container.copy', {certificate: SHA});
    document.port.postMessage({type: 'cancel', id: 1});
    await settle();
    host.reply(host.last('hello').id, host.greeting({language: 'ru'}));
    await settle();
    assert.equal(host.last('cancel').params.id, host.last('container.copy').id);
  });

  it('twice is once', async () => {
    const document = page();
    await document.ask(1, 'container.copy', {certificate: SHA});
    for (let time = 0; time < 2; time++) document.port.postMessage({type: 'cancel', id: 1});
    await settle();
    assert.equal(host.all('cancel').length, 1);
  });

  it('happens to all that is under way when the document goes, and nothing is told to it any more', async () => {
    const document = page();
    const other = page('doc-2');
    await document.ask(1, 'container.copy', {certificate: SHA});
    await document.ask(2, 'storages.list');
    await other.ask(1, 'renewal.list');
    document.port.disconnect();
    await settle();
    assert.deepEqual(
      host.all('cancel').map(({params}) => params.id).sort(),
      [host.last('container.copy').id, host.last('storages.list').id].sort(),
    );
    host.fail(host.last('container.copy').id, 'cancelled');
    host.reply(host.last('storages.list').id, {});
    host.reply(host.last('renewal.list').id, {renewals: []});
    await settle();
    assert.deepEqual(document.heard, []);
    assert.deepEqual(other.answer(1).result, {renewals: []});
  });
});

describe('when the host ends', () => {
  it('every document hears it, and the next request finds a new host', async () => {
    const documents = [page('doc-1'), page('doc-2')];
    for (const document of documents) await document.ask(1, 'storages.list');
    host.end('Native host has exited.');
    await settle();
    assert.deepEqual(documents.map((document) => document.failure(1)), ['host_crashed', 'host_crashed']);
    await documents[0]?.ask(2, 'renewal.list');
    assert.equal(host.ports.length, 2);
    assert.equal(host.all('renewal.list').length, 1);
  });
});
