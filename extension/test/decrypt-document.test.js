// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {settle} from './fake-browser.js';
import {browserWithRouter, page, SHA, SITE} from './site-document.js';

const OTHER = 'cd'.repeat(32);
const CONTENT = Buffer.from('Уведомление: документ расшифрован');

/** @type {import('./fake-host.js').FakeHost} */ let host;

beforeEach(() => {
  host = browserWithRouter().host;
});

/**
 * A reply of the host with the octets from..to of the content.
 *
 * @param {number} from
 * @param {number} to
 * @param {object} [other]
 */
const part = (from, to, other = {}) => ({
  content: CONTENT.subarray(from, to).toString('base64'),
  certificate: SHA,
  offset: from,
  total: CONTENT.length,
  ...(to < CONTENT.length ? {next: `c-${to}`} : {}),
  ...other,
});

/** @param {...object} replies of the host, one after the other */
function answers(...replies) {
  host.answers.set('document.decrypt', () => replies.shift() ?? {});
}

describe('a decrypted document', () => {
  it('in one part is handed on', async () => {
    answers(part(0, CONTENT.length));
    const document = page();
    await document.ask(1, 'document.decrypt', {message: 'MIIB'});
    assert.deepEqual(document.answer(1).result, {content: CONTENT.toString('base64'), certificate: SHA});
    assert.equal(host.all('document.decrypt').length, 1);
  });

  it('in parts is put together; the message goes to the host once', async () => {
    answers(part(0, 12), part(12, 24), part(24, CONTENT.length));
    const document = page();
    await document.ask(1, 'document.decrypt', {message: 'MIIB'});
    await settle();
    assert.deepEqual(document.answer(1).result, {content: CONTENT.toString('base64'), certificate: SHA});
    const site = {origin: SITE, document: 'doc-1'};
    assert.deepEqual(host.all('document.decrypt').map(({params}) => params), [
      {message: 'MIIB', site}, {cursor: 'c-12', site}, {cursor: 'c-24', site},
    ]);
  });

  it('may be empty', async () => {
    answers({content: '', certificate: SHA, offset: 0, total: 0});
    const document = page();
    await document.ask(1, 'document.decrypt', {message: 'MIIB'});
    assert.deepEqual(document.answer(1).result, {content: '', certificate: SHA});
  });

  const broken = /** @type {[string, object[]][]} */ ([
    ['lacks a part', [part(0, 12), part(24, CONTENT.length)]],
    ['has a part twice', [part(0, 12), part(0, 12)]],
    ['ends early', [part(0, 12, {next: undefined})]],
    ['is longer than it says', [part(0, CONTENT.length, {total: 12})]],
    ['is cut within a group', [part(0, 13), part(13, CONTENT.length)]],
    ['goes on without end', [part(0, 12), part(12, 12)]],
  ]);
  for (const [how, replies] of broken) {
    it(`that ${how} is none`, async () => {
      answers(...replies);
      const document = page();
      await document.ask(1, 'document.decrypt', {message: 'MIIB'});
      await settle();
      assert.equal(document.failure(1), 'internal_error');
      assert.equal(document.answer(1).result, undefined);
    });
  }

  it('cancelled between two parts stops there', async () => {
    host.answers.delete('document.decrypt');
    const document = page();
    await document.ask(1, 'document.decrypt', {message: 'MIIB'});
    const {id} = host.last('document.decrypt');
    document.port.postMessage({type: 'cancel', id: 1});
    await settle();
    assert.deepEqual(host.last('cancel').params, {id});
    host.reply(id, part(0, 12));
    await settle();
    assert.equal(document.failure(1), 'cancelled');
    assert.equal(host.all('document.decrypt').length, 1);
  });

  it('is heard by the page that asked for it, and by no other', async () => {
    answers(part(0, 12, {certificate: OTHER}), part(12, CONTENT.length));
    const [one, two] = [page('doc-1'), page('doc-2')];
    await one.ask(1, 'document.decrypt', {message: 'MIIB'});
    await settle();
    assert.equal(one.answer(1).result.certificate, OTHER);
    assert.deepEqual(two.heard, []);
  });

  it('of the largest size is let through, and nothing larger', async () => {
    const document = page();
    await document.ask(1, 'document.decrypt', {message: 'M'.repeat(11_184_812)});
    assert.equal(host.last('document.decrypt').params.message.length, 11_184_812);
    await document.ask(2, 'document.decrypt', {message: 'M'.repeat(11_184_813)});
    assert.equal(document.failure(2), 'page_request_invalid');
  });
});
