// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Asks the host for its version, as browsers do: node hello.js frames VERSION [HOST], or chromium|firefox|loads VERSION [PROFILE]
// frames: starts HOST and speaks native messaging itself. The browsers find the host by manifests of the system alone; the extension
// comes by an administrator's policy, which the caller has put there. PROFILE: a folder that stays; else one of its own. loads: only the version of the extension in /opt/unpacked.
// Status 0 when the version is VERSION.

import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {createConnection} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';

const [kind, version, place] = process.argv.slice(2);
const ID = 'amijgcgnkbhnjobgdpnmpjaaooimiani';
const FIREFOX_ID = 'extension@obnova.org';
const UUID = '5c0f4c0e-6d3b-4a0e-9d68-0f2c5a2d1b11';
const HELLO = {jsonrpc: '2.0', id: '1', method: 'hello', params: {}};
const ended = [];

/** The folder of the browser's profile. */
const profileFolder = () => {
  if (place === undefined) return mkdtempSync(join(tmpdir(), `${kind}-`));
  mkdirSync(place, {recursive: true});
  return place;
};

const start = (program, args, options = {}) => {
  const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'ignore'], ...options});
  ended.push(() => child.kill('SIGKILL'));
  return child;
};

/** Until it says something; the whole has a time limit at the end of this file. */
const until = async (what) => {
  for (;;) {
    try {
      const value = await what();
      if (value) return value;
    } catch (failure) {
      until.last = failure;
    }
    await pause(100);
  }
};

const frames = () =>
  new Promise((resolve) => {
    const child = start(place ?? '/usr/bin/obnova-host', [`chrome-extension://${ID}/`]);
    let octets = Buffer.alloc(0);
    child.stdout.on('data', (chunk) => {
      octets = Buffer.concat([octets, chunk]);
      if (octets.length >= 4 && octets.length >= 4 + octets.readUInt32LE(0)) resolve(JSON.parse(octets.toString('utf8', 4, 4 + octets.readUInt32LE(0))));
    });
    const text = Buffer.from(JSON.stringify(HELLO));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    child.stdin.write(Buffer.concat([length, text]));
  });

/** What a page of the extension does: the last argument of a WebDriver script is its callback. */
const script = (api) => `const done = arguments[arguments.length - 1];
  ${api}.runtime.sendNativeMessage('org.obnova.host', ${JSON.stringify(HELLO)}).then(done, (failure) => done({failure: String(failure)}));`;

/** @param {string[]} more arguments @param {(call: Function, session: string, profile: string) => any} act */
const withChromium = async (more, act) => {
  const driver = start('/usr/bin/chromedriver', ['--port=0']);
  const port = await new Promise((resolve) => {
    let said = '';
    driver.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /successfully on port (\d+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const call = async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, body ? {method: 'POST', body: JSON.stringify(body)} : {});
    const {value} = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const profile = profileFolder();
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', `--user-data-dir=${profile}`, ...more];
  // Without it chromedriver switches off what installs extensions by policy.
  const options = {binary: '/usr/bin/chromium', args, excludeSwitches: ['disable-background-networking']};
  const {sessionId} = await until(() => call('/session', {capabilities: {alwaysMatch: {'goog:chromeOptions': options}}}));
  const session = `/session/${sessionId}`;
  const answer = await act(call, session, profile);
  await fetch(`http://127.0.0.1:${port}${session}`, {method: 'DELETE'});
  return answer;
};

const chromium = () =>
  withChromium([], async (call, session, profile) => {
    // A page of an extension that is not there yet would take the tab along for good: the browser notes first what it loaded.
    await until(() => readFileSync(join(profile, 'Default/Preferences'), 'utf8').includes(`"${ID}"`) || readFileSync(join(profile, 'Default/Secure Preferences'), 'utf8').includes(`"${ID}"`));
    await until(async () => {
      await call(`${session}/url`, {url: `chrome-extension://${ID}/options/options.html`});
      return call(`${session}/execute/sync`, {script: 'return typeof chrome.runtime.sendNativeMessage === "function"', args: []});
    });
    return call(`${session}/execute/async`, {script: script('chrome'), args: []});
  });

/** The id of an unpacked extension without a key comes of its folder's name. */
const loads = () =>
  withChromium(['--load-extension=/opt/unpacked'], async (call, session) => {
    const digest = createHash('sha256').update('/opt/unpacked').digest('hex').slice(0, 32);
    const id = [...digest].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');
    return until(async () => {
      await call(`${session}/url`, {url: `chrome-extension://${id}/options/options.html`});
      const version = await call(`${session}/execute/sync`, {script: 'return chrome.runtime.getManifest().version', args: []});
      return {result: {version}};
    });
  });

const firefox = async () => {
  const profile = profileFolder();
  const prefs = {'extensions.webextensions.uuids': JSON.stringify({[FIREFOX_ID]: UUID}), 'marionette.port': 0, 'browser.shell.checkDefaultBrowser': false};
  writeFileSync(join(profile, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  start('/usr/bin/firefox-esr', ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile], {stdio: 'ignore'});
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(() => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')));
  const socket = await until(() => new Promise((resolve, reject) => {
    const opened = createConnection(port, '127.0.0.1', () => resolve(opened));
    opened.on('error', reject);
  }));
  const waiting = new Map();
  let octets = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    octets = Buffer.concat([octets, chunk]);
    for (let colon = octets.indexOf(':'); colon > 0; colon = octets.indexOf(':')) {
      const end = colon + 1 + Number(octets.toString('latin1', 0, colon));
      if (octets.length < end) return;
      const message = JSON.parse(octets.toString('utf8', colon + 1, end));
      octets = octets.subarray(end);
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  let number = 0;
  const call = (name, params) =>
    new Promise((resolve, reject) => {
      const id = ++number;
      waiting.set(id, ([, , error, value]) => (error ? reject(new Error(`${error.error}: ${error.message}`)) : resolve(value?.value ?? value)));
      const text = JSON.stringify([0, id, name, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await call('WebDriver:NewSession', {capabilities: {alwaysMatch: {}}});
  await until(async () => {
    await call('WebDriver:Navigate', {url: `moz-extension://${UUID}/options/options.html`});
    return call('WebDriver:ExecuteScript', {script: 'return typeof browser.runtime.sendNativeMessage === "function"', args: [], sandbox: null});
  });
  const answer = await call('WebDriver:ExecuteAsyncScript', {script: script('browser'), args: [], sandbox: null});
  await call('Marionette:Quit', {flags: ['eForceQuit']}).catch(() => {});
  return answer;
};

const limit = setTimeout(() => {
  console.error('no answer', until.last);
  ended.forEach((end) => end());
  process.exit(1);
}, 60_000);
const answer = await {frames, chromium, firefox, loads}[kind]();
clearTimeout(limit);
console.log(JSON.stringify(answer));
ended.forEach((end) => end());
process.exit(answer?.result?.version === version ? 0 : 1);
