// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The one module that touches the browser's extension API (`chrome.*` in Chromium, `browser.*` in Firefox; both return
 * promises under Manifest V3). Content scripts cannot import modules: theirs is content/extension.js.
 */

/** @type {typeof globalThis.chrome} */
const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** Begins the ids of content scripts registered for sites that the person switched on. */
const SITE_SCRIPT = 'site:';

/** @returns {string} the extension's version */
export function version() {
  return api.runtime.getManifest().version;
}

/** @returns {'ru' | 'en'} language of the browser's own texts */
export function browserLanguage() {
  return api.i18n.getUILanguage().toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** @returns {string} id of this extension */
export function ownId() {
  return api.runtime.id;
}

/** @returns {string} origin of the extension's own pages, without a slash at the end */
export function ownOrigin() {
  return api.runtime.getURL('').replace(/\/$/, '');
}

/**
 * @param {string} hostName
 * @returns {chrome.runtime.Port}
 */
export function connectNative(hostName) {
  return api.runtime.connectNative(hostName);
}

/**
 * Why a native port was closed. To be called inside its onDisconnect listener: Chromium forgets it afterwards.
 *
 * @param {chrome.runtime.Port} port
 * @returns {string} empty when the browser says nothing
 */
export function disconnectReason(port) {
  const error = /** @type {any} */ (port).error ?? api.runtime.lastError;
  return error?.message ?? '';
}

/**
 * Ports that content scripts and own pages open to the worker.
 *
 * @param {(port: chrome.runtime.Port) => void} listener
 */
export function onConnect(listener) {
  api.runtime.onConnect.addListener(listener);
}

/**
 * @param {string} name
 * @returns {chrome.runtime.Port} to the worker
 */
export function connectWorker(name) {
  return api.runtime.connect({name});
}

/**
 * @param {string} origin
 * @returns {Promise<boolean>} whether the extension may work on this site
 */
export function hasAccess(origin) {
  return api.permissions.contains({origins: [pattern(origin)]});
}

/**
 * Asks the person for access to a site, then puts the content scripts there. Call it straight from a click.
 *
 * @param {string} origin
 * @returns {Promise<boolean>} false where the person refused
 */
export async function enableSite(origin) {
  if (!(await api.permissions.request({origins: [pattern(origin)]}))) return false;
  await register(pattern(origin));
  return true;
}

/**
 * Does in the worker what {@link enableSite} does: the browser's question may close the popup, and with it what was to come after.
 * To be called while the worker loads.
 */
export function registerGrantedSites() {
  api.permissions.onAdded.addListener(async ({origins = []}) => {
    for (const granted of origins) await register(granted);
  });
}

/** @param {string} granted match pattern */
async function register(granted) {
  const bundled = api.runtime.getManifest().content_scripts?.[0];
  if (!bundled || bundled.matches?.includes(granted)) return;
  const id = SITE_SCRIPT + granted;
  const registered = async () => (await api.scripting.getRegisteredContentScripts({ids: [id]})).length > 0;
  if (await registered()) return;
  const script = {id, js: bundled.js ?? [], matches: [granted], runAt: /** @type {const} */ ('document_start')};
  await api.scripting.registerContentScripts([script]).catch(async (failure) => {
    // Popup and worker both come here: whoever is second finds it done.
    if (!(await registered())) throw failure;
  });
}

/** @param {string} granted what {@link enabledSites} gave */
export async function disableSite(granted) {
  await api.scripting.unregisterContentScripts({ids: [SITE_SCRIPT + granted]});
  await api.permissions.remove({origins: [granted]});
}

/** @returns {Promise<string[]>} match patterns of the sites that {@link enableSite} added */
export async function enabledSites() {
  const scripts = await api.scripting.getRegisteredContentScripts();
  return scripts.filter(({id}) => id.startsWith(SITE_SCRIPT)).map(({id}) => id.slice(SITE_SCRIPT.length));
}

/** @returns {Promise<{id: number, origin: string} | undefined>} the page in front, where the browser lets us know it */
export async function activeTab() {
  const [tab] = await api.tabs.query({active: true, currentWindow: true});
  if (tab?.id === undefined || !tab.url) return undefined;
  return {id: tab.id, origin: new URL(tab.url).origin};
}

/** @param {number} id */
export async function reloadTab(id) {
  await api.tabs.reload(id);
}

/** @param {string} url */
export async function openTab(url) {
  await api.tabs.create({url});
}

export async function openOptions() {
  await api.runtime.openOptionsPage();
}

/**
 * Match patterns know no ports: one pattern covers all of a host.
 *
 * @param {string} origin
 */
function pattern(origin) {
  const {protocol, hostname} = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
