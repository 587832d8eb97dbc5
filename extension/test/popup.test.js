// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {settle} from './fake-browser.js';
import {REGISTRY} from './fake-host.js';
import {openOwnPage, withWorker} from './own-page.js';

const {ANSWER_MS} = await import('../src/background/site-access.js');

const SITE = 'https://extern.example';

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;

beforeEach(() => {
  fake = withWorker();
  fake.host.answers.set('sites.list', () => ({sites: [{origin: SITE, name: 'Экстерн'}]}));
  fake.tabsInFront = [{id: 7, url: `${SITE}/login`}];
});

/** The person presses «Добавить» in the application's window. */
function agree() {
  fake.host.answers.set('sites.list', () => ({sites: [{origin: 'https://new.example', name: 'new.example', own: true}]}));
  fake.host.reply(fake.host.last('sites.add').id, {added: true});
}

/** @type {Record<string, {arrange: () => void, buttons: string[]}>} */
const PROBLEMS = {
  host_missing: {arrange: () => (fake.host.refusal = 'Specified native messaging host not found.'), buttons: ['setup', 'again']},
  host_forbidden: {arrange: () => (fake.host.refusal = 'Access to the specified native messaging host is forbidden.'), buttons: ['setup', 'again']},
  host_crashed: {arrange: () => (fake.host.refusal = 'Native host has exited.'), buttons: ['again']},
  host_outdated: {arrange: () => (fake.host.protocol = 0), buttons: ['setup', 'again']},
};

describe('the popup', () => {
  it('says that all is well, with both versions and the site in front', async () => {
    const popup = await openOwnPage('popup');
    assert.match(popup.words(), /Обнова готова к работе\.Расширение 0\.1\.0, приложение 0\.1\.0\./);
    assert.match(popup.words(), /Сайту https:\/\/extern\.example можно обновлять сертификаты\./);
    assert.deepEqual(popup.buttons(), ['options']);
    assert.equal(popup.content.querySelector('[data-problem]'), null);
    assert.equal(popup.content.hasAttribute('aria-busy'), false);
    assert.equal(popup.document.documentElement.lang, 'ru');
    assert.deepEqual([popup.document.title, popup.document.querySelector('h1').textContent], ['Обнова', 'Обнова']);
  });

  for (const [name, {arrange, buttons}] of Object.entries(PROBLEMS)) {
    for (const [browserLanguage, language] of /** @type {const} */ ([['ru', 'ru'], ['de-DE', 'en']])) {
      it(`${name} in ${language}: what happened, what is lost, what to do, and ${buttons}`, async () => {
        arrange();
        fake.language = browserLanguage;
        const popup = await openOwnPage('popup');
        const entry = REGISTRY.find((candidate) => candidate.name === name);
        const {message, loss, hint} = entry[language];
        const lines = [...popup.content.querySelectorAll('p')].map((line) => line.textContent);
        assert.deepEqual(lines.slice(0, 3), [message, loss, hint]);
        assert.match(lines[3], new RegExp(`${entry.code} ${name}$`));
        assert.deepEqual(popup.buttons(), buttons);
        assert.equal(popup.document.documentElement.lang, language);
      });
    }
  }

  it('tells every problem from every other', async () => {
    const messages = new Set();
    for (const {arrange} of Object.values(PROBLEMS)) {
      fake = withWorker();
      arrange();
      messages.add((await openOwnPage('popup')).content.querySelector('.what').textContent);
    }
    assert.equal(messages.size, Object.keys(PROBLEMS).length);
  });

  it('says that the extension is outdated where the host refuses its protocol', async () => {
    fake.host.answers.delete('hello');
    const popup = await openOwnPage('popup');
    assert.equal(popup.content.getAttribute('aria-busy'), 'true');
    fake.host.fail(fake.host.last('hello').id, 'protocol_unsupported');
    await settle();
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'extension_outdated');
  });

  it('says that the host is outdated where it lacks what the popup asks', async () => {
    fake.host.answers.delete('sites.list');
    const popup = await openOwnPage('popup');
    fake.host.fail(fake.host.last('sites.list').id, 'method_not_found');
    await settle();
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'host_outdated');
  });

  it('does not wait for ever for a worker that goes', async () => {
    fake.host.answers.delete('hello');
    /** @type {any[]} */ const workers = [];
    fake.runtime.onConnect.addListener((port) => workers.push(port));
    const popup = await openOwnPage('popup');
    workers[0].disconnect();
    await settle();
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'host_crashed');
  });

  it('leads to the page with the application', async () => {
    fake.host.refusal = 'Specified native messaging host not found.';
    const popup = await openOwnPage('popup');
    assert.equal(popup.button('setup').textContent, 'Скачать приложение');
    await popup.press('setup');
    assert.deepEqual(fake.opened, ['https://setup.obnova.org/']);
  });

  it('calls it an update where the application is old', async () => {
    fake.host.protocol = 0;
    assert.equal((await openOwnPage('popup')).button('setup').textContent, 'Обновить приложение');
  });

  it('checks again when asked', async () => {
    fake.host.refusal = 'Specified native messaging host not found.';
    const popup = await openOwnPage('popup');
    fake.host.refusal = undefined;
    await popup.press('again');
    assert.match(popup.words(), /Обнова готова/);
  });

  it('opens the permissions of sites', async () => {
    const popup = await openOwnPage('popup');
    await popup.press('options');
    assert.equal(fake.optionsOpened, 1);
  });
});

describe('a site that is not listed', () => {
  beforeEach(() => (fake.tabsInFront = [{id: 9, url: 'https://new.example/a?b'}]));

  it('is added by the browser\'s question, then the application\'s: the scripts are put there once, and the page is loaded anew', async () => {
    const popup = await openOwnPage('popup');
    assert.match(popup.words(), /На сайте https:\/\/new\.example Обнова не работает\./);
    await popup.press('add-site');
    assert.match(popup.words(), /Ответьте на вопрос браузера, затем в окне Обновы/);
    assert.deepEqual(fake.host.last('sites.add').params, {origin: 'https://new.example'});
    assert.deepEqual(fake.reloaded, [], 'not before the application has agreed');
    agree();
    await settle();
    assert.equal(fake.scripts.length, 1);
    assert.deepEqual(fake.scripts[0]?.matches, ['https://new.example/*']);
    assert.deepEqual(fake.scripts[0]?.js, fake.runtime.getManifest().content_scripts[0].js);
    assert.deepEqual(fake.reloaded, [9]);
    assert.match(popup.words(), /Сайту https:\/\/new\.example можно обновлять сертификаты\./);
    assert.deepEqual(popup.buttons(), ['remove-site', 'options']);
  });

  it('is added though the popup closes with the browser\'s question: the worker goes on', async () => {
    /** @type {any[]} */ const popups = [];
    fake.runtime.onConnect.addListener((port) => popups.push(port));
    fake.permissions.request = () => new Promise(() => {});
    const popup = await openOwnPage('popup');
    await popup.press('add-site');
    assert.equal(fake.host.all('sites.add').length, 0);
    popups.at(-1).peer.disconnect();
    fake.access.add('https://new.example');
    fake.permissions.onAdded.emit({origins: ['https://new.example/*']});
    await settle();
    agree();
    await settle();
    assert.equal(fake.host.all('cancel').length, 0);
    assert.deepEqual([fake.scripts.length, fake.reloaded], [1, [9]]);
  });

  it('is not waited for longer than the browser\'s question can stand', async () => {
    fake.permissions.request = () => new Promise(() => {});
    const popup = await openOwnPage('popup');
    await popup.press('add-site');
    mock.timers.tick(ANSWER_MS);
    await settle();
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'cancelled');
  });

  it('stays out where the person says no to the application', async () => {
    const popup = await openOwnPage('popup');
    await popup.press('add-site');
    fake.host.fail(fake.host.last('sites.add').id, 'consent_refused');
    await settle();
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'consent_refused');
    assert.deepEqual(fake.reloaded, []);
  });

  it('is the administrator\'s to add, where the application says so', async () => {
    fake.host.answers.set('sites.list', () => ({sites: [], locked: true}));
    const popup = await openOwnPage('popup');
    assert.match(popup.words(), /добавляет администратор/);
    assert.deepEqual(popup.buttons(), ['options']);
  });

  it('is the administrator\'s to add, where a policy says so, unless it names the site', async () => {
    fake.managed = {locked: ['sites'], sites: ['https://other.example']};
    assert.deepEqual((await openOwnPage('popup')).buttons(), ['options']);
    fake.managed = {locked: ['sites'], sites: ['https://new.example']};
    assert.deepEqual((await openOwnPage('popup')).buttons(), ['add-site', 'options']);
  });

  it('can be added without policies at all', async () => {
    fake.managed = undefined;
    assert.deepEqual((await openOwnPage('popup')).buttons(), ['add-site', 'options']);
  });

  it('is removed from the application\'s list, then from the browser', async () => {
    fake.host.answers.set('sites.list', () => ({sites: [{origin: 'https://new.example', name: 'Новый', own: true}]}));
    fake.host.answers.set('sites.remove', () => ({removed: true}));
    fake.permissions.onAdded.emit({origins: ['https://new.example/*']});
    fake.access.add('https://new.example');
    await settle();
    assert.equal(fake.scripts.length, 1);
    const popup = await openOwnPage('popup');
    await popup.press('remove-site');
    assert.deepEqual(fake.host.last('sites.remove').params, {origin: 'https://new.example'});
    assert.deepEqual([fake.scripts, fake.access.has('https://new.example')], [[], false]);
  });

  it('is allowed even where the browser closes the popup with its question', async () => {
    fake.permissions.onAdded.emit({origins: ['https://new.example/*']});
    await settle();
    assert.deepEqual(fake.scripts.map(({matches}) => matches), [['https://new.example/*']]);
  });

  it('that comes with the extension gets no second copy of the scripts', async () => {
    fake.permissions.onAdded.emit({origins: ['https://extern.obnova.org/*']});
    await settle();
    assert.deepEqual(fake.scripts, []);
  });

  it('in the browser can be allowed where the host lists it', async () => {
    fake.host.answers.set('sites.list', () => ({sites: [{origin: 'https://new.example', name: 'Новый'}]}));
    const popup = await openOwnPage('popup');
    assert.deepEqual(popup.buttons(), ['add-site', 'options']);
    fake.access.add('https://new.example');
    assert.deepEqual((await openOwnPage('popup')).buttons(), ['options']);
  });

  it('stays as it is when the person refuses', async () => {
    fake.grants = false;
    const popup = await openOwnPage('popup');
    await popup.press('add-site');
    assert.deepEqual([fake.scripts, fake.reloaded, fake.host.all('sites.add')], [[], [], []]);
    assert.equal(popup.content.querySelector('[data-problem]').dataset.problem, 'cancelled');
  });

  it('cannot be allowed without https', async () => {
    fake.tabsInFront = [{id: 9, url: 'http://new.example/'}];
    assert.deepEqual((await openOwnPage('popup')).buttons(), ['options']);
  });

  for (const url of [undefined, 'chrome://extensions/', 'about:blank']) {
    it(`is none at ${url}`, async () => {
      fake.tabsInFront = [url === undefined ? {id: 1} : {id: 1, url}];
      const popup = await openOwnPage('popup');
      assert.match(popup.words(), /Откройте сайт/);
      assert.deepEqual(popup.buttons(), ['options']);
    });
  }
});
