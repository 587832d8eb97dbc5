// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {Obnova} from '../src/page/obnova.js';
import {newBrowser, pageSender, settle} from './fake-browser.js';
import {REGISTRY} from './fake-host.js';
import {SitePage} from './site-page.js';

const DOC = readFileSync(new URL('../doc/page-api.md', import.meta.url), 'utf8');

/** @param {string} language */
const examples = (language) => [...DOC.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map((match) => String(match[1]));

describe('doc/page-api.md', () => {
  it('has an example of every call', () => {
    const shown = examples('js').join('\n');
    const calls = Object.getOwnPropertyNames(Obnova.prototype).filter((name) => name !== 'constructor');
    for (const call of [...calls.map((name) => `obnova.${name}(`), 'Obnova.connect(']) assert.ok(shown.includes(call), call);
  });

  for (const example of examples('js')) {
    it(`has an example that can be read: ${example.slice(0, 50).trim()}`, () => {
      const {diagnostics} = ts.transpileModule(example, {reportDiagnostics: true, compilerOptions: {target: ts.ScriptTarget.ES2023}});
      assert.deepEqual(diagnostics?.map(({messageText}) => messageText), []);
    });
  }

  it('lists every error that a page can meet, as the registry has it', () => {
    const rows = [...DOC.matchAll(/^\| (-?\d+) \| `(\w+)` \| (\w+) \| (.*) \|$/gm)].map((match) => match.slice(1));
    const errors = REGISTRY.filter(({from}) => from !== 'ca').map(({code, name, from, en}) => [
      String(code), name, from, en.message.replace(/\{\w+\}/g, '…'),
    ]);
    assert.deepEqual(rows, errors);
  });

  it('shows markup in which the extension puts its button', async () => {
    const [markup] = examples('html');
    const fake = newBrowser();
    fake.sender = pageSender('https://extern.example', 'd');
    fake.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener((/** @type {any} */ {id}) => port.postMessage({
        type: 'result', id, result: {sites: [{origin: 'https://extern.example', renewalUrl: 'https://cabinet.example/new'}]},
      }));
    });
    const page = new SitePage('https://extern.example', `<table>${markup}</table>`);
    page.contentScripts().start();
    await settle();
    assert.equal(page.document.querySelectorAll('.obnova-offer > button[data-obnova="renew"]').length, 1);
    assert.ok(page.document.documentElement.hasAttribute('data-obnova-extension'));
  });
});
