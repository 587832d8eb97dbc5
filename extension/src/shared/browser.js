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

/** Where the address of a page is kept that goes on after a restart. */
const RETURN = 'return';

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
 * Asks the person for access to a site. Call it straight from a click. The browser's question may close the popup: what comes after is the worker's.
 *
 * @param {string} origin
 * @returns {Promise<boolean>} false where the person refused
 */
export function requestAccess(origin) {
  return api.permissions.request({origins: [pattern(origin)]});
}

/** @param {(granted: string[]) => void} listener told match patterns that the person gave access to */
export function onAccess(listener) {
  api.permissions.onAdded.addListener(({origins = []}) => listener(origins));
}

/**
 * @param {string} origin
 * @returns {boolean} whether the site came with the extension
 */
export function isBundled(origin) {
  const {protocol, hostname} = new URL(origin);
  return (api.runtime.getManifest().host_permissions ?? []).some((/** @type {string} */ match) => {
    const [scheme, host = ''] = match.replace(/\/\*$/, '').split('://');
    return protocol === `${scheme}:` && (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host);
  });
}

/**
 * Has the content scripts run on a site from now on.
 *
 * @param {string} granted match pattern
 */
export async function registerSite(granted) {
  const bundled = api.runtime.getManifest().content_scripts?.[0];
  if (!bundled || bundled.matches?.includes(granted)) return;
  const id = SITE_SCRIPT + granted;
  const registered = async () => (await api.scripting.getRegisteredContentScripts({ids: [id]})).length > 0;
  if (await registered()) return;
  const script = {id, js: paths(bundled.js), matches: [granted], runAt: /** @type {const} */ ('document_start')};
  await api.scripting.registerContentScripts([script]).catch(async (failure) => {
    // Two may come here at once: whoever is second finds it done.
    if (!(await registered())) throw failure;
  });
}

/**
 * Firefox's manifest has the addresses of its files, and where a file is to be named it wants the path alone: from the root, or it is taken from the page
 * that names it.
 *
 * @param {string[]} [files]
 */
function paths(files = []) {
  const own = api.runtime.getURL('');
  return files.map((file) => (file.startsWith(own) ? file.slice(own.length - 1) : file));
}

/** @param {string} granted match pattern */
export async function unregisterSite(granted) {
  const ids = [SITE_SCRIPT + granted];
  if ((await api.scripting.getRegisteredContentScripts({ids})).length > 0) await api.scripting.unregisterContentScripts({ids});
}

/** @param {string} granted what {@link enabledSites} gave */
export async function disableSite(granted) {
  await unregisterSite(granted);
  await api.permissions.remove({origins: [granted]});
}

/** @returns {Promise<string[]>} match patterns of the sites that {@link registerSite} added */
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

/** @param {string} origin a site whose page in front is to be loaded anew: only then do our scripts stand in it from the beginning */
export async function reloadInFront(origin) {
  for (const {id, url} of await api.tabs.query({active: true, url: pattern(origin)})) {
    if (id !== undefined && url && new URL(url).origin === origin) await api.tabs.reload(id);
  }
}

/**
 * Puts the content scripts into pages that were open before the extension was installed; Firefox does that by itself. To be called while the worker loads.
 */
export function enterOpenPages() {
  api.runtime.onInstalled.addListener(async () => {
    const {content_scripts: [bundled] = [], host_permissions: url = []} = api.runtime.getManifest();
    for (const {id: tabId} of await api.tabs.query({url})) {
      if (tabId === undefined || !bundled?.js) continue;
      const target = {tabId};
      // An error page, or one that closes meanwhile, cannot be entered; one that has our scripts, or those of an earlier extension, is left.
      await api.scripting
        .executeScript({target, func: () => document.documentElement.hasAttribute('data-obnova-extension')})
        .then(([entered]) => (entered?.result ? [] : api.scripting.executeScript({target, files: paths(bundled.js)})))
        .catch(() => []);
    }
  });
}

/** @param {string} url of the page that goes on when the browser has been started again */
export async function returnAfterRestart(url) {
  await api.storage.local.set({[RETURN]: url});
}

/** Opens what {@link returnAfterRestart} was told, once. To be called while the worker loads. */
export function openReturningPage() {
  api.runtime.onStartup.addListener(async () => {
    const {[RETURN]: url} = await api.storage.local.get(RETURN);
    if (typeof url !== 'string') return;
    await api.storage.local.remove(RETURN);
    await api.tabs.create({url});
  });
}

/** @returns {Promise<Record<string, unknown>>} what the administrator has set for this extension; empty where there is nothing */
export async function managedStorage() {
  // Firefox rejects where no policy names this extension.
  return api.storage.managed.get().catch(() => ({}));
}

/** @param {() => void} listener told when the administrator has changed something */
export function onManagedChange(listener) {
  api.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') listener();
  });
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
export function pattern(origin) {
  const {protocol, hostname} = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
