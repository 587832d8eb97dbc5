// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {ownSender, pageSender} from './fake-browser.js';
import {browserWithRouter, Document, page, SHA, SITE} from './site-document.js';

const {COMMANDS} = await import('../src/background/commands/index.js');

/** @type {import('./fake-host.js').FakeHost} */ let host;

beforeEach(() => {
  host = browserWithRouter().host;
});

describe('who may ask for what', () => {
  const senders = {page: pageSender(SITE, 'd'), content: pageSender(SITE, 'd'), own: ownSender()};
  const asked = {
    'hello': ['page', 'content', 'own'],
    'certificates.list': ['page'],
    'storages.list': ['page'],
    'pin.change': ['page'],
    'request.create': ['page'],
    'document.sign': ['page'],
    'authentication.sign': ['page'],
    'certificate.install': ['page'],
    'container.copy': ['page'],
    'renewal.list': ['page'],
    'renewal.resume': ['page'],
    'renewal.abandon': ['page'],
    'certificate.publish': ['page'],
    'backups.list': ['page'],
    'container.archive': ['page'],
    'document.decrypt': ['page'],
    'container.import': ['page'],
    'container.export': ['page'],
    'password.change': ['page'],
    'workstation.check': ['page'],
    'workstation.install': ['page'],
    'workstation.uninstall': ['page'],
    'workstation.restart': ['page'],
    'diagnostics.run': ['page'],
    'sites.add': ['own'],
    'sites.remove': ['own'],
    'sites.list': ['content', 'own'],
    'consents.list': ['own'],
    'consents.revoke': ['own'],
  };

  it('is written down here for every command', () => assert.deepEqual(Object.keys(asked).sort(), [...COMMANDS.keys()].sort()));

  for (const [method, audience] of Object.entries(asked)) {
    for (const [name, sender] of Object.entries(senders)) {
      if (audience.includes(name)) continue;
      it(`${method} is refused to ${name}`, async () => {
        const document = new Document(sender, name);
        await document.ask(1, method);
        assert.equal(document.failure(1), 'page_request_invalid');
        assert.match(document.answer(1).error.detail, /is not for/);
        assert.equal(host.ports.length, 0);
      });
    }
  }

  for (const method of ['cancel', 'progress', 'nothing', '', 7, null, ['hello'], 'toString', '__proto__']) {
    it(`${JSON.stringify(method)} is no command`, async () => {
      const document = page();
      await document.ask(1, method);
      assert.equal(document.failure(1), 'page_request_invalid');
    });
  }
});

describe('parameters', () => {
  const subject = {commonName: 'А', surname: 'А', givenName: 'А', country: 'RU', snils: '1', inn: '2'};
  const order = {application: 'a-1', algorithm: 'gost2012-256', subject};
  const document = {kind: 'statement', title: 'Т', text: 'т', certificate: SHA};
  const good = /** @type {[string, any][]} */ ([
    ['certificates.list', {}],
    ['storages.list', {}],
    ['pin.change', {storage: 'token-0123456789abcdef'}],
    ['request.create', order],
    ['request.create', {...order, subject: {...subject, email: 'a@b'}, storage: 's', replaces: SHA}],
    ['document.sign', document],
    ['authentication.sign', {certificate: SHA, nonce: 'n'.repeat(16)}],
    ['certificate.install', {renewal: 'r', certificate: 'MIIB', chain: ['MIIB', 'MIIBAA==']}],
    ['container.copy', {certificate: SHA}],
    ['renewal.list', {}],
    ['renewal.resume', {renewal: 'r'}],
    ['request.create', {...order, request: 'MIIB'}],
    ['document.sign', {...document, kind: 'receipt', renewal: 'r'}],
    ['renewal.abandon', {renewal: 'r'}],
    ['certificate.publish', {certificate: SHA}],
    ['backups.list', {}],
    ['container.archive', {certificates: [SHA]}],
    ['container.archive', {certificates: Array(50).fill(SHA)}],
    ['document.decrypt', {message: 'MIIB'}],
    ['container.import', {}],
    ['container.export', {certificate: SHA}],
    ['password.change', {certificate: SHA}],
    ['workstation.check', {}],
    ['workstation.check', {service: 'extern', file: true}],
    ['workstation.install', {}],
    ['workstation.install', {service: 'extern', targets: ['host-manifest.chromium', 'roots.nss.firefox.3fa1b2c4']}],
    ['workstation.uninstall', {targets: ['roots.nss.shared']}],
    ['workstation.restart', {}],
    ['diagnostics.run', {}],
    ['diagnostics.run', {repair: ['manifest.chromium'], bundle: false}],
  ]);
  for (const [method, params] of good) {
    it(`${method} hands on ${JSON.stringify(params).slice(0, 60)}`, async () => {
      const asking = page();
      await asking.ask(1, method, params);
      const {site, ...rest} = host.last(method).params;
      assert.deepEqual(rest, params);
      assert.deepEqual(site, {origin: SITE, document: 'doc-1'});
    });

    it(`${method} refuses a field that is not known beside ${JSON.stringify(params).slice(0, 40)}`, async () => {
      const asking = page();
      await asking.ask(1, method, {...params, extra: 1});
      assert.equal(asking.failure(1), 'page_request_invalid');
      assert.match(asking.answer(1).error.detail, /params\.extra/);
    });
  }

  const bad = /** @type {[string, any, RegExp][]} */ ([
    ['certificates.list', {cursor: 'c'}, /cursor/],
    ['certificates.list', [], /params is not an object/],
    ['certificates.list', null, /params is not an object/],
    ['certificates.list', 'x', /params is not an object/],
    ['request.create', {...order, algorithm: 'gost'}, /algorithm/],
    ['request.create', {...order, application: 'a/b'}, /application/],
    ['request.create', {...order, application: 'a'.repeat(65)}, /application/],
    ['request.create', {...order, subject: {...subject, inn: undefined}}, /subject\.inn is missing/],
    ['request.create', {...order, subject: {...subject, inn: 12}}, /subject\.inn/],
    ['request.create', {...order, subject: {...subject, snils: ''}}, /subject\.snils/],
    ['request.create', {...order, subject: {...subject, surname: 'а'.repeat(129)}}, /subject\.surname/],
    ['request.create', {...order, subject: {...subject, role: 'root'}}, /subject\.role/],
    ['request.create', {...order, replaces: SHA.toUpperCase()}, /replaces/],
    ['document.sign', {...document, kind: 'contract'}, /kind/],
    ['document.sign', {...document, text: ''}, /text/],
    ['document.sign', {...document, text: 'т'.repeat(400_001)}, /text/],
    ['document.sign', {...document, certificate: SHA.slice(1)}, /certificate/],
    ['authentication.sign', {certificate: SHA, nonce: 'n'.repeat(15)}, /nonce/],
    ['authentication.sign', {certificate: SHA, nonce: `${'n'.repeat(16)}\n`}, /nonce/],
    ['certificate.install', {renewal: 'r', certificate: 'MIIB', chain: 'MIIB'}, /chain/],
    ['certificate.install', {renewal: 'r', certificate: 'MIIB', chain: Array(9).fill('MIIB')}, /chain/],
    ['certificate.install', {renewal: 'r', certificate: 'MIIB', chain: ['MIIB', '-']}, /chain\[1\]/],
    ['certificate.install', {renewal: 'r', certificate: '-----BEGIN', chain: []}, /certificate/],
    ['container.copy', {}, /certificate is missing/],
    ['pin.change', {}, /storage is missing/],
    ['pin.change', {storage: ''}, /storage/],
    ['pin.change', {storage: 't', pin: '12345678'}, /pin is not known/],
    ['renewal.resume', {renewal: ''}, /renewal/],
    ['request.create', {...order, request: '-----BEGIN'}, /request/],
    ['request.create', {...order, request: ['MIIB']}, /request/],
    ['document.sign', {...document, renewal: {}}, /renewal/],
    ['renewal.abandon', {}, /renewal is missing/],
    ['renewal.abandon', {renewal: 'r', key: 'removed'}, /key is not known/],
    ['renewal.abandon', {renewal: 'r'.repeat(65)}, /renewal/],
    ['certificate.publish', {certificate: SHA, stores: ['nss']}, /stores is not known/],
    ['certificate.publish', {certificate: '*'}, /certificate/],
    ['backups.list', {cursor: 'c'}, /cursor is not known/],
    ['container.archive', {certificates: []}, /certificates is not a list of 1 to 50/],
    ['container.archive', {certificates: Array(51).fill(SHA)}, /certificates is not a list of 1 to 50/],
    ['container.archive', {certificates: [SHA, 'x']}, /certificates\[1\]/],
    ['container.archive', {certificates: SHA}, /certificates/],
    ['container.archive', {certificates: {length: 1, 0: SHA}}, /certificates/],
    ['container.archive', {certificates: [SHA], password: 'x'}, /password is not known/],
    ['document.decrypt', {}, /message is missing/],
    ['document.decrypt', {message: ''}, /message/],
    ['document.decrypt', {message: 'MIIB\n'}, /message/],
    ['document.decrypt', {message: 'MI=B'}, /message/],
    ['document.decrypt', {message: 'M==='}, /message/],
    ['document.decrypt', {message: ['MIIB']}, /message/],
    ['document.decrypt', {message: 'MIIB', cursor: 'c'}, /cursor is not known/],
    ['document.decrypt', {message: 'MIIB', certificate: SHA}, /certificate is not known/],
    ['container.import', {path: '/etc/passwd'}, /path is not known/],
    ['container.import', {storage: 'computer'}, /storage is not known/],
    ['container.export', {certificate: SHA, fileName: '../x'}, /fileName is not known/],
    ['container.export', {certificate: SHA, password: ''}, /password is not known/],
    ['password.change', {certificate: SHA, password: 'x'}, /password is not known/],
    ['password.change', {}, /certificate is missing/],
    ['workstation.check', {service: ''}, /service/],
    ['workstation.check', {service: '../x'}, /service/],
    ['workstation.check', {file: 'yes'}, /file is not true or false/],
    ['workstation.check', {origins: ['https://evil.example']}, /origins is not known/],
    ['workstation.install', {targets: []}, /targets is not a list of 1 to 200/],
    ['workstation.install', {targets: ['a b']}, /targets\[0\]/],
    ['workstation.install', {scope: 'system'}, /scope is not known/],
    ['workstation.install', {roots: ['MIIB']}, /roots is not known/],
    ['workstation.uninstall', {service: 7}, /service/],
    ['workstation.restart', {now: true}, /now is not known/],
    ['diagnostics.run', {repair: 'manifest'}, /repair/],
    ['diagnostics.run', {bundle: 1}, /bundle/],
    ['diagnostics.run', {path: '/etc'}, /path is not known/],
  ]);
  for (const [method, params, what] of bad) {
    it(`${method} refuses ${JSON.stringify(params)?.slice(0, 90)}: ${what.source}`, async () => {
      const asking = page();
      await asking.ask(1, method, params);
      assert.equal(asking.failure(1), 'page_request_invalid');
      assert.match(asking.answer(1).error.detail, what);
      assert.equal(host.ports.length, 0, 'nothing reaches the host');
    });
  }

  it('come in the language of the message', async () => {
    const asking = page();
    await asking.ask(1, 'nothing', {}, {language: 'en'});
    await asking.ask(2, 'nothing', {}, {language: 'xx'});
    assert.match(asking.answer(1).error.message, /^[ -~«»]+$/);
    assert.match(asking.answer(2).error.message, /[а-я]/);
  });
});
