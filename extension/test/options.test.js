// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {beforeEach, describe, it} from 'node:test';
import {TEXTS} from '../src/shared/own-texts.js';
import {settle} from './fake-browser.js';
import {openOwnPage, withWorker} from './own-page.js';

const SITE = 'https://extern.example';

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {{origin: string, operation: string, given: string}[]} */ let consents;

beforeEach(() => {
  fake = withWorker();
  consents = [
    {origin: SITE, operation: 'renew', given: '2026-11-20T10:00:00Z'},
    {origin: SITE, operation: 'sign', given: '2026-11-21T10:00:00Z'},
  ];
  fake.host.answers.set('consents.list', () => ({consents}));
  fake.host.answers.set('sites.list', () => ({sites: [{origin: SITE, name: '<b>Экстерн</b>'}]}));
  fake.host.answers.set('consents.revoke', ({origin, operation}) => {
    const before = consents.length;
    consents = consents.filter((consent) => consent.origin !== origin || consent.operation !== operation);
    return {revoked: before - consents.length};
  });
});

/** @param {Awaited<ReturnType<typeof openOwnPage>>} page */
const rows = (page) =>
  /** @type {string[][]} */ ([...page.content.querySelectorAll('table:not(.sites) tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent)));

describe('the options', () => {
  it('list what the person has allowed, in words', async () => {
    const page = await openOwnPage('options');
    assert.deepEqual(rows(page), [
      [SITE, 'обновлять сертификаты', '20 ноября 2026 г.', 'Отозвать'],
      [SITE, 'присылать документы на подпись', '21 ноября 2026 г.', 'Отозвать'],
    ]);
    assert.equal(page.button('revoke').getAttribute('aria-label'), `Отозвать: обновлять сертификаты, ${SITE}`);
  });

  it('have words for every operation that the host asks a person about', () => {
    const {operation} = JSON.parse(readFileSync(new URL('../../native-host/doc/schema/defs.json', import.meta.url), 'utf8')).$defs;
    for (const language of /** @type {const} */ (['ru', 'en'])) {
      assert.deepEqual(operation.enum.filter((/** @type {string} */ name) => !(name in TEXTS[language].operations)), [], language);
    }
  });

  it('speak English in another browser', async () => {
    fake.language = 'en-US';
    const page = await openOwnPage('options');
    assert.deepEqual(rows(page)[0], [SITE, 'renew certificates', 'November 20, 2026', 'Revoke']);
    assert.equal(page.document.documentElement.lang, 'en');
    assert.deepEqual([page.document.title, page.document.querySelector('h1').textContent], ['Obnova', 'Obnova']);
    assert.equal(fake.host.last('hello').params.language, 'en');
  });

  it('show a name of a site as text', async () => {
    const page = await openOwnPage('options');
    assert.equal(page.content.querySelector('b'), null);
    assert.match(page.words(), /<b>Экстерн<\/b>/);
  });

  it('revoke the one that was pressed, and show what is left', async () => {
    const page = await openOwnPage('options');
    await page.press('revoke', 1);
    assert.deepEqual(fake.host.last('consents.revoke').params, {origin: SITE, operation: 'sign'});
    assert.deepEqual(rows(page).map(([, operation]) => operation), ['обновлять сертификаты']);
    await page.press('revoke');
    assert.deepEqual(rows(page), []);
    assert.match(page.words(), /Вы ещё ничего не разрешали насовсем\./);
  });

  it('keep what could not be revoked', async () => {
    fake.host.answers.delete('consents.revoke');
    const page = await openOwnPage('options');
    await page.press('revoke');
    fake.host.fail(fake.host.last('consents.revoke').id, 'internal_error');
    await settle();
    assert.equal(rows(page).length, 2);
  });

  it('say what is wrong without the host, and try again', async () => {
    fake.host.refusal = 'Specified native messaging host not found.';
    const page = await openOwnPage('options');
    assert.equal(page.content.querySelector('[data-problem]').dataset.problem, 'host_missing');
    fake.host.refusal = undefined;
    await page.press('again');
    assert.equal(rows(page).length, 2);
  });

  it('let the person remove a site that they added, and no other', async () => {
    /** @type {any[]} */ let sites = [{origin: SITE, name: 'Экстерн'}, {origin: 'https://new.example', name: 'Новый', own: true}];
    fake.host.answers.set('sites.list', () => ({sites}));
    fake.host.answers.set('sites.remove', ({origin}) => {
      sites = sites.filter((site) => site.origin !== origin);
      return {removed: true};
    });
    const page = await openOwnPage('options');
    assert.equal(page.content.querySelectorAll('[data-testid="remove-site"]').length, 1);
    assert.equal(page.button('remove-site').getAttribute('aria-label'), 'Убрать сайт https://new.example');
    await page.press('remove-site');
    assert.deepEqual(fake.host.last('sites.remove').params, {origin: 'https://new.example'});
    assert.equal(page.button('remove-site'), undefined);
  });

  it('let nobody remove a site where the administrator keeps the list', async () => {
    fake.host.answers.set('sites.list', () => ({sites: [{origin: 'https://new.example', name: 'Новый', own: true}], locked: true}));
    assert.equal((await openOwnPage('options')).button('remove-site'), undefined);
  });

  it('list the sites that were switched on, even without the host, and switch them off', async () => {
    fake.permissions.onAdded.emit({origins: ['https://new.example/*']});
    fake.access.add('https://new.example');
    fake.host.refusal = 'Specified native messaging host not found.';
    await settle();
    const page = await openOwnPage('options');
    assert.deepEqual(rows(page), [['https://new.example', 'Выключить']]);
    assert.equal(page.button('disable').getAttribute('aria-label'), 'Выключить на сайте https://new.example');
    await page.press('disable');
    assert.deepEqual([fake.scripts, fake.access.has('https://new.example')], [[], false]);
    assert.equal(page.button('disable'), undefined);
  });
});
