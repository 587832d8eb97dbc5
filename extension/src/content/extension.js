// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the content scripts need of the browser; nothing else in this folder touches `chrome.*`. Content scripts are classic scripts:
 * they share one scope of their own, which the page cannot reach.
 */
const obnovaExtension = (() => {
  /** @type {typeof globalThis.chrome} */
  const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;
  return Object.freeze({
    /** @returns {string} empty once the extension was updated or removed under this page */
    version() {
      try {
        return api.runtime.getManifest().version;
      } catch {
        return '';
      }
    },
    /**
     * @param {'page' | 'content'} name
     * @returns {chrome.runtime.Port}
     * @throws {Error} once the extension was updated or removed under this page
     */
    connect(name) {
      return api.runtime.connect({name});
    },
  });
})();
