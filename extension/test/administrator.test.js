// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {beforeEach, describe, it} from 'node:test';
import {newBrowser, settle} from './fake-browser.js';

const browser = await import('../src/shared/browser.js');
const {administrator, administratorAllows} = await import('../src/shared/administrator.js');
const {installWorkstation} = await import('../src/background/commands/install-workstation.js');
const {restartComputer} = await import('../src/background/commands/restart-computer.js');
const {keepSitesRegistered, mayWorkOn} = await import('../src/background/site-access.js');

const OWN = 'https://own.example';
const OTHER = 'https://other.example';
const BUNDLED = 'https://extern.obnova.org';

/** @type {import('./fake-browser.js').FakeBrowser} */ let fake;

beforeEach(() => {
  fake = newBrowser();
  for (const origin of [OWN, OTHER, BUNDLED]) fake.access.add(origin);
});

describe('after a restart of the browser', () => {
  /** @param {string} restart */
  async function setUp(restart) {
    await installWorkstation.run(async () => ({targets: [], restart}), {}, {origin: 'https://setup.example', document: 'd'});
  }

  it('the page that asked for it is opened, once', async () => {
    browser.openReturningPage();
    await setUp('browser');
    for (let start = 0; start < 2; start++) {
      fake.runtime.onStartup.emit();
      await settle();
    }
    assert.deepEqual(fake.opened, ['https://setup.example/']);
  });

  /** @param {() => Promise<any>} ask what the host answers */
  async function restart(ask) {
    await restartComputer.run(ask, {}, {origin: 'https://setup.example', document: 'd'}).catch(() => {});
    fake.runtime.onStartup.emit();
    await settle();
    return fake.opened;
  }

  it('of the computer the page is opened too, once the host has agreed to it', async () => {
    browser.openReturningPage();
    assert.deepEqual(await restart(async () => ({restarting: true})), ['https://setup.example/']);
  });

  it('that the host refused, or the person put off, nothing is opened', async () => {
    browser.openReturningPage();
    assert.deepEqual(await restart(async () => assert.fail('restart_not_needed')), []);
  });

  it('that was put off after a setup, the page is opened all the same: the setup asked for it', async () => {
    browser.openReturningPage();
    await setUp('computer');
    assert.deepEqual(await restart(async () => assert.fail('cancelled')), ['https://setup.example/']);
  });

  it('nothing is opened where none was asked for', async () => {
    browser.openReturningPage();
    await setUp('none');
    fake.runtime.onStartup.emit();
    await settle();
    assert.deepEqual(fake.opened, []);
  });
});

describe('a policy for the extension', () => {
  for (const managed of [undefined, {}, {locked: []}, {locked: 'sites'}, {locked: ['other']}, {sites: [OTHER]}]) {
    it(`${JSON.stringify(managed)} leaves the person's sites alone`, async () => {
      fake.managed = managed;
      for (const origin of [OWN, OTHER, BUNDLED]) assert.equal(await mayWorkOn(origin), true, origin);
    });
  }

  it('that locks sites leaves those of the extension and of the administrator', async () => {
    fake.managed = {locked: ['sites'], sites: [OTHER]};
    assert.deepEqual(await Promise.all([OWN, OTHER, BUNDLED].map(mayWorkOn)), [false, true, true]);
  });

  it('gives nobody access who did not give it', async () => {
    fake.managed = {locked: ['sites'], sites: ['https://new.example']};
    assert.equal(await mayWorkOn('https://new.example'), false);
  });

  for (const site of ['http://other.example', 'https://other.example/', 'https://*.example', '*', 7, null, 'https://OTHER.example', 'https://user@other.example']) {
    it(`names no site with ${JSON.stringify(site)}`, async () => {
      fake.managed = {locked: ['sites'], sites: [site]};
      assert.deepEqual((await administrator()).sites, []);
      assert.equal(await administratorAllows(OTHER), false);
    });
  }

  for (const [given, used] of [['https://portal.example/obnova', 'https://portal.example/obnova'], ['http://portal.example/', 'https://setup.obnova.org/'], ['javascript:alert(1)', 'https://setup.obnova.org/'], [undefined, 'https://setup.obnova.org/']]) {
    it(`with the setup page ${given} leads to ${used}`, async () => {
      fake.managed = {setupPage: given};
      assert.equal((await administrator()).setupPage, used);
    });
  }

  it('sets only what its schema knows', () => {
    const {properties} = JSON.parse(readFileSync(new URL('../src/managed-schema.json', import.meta.url), 'utf8'));
    assert.deepEqual(Object.keys(properties), ['locked', 'sites', 'setupPage']);
    assert.deepEqual(properties.locked.items.enum, ['sites']);
  });
});

describe('content scripts in Firefox, whose manifest gives addresses where it takes paths', () => {
  it('are named by their paths from the root', async () => {
    const manifest = fake.runtime.getManifest();
    const paths = manifest.content_scripts[0].js;
    const addresses = paths.map((/** @type {string} */ path) => fake.runtime.getURL(path));
    fake.runtime.getManifest = () => ({...manifest, content_scripts: [{...manifest.content_scripts[0], js: addresses}]});
    await browser.registerSite(`${OTHER}/*`);
    assert.deepEqual(fake.scripts[0]?.js, paths.map((/** @type {string} */ path) => `/${path}`));
  });
});

describe('content scripts', () => {
  const scripts = () => fake.scripts.map(({matches}) => matches[0]);

  it('are put where access is given and no policy forbids it', async () => {
    keepSitesRegistered();
    fake.managed = {locked: ['sites'], sites: [OTHER]};
    fake.permissions.onAdded.emit({origins: [`${OWN}/*`]});
    await settle();
    fake.permissions.onAdded.emit({origins: [`${OTHER}/*`, 'https://new.example/*']});
    await settle();
    assert.deepEqual(scripts(), [`${OTHER}/*`]);
  });

  it('are taken from sites that a policy has forbidden since, whose access stays', async () => {
    keepSitesRegistered();
    for (const origin of [OWN, OTHER]) fake.permissions.onAdded.emit({origins: [`${origin}/*`]});
    await settle();
    assert.equal(scripts().length, 2);
    fake.managed = {locked: ['sites'], sites: [OTHER]};
    fake.storage.onChanged.emit({}, 'local');
    await settle();
    assert.equal(scripts().length, 2);
    fake.storage.onChanged.emit({}, 'managed');
    await settle();
    assert.deepEqual(scripts(), [`${OTHER}/*`]);
    assert.equal(await browser.hasAccess(OWN), true);
  });

  it('enter pages that were open before the extension was there, once, and leave those that cannot be entered', async () => {
    browser.enterOpenPages();
    fake.tabsBehind = [{id: 3, url: `${BUNDLED}/`}, {id: -1, url: `${BUNDLED}/gone`}, {id: 4, url: `${BUNDLED}/2`}];
    fake.withScripts.add(4);
    fake.runtime.onInstalled.emit({reason: 'install'});
    await settle();
    assert.deepEqual(fake.entered, [{tabId: 3, files: fake.runtime.getManifest().content_scripts[0].js}]);
  });
});
