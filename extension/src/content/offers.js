// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Puts «Обновить сертификат» into the rows that the portal marks (S1). Where the renewal begins is taken from the host's list of sites, never
 * from the page. Without the host the portal's own plain link stays: no dead button.
 */
const obnovaOffers = (() => {
  const ROW = '[data-obnova-certificate][data-obnova-renewal]';
  const SLOT = '[data-obnova-slot]';

  /** @type {Promise<string | undefined> | undefined} address where this site's renewals begin, asked once a page */
  let renewalUrl;

  /** @returns {Promise<string | undefined>} undefined without extension or host, and for a site that the host does not know */
  function askRenewalUrl() {
    return new Promise((resolve) => {
      const port = connect();
      if (!port) {
        resolve(undefined);
        return;
      }
      port.onDisconnect.addListener(() => resolve(undefined));
      port.onMessage.addListener((message) => {
        const sites = message.type === 'result' ? message.result.sites : [];
        resolve(sites.find((/** @type {any} */ site) => site.origin === window.location.origin)?.renewalUrl);
        port.disconnect();
      });
      port.postMessage({type: 'request', id: 1, method: 'sites.list', params: {}, language: language()});
    });
  }

  function connect() {
    try {
      return obnovaExtension.connect('content');
    } catch {
      // The extension was updated or removed while the page stood open: the plain link stays.
      return undefined;
    }
  }

  /** @returns {'ru' | 'en'} */
  function language() {
    return document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'ru';
  }

  /**
   * What a row says, checked.
   *
   * @param {HTMLElement} row
   * @returns {{sha256: string, state: 'due' | 'replace' | 'expired', days?: number, startBy?: string} | undefined}
   */
  function read({dataset}) {
    const {obnovaCertificate = '', obnovaRenewal = '', obnovaDays = '', obnovaStartBy = ''} = dataset;
    if (!/^[0-9a-f]{64}$/.test(obnovaCertificate)) return undefined;
    if (obnovaRenewal !== 'due' && obnovaRenewal !== 'replace' && obnovaRenewal !== 'expired') return undefined;
    const days = /^\d{1,4}$/.test(obnovaDays) ? Number(obnovaDays) : undefined;
    const startBy = /^\d{4}-\d{2}-\d{2}$/.test(obnovaStartBy) && !Number.isNaN(Date.parse(obnovaStartBy)) ? obnovaStartBy : undefined;
    return {sha256: obnovaCertificate, state: obnovaRenewal, ...(days !== undefined && {days}), ...(startBy && {startBy})};
  }

  /**
   * @param {HTMLElement} row
   * @param {string} address
   */
  function offer(row, address) {
    const slot = /** @type {HTMLElement | null} */ (row.matches(SLOT) ? row : row.querySelector(SLOT));
    const said = read(row);
    if (!slot) return;
    const present = slot.querySelector('.obnova-offer');
    const key = said ? JSON.stringify([said, language()]) : '';
    const links = /** @type {HTMLElement[]} */ ([...slot.children].filter((child) => child !== present));
    if (said) for (const link of links.filter(({hidden}) => !hidden)) link.hidden = true;
    if ((present?.getAttribute('data-obnova-key') ?? '') === key) return;
    present?.remove();
    if (!said) {
      for (const link of links) link.hidden = false;
      return;
    }
    const url = new URL(address);
    url.searchParams.set('certificate', said.sha256);
    const button = obnovaOfferButton.make(obnovaOfferTexts.of(said, language()), (event) => {
      if (event.isTrusted) window.location.assign(url.href);
    });
    button.setAttribute('data-obnova-key', key);
    slot.append(button);
  }

  async function refresh() {
    const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(ROW)]);
    // The host is started only for a page that has something to renew.
    if (!rows.some((row) => read(row) !== undefined)) return;
    renewalUrl ??= askRenewalUrl();
    const address = await renewalUrl;
    if (address === undefined) return;
    for (const row of rows) offer(row, address);
  }

  /** Back from elsewhere, where the person may have installed the host: it is asked again, and not at every change of the page. */
  async function refreshOnReturn() {
    if (document.visibilityState !== 'visible') return;
    if ((await renewalUrl) === undefined) renewalUrl = undefined;
    await refresh();
  }

  return Object.freeze({
    refresh,
    /** Now, and whenever the portal changes its rows. */
    start() {
      void refresh();
      document.addEventListener('visibilitychange', () => void refreshOnReturn());
      // Our own changes come here too; what is as it should be is left alone, so this ends.
      const observer = new MutationObserver(() => void refresh());
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ['data-obnova-certificate', 'data-obnova-renewal', 'data-obnova-days', 'data-obnova-start-by'],
      });
    },
  });
})();
