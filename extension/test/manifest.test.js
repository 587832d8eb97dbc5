// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {OWN_ID} from './fake-browser.js';

const ROOT = new URL('../', import.meta.url);
const SOURCE = new URL('src/', ROOT);

/** @param {string} path in the extension's folder */
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');

const manifest = JSON.parse(read('src/manifest.json'));
const files = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'});

/**
 * @param {any} value
 * @returns {string[]} all texts in it
 */
const texts = (value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(texts) : []);

describe('the manifest', () => {
  it('gives the id that dev/README.md and the host name', () => {
    const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32);
    const id = [...digest].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');
    assert.equal(id, OWN_ID);
    assert.ok(read('dev/README.md').includes(`    ${id}\n`));
    assert.ok(read('../native-host/src/main/java/org/obnova/host/site/ExtensionCaller.java').includes(`"${id}"`));
  });

  it('gives the Firefox id that dev/README.md and the host name', () => {
    const {id} = manifest.browser_specific_settings.gecko;
    assert.ok(read('dev/README.md').includes(`\`${id}\``));
    assert.ok(read('../native-host/src/main/java/org/obnova/host/site/ExtensionCaller.java').includes(`"${id}"`));
  });

  it('has the version of the whole product', () => {
    assert.equal(manifest.version, JSON.parse(read('package.json')).version);
    assert.match(read('pom.xml'), new RegExp(`<artifactId>obnova</artifactId>\\s*<version>${manifest.version}</version>`));
  });

  it('names only files that are there', () => {
    const named = texts(manifest).filter((text) => /^[\w/-]+\.(?:js|html|png|svg|css|json)$/.test(text));
    assert.ok(named.length >= 15, String(named));
    assert.deepEqual(named.filter((path) => !existsSync(new URL(path, SOURCE))), []);
  });

  it('loads every content script, the starting one last', () => {
    const listed = manifest.content_scripts[0].js;
    assert.deepEqual([...listed].sort(), files.filter((path) => path.startsWith('content/') && path.endsWith('.js')).sort());
    assert.equal(listed.at(-1), 'content/start.js');
    assert.equal(listed[0], 'content/extension.js');
  });

  it('asks for no more than it needs', () => {
    assert.deepEqual(manifest.permissions, ['activeTab', 'nativeMessaging', 'scripting', 'storage']);
    assert.deepEqual(manifest.host_permissions, manifest.content_scripts[0].matches);
    for (const match of manifest.host_permissions) assert.match(match, /^https:\/\/[a-z]+\.obnova\.org\/\*$/);
    assert.deepEqual(manifest.optional_host_permissions, ['https://*/*']);
    for (const name of ['externally_connectable', 'web_accessible_resources', 'content_security_policy']) {
      assert.equal(manifest[name], undefined, name);
    }
  });

  it('runs the same worker in both browsers', () => {
    assert.deepEqual(manifest.background.scripts, [manifest.background.service_worker]);
    assert.equal(manifest.background.type, 'module');
  });
});

describe('the sources', () => {
  it('import only files that are there, without a build', () => {
    let imports = 0;
    for (const path of files.filter((name) => name.endsWith('.js'))) {
      for (const [, target] of read(`src/${path}`).matchAll(/^(?:import|export)\b[^'\n]*from '([^']+)'/gm)) {
        imports++;
        assert.match(String(target), /^\.{1,2}\//, path);
        assert.ok(existsSync(new URL(String(target), new URL(path, SOURCE))), `${path}: ${target}`);
      }
    }
    assert.ok(imports > 20);
  });

  it('of pages name only files that are there, and hold no script of their own', () => {
    for (const path of files.filter((name) => name.endsWith('.html'))) {
      const html = read(`src/${path}`);
      const targets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
      assert.ok(targets.length >= 3, path);
      for (const target of targets) assert.ok(existsSync(new URL(target, new URL(path, SOURCE))), `${path}: ${target}`);
      assert.doesNotMatch(html, /<script(?![^>]* src=)|\son\w+=|javascript:/, path);
    }
  });

  it('touch the API of the browser in one module, and in one content script', () => {
    const touching = files.filter(
      (path) => path.endsWith('.js') && /globalThis\.chrome|(?<![\w.'`{.])(?:chrome|browser)\.(?:runtime|tabs|i18n|permissions|scripting|storage)\.[\w.]+\(/.test(read(`src/${path}`)),
    );
    assert.deepEqual(touching.sort(), ['content/extension.js', 'shared/browser.js']);
  });

  it('of the page API import nothing: a portal serves that one file', () => {
    assert.doesNotMatch(read('src/page/obnova.js'), /^import\b/m);
  });

  it('make elements, never markup out of texts', () => {
    for (const path of files.filter((name) => name.endsWith('.js'))) {
      assert.doesNotMatch(read(`src/${path}`), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, path);
    }
  });
});

describe('the locales', () => {
  const locales = readdirSync(new URL('_locales/', SOURCE));
  const keys = (/** @type {string} */ locale) => Object.keys(JSON.parse(read(`src/_locales/${locale}/messages.json`))).sort();

  it('are Russian, which is the default, and English', () => {
    assert.deepEqual(locales.sort(), ['en', 'ru']);
    assert.equal(manifest.default_locale, 'ru');
  });

  it('have the same keys, which are those of the manifest', () => {
    const used = new Set(texts(manifest).flatMap((text) => /^__MSG_(\w+)__$/.exec(text)?.[1] ?? []));
    for (const locale of locales) assert.deepEqual(keys(locale), [...used].sort(), locale);
  });

  it('say something in each language', () => {
    for (const [locale, letters] of /** @type {const} */ ([['ru', /[А-Яа-я]/], ['en', /^[ -~]+$/]])) {
      for (const {message} of Object.values(JSON.parse(read(`src/_locales/${locale}/messages.json`)))) assert.match(message, letters);
    }
  });
});

describe('the words of the own pages', async () => {
  const {TEXTS} = await import('../src/shared/own-texts.js');
  it('are in both languages', () => {
    assert.deepEqual(Object.keys(TEXTS.ru), Object.keys(TEXTS.en));
    assert.deepEqual(Object.keys(TEXTS.ru.operations), Object.keys(TEXTS.en.operations));
  });
});
