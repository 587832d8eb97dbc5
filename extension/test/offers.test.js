// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {newBrowser, pageSender, settle} from './fake-browser.js';
import {SitePage} from './site-page.js';

const browser = await import('../src/shared/browser.js');
const {NativeClient} = await import('../src/background/native-client.js');
const {Router} = await import('../src/background/router.js');

const SITE = 'https://extern.example';
const RENEWALS = 'https://cabinet.example/renewals/new';
const SHA = '0123456789abcdef'.repeat(4);
const LINK = '<a href="https://cabinet.example/plain">Обновить в кабинете</a>';

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;
/** @type {any[]} */ let sites;

beforeEach(() => {
  fake = newBrowser();
  fake.sender = pageSender(SITE, 'd');
  sites = [{origin: 'https://other.example', name: 'Другой', renewalUrl: 'https://other.example/r'}, {origin: SITE, name: 'Экстерн', renewalUrl: RENEWALS}];
  fake.host.answers.set('sites.list', () => ({sites}));
  const native = new NativeClient(browser);
  const router = new Router({native, hasAccess: browser.hasAccess, ownId: browser.ownId, ownOrigin: browser.ownOrigin});
  browser.onConnect((port) => router.accept(port));
});

/** @param {Record<string, string>} attributes */
function row(attributes = {}) {
  const all = {certificate: SHA, renewal: 'due', days: '27', 'start-by': '2027-03-14', ...attributes};
  const written = Object.entries(all).map(([name, value]) => `data-obnova-${name}="${value.replaceAll('"', '&quot;')}"`);
  return `<div class="row" ${written.join(' ')}><span data-obnova-slot>${LINK}</span></div>`;
}

/**
 * @param {string} body
 * @param {string} [lang]
 */
async function open(body, lang) {
  const page = new SitePage(SITE, body, lang);
  // jsdom runs no click of a person: the press is what the button was given, called as the browser calls it.
  /** @type {Map<Element, (event: any) => void>} */ const presses = new Map();
  const prototype = page.dom.window.HTMLButtonElement.prototype;
  const original = prototype.addEventListener;
  prototype.addEventListener = function (/** @type {string} */ type, /** @type {any} */ listener) {
    if (type === 'click') presses.set(this, listener);
    original.call(this, type, listener);
  };
  page.contentScripts().start();
  await settle();
  return {
    page,
    buttons: () => /** @type {any[]} */ ([...page.document.querySelectorAll('button')]),
    links: () => /** @type {any[]} */ ([...page.document.querySelectorAll('[data-obnova-slot] > a')]),
    detail: () => page.document.querySelector('.obnova-offer small')?.textContent ?? '',
    press: (/** @type {any} */ button, /** @type {boolean} */ isTrusted) => presses.get(button)?.({isTrusted}),
    change: async (/** @type {(document: any) => void} */ how) => {
      how(page.document);
      await settle();
    },
  };
}

describe('the offer to renew', () => {
  const texts = /** @type {[string, Record<string, string>, string, string][]} */ ([
    ['ru', {}, 'Обновить сертификат', 'осталось 27 дней, начните до 14 марта 2027'],
    ['ru', {days: '1'}, 'Обновить сертификат', 'остался 1 день, начните до 14 марта 2027'],
    ['ru', {days: '3'}, 'Обновить сертификат', 'осталось 3 дня, начните до 14 марта 2027'],
    ['ru', {days: '21'}, 'Обновить сертификат', 'остался 21 день, начните до 14 марта 2027'],
    ['ru', {days: '11'}, 'Обновить сертификат', 'осталось 11 дней, начните до 14 марта 2027'],
    ['ru', {days: '0'}, 'Обновить сертификат', 'последний день, начните до 14 марта 2027'],
    ['ru', {'start-by': ''}, 'Обновить сертификат', 'осталось 27 дней'],
    ['ru', {days: ''}, 'Обновить сертификат', 'начните до 14 марта 2027'],
    ['ru', {renewal: 'replace'}, 'Обновить сертификат', 'Нужна внеплановая замена'],
    ['ru', {renewal: 'expired', days: '0'}, 'Обновить сертификат', 'Срок истёк: заявление будет на бумаге'],
    ['en', {}, 'Renew the certificate', '27 days left, start by 14 March 2027'],
    ['en', {days: '1'}, 'Renew the certificate', '1 day left, start by 14 March 2027'],
    ['en', {days: '0'}, 'Renew the certificate', 'the last day, start by 14 March 2027'],
    ['en-GB', {renewal: 'replace'}, 'Renew the certificate', 'An unplanned replacement is needed'],
    ['en', {renewal: 'expired'}, 'Renew the certificate', 'Expired: the statement will be on paper'],
  ]);
  for (const [lang, attributes, action, detail] of texts) {
    it(`${lang} ${JSON.stringify(attributes)}: ${action}, ${detail}`, async () => {
      const shown = await open(row(attributes), lang);
      const [button] = shown.buttons();
      assert.equal(button.textContent, action);
      assert.equal(shown.detail(), detail);
      assert.equal(shown.page.document.getElementById(button.getAttribute('aria-describedby')).textContent, detail);
      assert.equal(button.type, 'button');
      assert.deepEqual(shown.links().map((link) => link.hidden), [true]);
    });
  }

  it('asks the host in the language of the page', async () => {
    await open(row(), 'en');
    assert.equal(fake.host.last('hello').params.language, 'en');
  });

  it('leaves no port open, so that the worker may sleep', async () => {
    /** @type {any[]} */ const ports = [];
    fake.runtime.onConnect.addListener((port) => ports.push(port));
    await open(row());
    assert.deepEqual(ports.map(({name, connected}) => [name, connected]), [['content', false]]);
  });

  it('is made for each row, by the host asked once', async () => {
    const shown = await open(row() + row({certificate: SHA.replace('0', 'f'), renewal: 'expired'}));
    assert.equal(shown.buttons().length, 2);
    assert.equal(fake.host.all('sites.list').length, 1);
  });
});

describe('the plain link of the portal stays', () => {
  /** @param {Awaited<ReturnType<typeof open>>} shown */
  const plain = (shown) => {
    assert.deepEqual(shown.buttons(), []);
    assert.deepEqual(shown.links().map((link) => link.hidden), [false]);
  };

  it('where there is no host', async () => {
    fake.host.refusal = 'Specified native messaging host not found.';
    plain(await open(row()));
    assert.equal(fake.host.ports.length, 1);
  });

  it('where the host dies before it answers', async () => {
    fake.host.answers.delete('sites.list');
    const shown = await open(row());
    fake.host.end('Native host has exited.');
    await settle();
    plain(shown);
  });

  it('where the host does not know this site', async () => {
    sites = sites.slice(0, 1);
    plain(await open(row()));
  });

  it('where renewals of this site begin nowhere', async () => {
    sites = [{origin: SITE, name: 'Экстерн'}];
    plain(await open(row()));
  });

  it('where the extension may not work', async () => {
    fake.access.clear();
    plain(await open(row()));
  });

  it('where the extension was updated under the page', async () => {
    fake.runtime.connect = () => {
      throw new Error('Extension context invalidated.');
    };
    plain(await open(row()));
  });

  it('and a missing host is not asked at every change of the page, but when the person is back', async () => {
    fake.host.refusal = 'Specified native messaging host not found.';
    const shown = await open(row());
    for (let change = 0; change < 5; change++) {
      await shown.change((document) => document.body.append(document.createElement('p')));
    }
    assert.equal(fake.host.ports.length, 1);
    fake.host.refusal = undefined;
    await shown.change((document) => document.dispatchEvent(new shown.page.dom.window.Event('visibilitychange')));
    assert.equal(fake.host.ports.length, 2);
    assert.equal(shown.buttons().length, 1);
  });
});

describe('what a row says is checked', () => {
  const refused = /** @type {Record<string, string>[]} */ ([
    {renewal: 'none'},
    {renewal: ''},
    {renewal: 'DUE'},
    {renewal: '<img src=x onerror=alert(1)>'},
    {certificate: ''},
    {certificate: SHA.slice(1)},
    {certificate: SHA.toUpperCase()},
    {certificate: `${SHA}&x=1`},
    {certificate: 'javascript:alert(1)'},
  ]);
  for (const attributes of refused) {
    it(`no button for ${JSON.stringify(attributes)}, and the host is not started`, async () => {
      const shown = await open(row(attributes));
      assert.deepEqual(shown.buttons(), []);
      assert.deepEqual(shown.links().map((link) => link.hidden), [false]);
      assert.equal(fake.host.ports.length, 0);
    });
  }

  const unsaid = /** @type {[Record<string, string>, string][]} */ ([
    [{days: '-1'}, 'начните до 14 марта 2027'],
    [{days: '99999'}, 'начните до 14 марта 2027'],
    [{days: '<b>7</b>'}, 'начните до 14 марта 2027'],
    [{days: '7e2'}, 'начните до 14 марта 2027'],
    [{'start-by': '2027-13-45'}, 'осталось 27 дней'],
    [{'start-by': '14.03.2027'}, 'осталось 27 дней'],
    [{'start-by': 'сейчас! Позвоните 8-800'}, 'осталось 27 дней'],
    [{days: 'x', 'start-by': 'x'}, ''],
  ]);
  for (const [attributes, detail] of unsaid) {
    it(`${JSON.stringify(attributes)} is left out`, async () => {
      const shown = await open(row(attributes));
      assert.equal(shown.buttons().length, 1);
      assert.equal(shown.detail(), detail);
    });
  }

  it('a row without a slot is left alone', async () => {
    const shown = await open(row().replace('data-obnova-slot', ''));
    assert.deepEqual(shown.buttons(), []);
  });
});

describe('the press', () => {
  it('goes where the host says that renewals begin, with the certificate', async () => {
    const shown = await open(row());
    shown.press(shown.buttons()[0], true);
    assert.deepEqual(shown.page.visited, [`${RENEWALS}?certificate=${SHA}`]);
  });

  it('keeps what the address has already', async () => {
    sites = [{origin: SITE, name: 'Экстерн', renewalUrl: 'https://cabinet.example/new?from=extern&certificate=old#top'}];
    const shown = await open(row());
    shown.press(shown.buttons()[0], true);
    assert.deepEqual(shown.page.visited, [`https://cabinet.example/new?from=extern&certificate=${SHA}#top`]);
  });

  it('does not care for addresses in the page', async () => {
    const shown = await open(row({'renewal-url': 'https://evil.example/', url: 'https://evil.example/'}));
    shown.links()[0].href = 'https://evil.example/';
    shown.press(shown.buttons()[0], true);
    assert.deepEqual(shown.page.visited, [`${RENEWALS}?certificate=${SHA}`]);
  });

  it('of a script is not heard', async () => {
    const shown = await open(row());
    shown.buttons()[0].click();
    shown.buttons()[0].dispatchEvent(new shown.page.dom.window.MouseEvent('click', {bubbles: true}));
    shown.press(shown.buttons()[0], false);
    await settle();
    assert.deepEqual(shown.page.visited, []);
  });
});

describe('a page that changes', () => {
  it('gets buttons in rows that are added later', async () => {
    const shown = await open('<main></main>');
    assert.equal(fake.host.ports.length, 0);
    await shown.change((document) => (document.querySelector('main').innerHTML = row()));
    assert.equal(shown.buttons().length, 1);
    await shown.change((document) => document.querySelector('main').insertAdjacentHTML('beforeend', row()));
    assert.equal(shown.buttons().length, 2);
    assert.equal(fake.host.all('sites.list').length, 1);
  });

  it('gets the words anew when a row says something else', async () => {
    const shown = await open(row());
    await shown.change((document) => (document.querySelector('.row').dataset.obnovaDays = '5'));
    assert.equal(shown.buttons().length, 1);
    assert.equal(shown.detail(), 'осталось 5 дней, начните до 14 марта 2027');
  });

  it('has its link back when a row needs no renewal any more', async () => {
    const shown = await open(row() + row());
    await shown.change((document) => (document.querySelector('.row').dataset.obnovaRenewal = 'none'));
    assert.equal(shown.buttons().length, 1);
    assert.deepEqual(shown.links().map((link) => link.hidden), [false, true]);
  });

  it('gets the button again where it draws the slot anew', async () => {
    const shown = await open(row());
    await shown.change((document) => (document.querySelector('[data-obnova-slot]').innerHTML = LINK));
    assert.equal(shown.buttons().length, 1);
    assert.deepEqual(shown.links().map((link) => link.hidden), [true]);
  });

  it('is left in peace once all is in place', async () => {
    const shown = await open(row());
    let changes = 0;
    new shown.page.dom.window.MutationObserver(() => changes++).observe(shown.page.document, {subtree: true, childList: true, attributes: true});
    await shown.change((document) => (document.querySelector('.row').dataset.obnovaDays = '27'));
    await settle();
    assert.equal(changes, 1, 'the change of the test alone');
  });
});
