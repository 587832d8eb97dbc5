// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {ERRORS} from '../src/shared/errors-table.js';
import {describe as describeFailure, Failure, HostFailure} from '../src/shared/failure.js';
import {REGISTRY} from './fake-host.js';

const SOURCE = new URL('../src/', import.meta.url);

describe('the table of errors', () => {
  it('is the registry of the host: else run `npm run errors-table`', () => {
    assert.deepEqual(ERRORS, REGISTRY.map(({code, name, from, ru, en}) => ({code, name, from, ru, en})));
  });

  it('has each code and each name once', () => {
    for (const key of /** @type {const} */ (['code', 'name'])) {
      assert.equal(new Set(ERRORS.map((error) => error[key])).size, ERRORS.length);
    }
  });

  it('says in both languages what happened, whether anything is lost, what to do', () => {
    for (const {name, ru, en} of ERRORS) {
      for (const texts of [ru, en]) {
        assert.deepEqual(Object.keys(texts), ['message', 'loss', 'hint'], name);
        for (const text of Object.values(texts)) assert.match(text, /\S.*[.:!?»]$/, `${name}: ${text}`);
      }
      assert.match(ru.message, /[а-я]/);
      assert.doesNotMatch(en.message, /[а-я]/);
    }
  });

  it('knows every name that the sources raise', () => {
    const sources = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
      .filter((path) => path.endsWith('.js') && !path.endsWith('errors-table.js'))
      .map((path) => readFileSync(new URL(path, SOURCE), 'utf8'));
    const raised = sources.flatMap((source) => [
      ...[...source.matchAll(/(?:new Failure|describe|#fail|pageError)\(\s*'([a-z_]+)'/g)].map((match) => match[1]),
      ...[...source.matchAll(/, '(host_[a-z]+)'\]/g)].map((match) => match[1]),
    ]);
    assert.ok(raised.length >= 15, `only ${raised.length} found`);
    const known = new Set(ERRORS.map(({name}) => name));
    assert.deepEqual(raised.filter((name) => !known.has(String(name))), []);
  });
});

describe('a failure', () => {
  it('has the texts of its name in the language that is asked for', () => {
    const body = new Failure('host_missing', 'why').body('en');
    assert.deepEqual([body.name, body.code, body.detail], ['host_missing', 2002, 'why']);
    assert.match(body.message, /^[ -~]+$/);
  });

  it('without detail has none', () => assert.ok(!('detail' in describeFailure('host_missing', 'ru'))));

  it('cannot have a name that nobody knows', () => {
    assert.throws(() => new Failure('host_tired', '').body('ru'), /no such error/);
  });

  for (const {code, name} of REGISTRY.filter(({from}) => from === 'host')) {
    it(`of the host with code ${code} is ${name}`, () => assert.equal(new HostFailure({code}).name, name));
  }
});
