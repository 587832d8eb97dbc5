// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {isBundled, managedStorage} from './browser.js';

/**
 * What an administrator may set for this extension by policy (managed storage, see ../managed-schema.json). The host has settings of its own, with locks of its
 * own: a site works only where both let it.
 *
 * @typedef {object} Administrator
 * @property {boolean} sitesLocked whether the person's own sites do not count, and none may be added
 * @property {string[]} sites origins that count beside the bundled ones
 * @property {string} setupPage where a missing application is to be had
 */

const SETUP_PAGE = 'https://setup.obnova.org/';
const ORIGIN = /^https:\/\/[a-z0-9.-]{1,253}(?::[0-9]{1,5})?$/;

/** @returns {Promise<Administrator>} what is not as the schema wants it counts as not set */
export async function administrator() {
  const {locked, sites, setupPage} = await managedStorage();
  return {
    sitesLocked: Array.isArray(locked) && locked.includes('sites'),
    sites: Array.isArray(sites) ? sites.filter((origin) => typeof origin === 'string' && ORIGIN.test(origin)) : [],
    setupPage: typeof setupPage === 'string' && /^https:\/\//.test(setupPage) && URL.canParse(setupPage) ? setupPage : SETUP_PAGE,
  };
}

/**
 * @param {string} origin
 * @returns {Promise<boolean>} whether the administrator lets the extension work there
 */
export async function administratorAllows(origin) {
  const {sitesLocked, sites} = await administrator();
  return !sitesLocked || isBundled(origin) || sites.includes(origin);
}
