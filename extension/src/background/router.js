// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Session} from './session.js';
import {StorageWatch} from './storage-watch.js';

/**
 * @typedef {import('./commands/command.js').Audience} Audience
 * @typedef {import('./session.js').Site} Site
 */

/**
 * Decides by what the browser says of the sender, never by a message, who is at the other end of a port, and gives each document a
 * session of its own. A port whose sender may not talk to the worker is closed without a word.
 */
export class Router {
  /**
   * @param {object} services
   * @param {import('./native-client.js').NativeClient} services.native
   * @param {(origin: string) => Promise<boolean>} services.hasAccess
   * @param {() => string} services.ownId
   * @param {() => string} services.ownOrigin
   */
  constructor(services) {
    this.services = {...services, watch: new StorageWatch(services.native)};
  }

  /** @param {chrome.runtime.Port} port */
  accept(port) {
    const {sender, name} = port;
    if (!sender || sender.id !== this.services.ownId()) {
      port.disconnect();
      return;
    }
    if (name === 'own' && sender.url?.startsWith(`${this.services.ownOrigin()}/`)) {
      new Session(port, 'own', undefined, this.services);
      return;
    }
    const site = siteOf(sender);
    if (site && (name === 'page' || name === 'content')) new Session(port, name, site, this.services);
    else port.disconnect();
  }
}

/**
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Site | undefined} undefined for anything but the top frame of an ordinary page
 */
function siteOf(sender) {
  if (sender.frameId !== 0 || !sender.tab) return undefined;
  const origin = sender.origin ?? originOf(sender.url);
  if (!origin || !/^https?:\/\/[^/]+$/.test(origin)) return undefined;
  // Firefox may give no documentId. A port belongs to one document, so an id of the port's own keeps documents apart as well.
  return {origin, document: sender.documentId ?? crypto.randomUUID()};
}

/** @param {string | undefined} url */
function originOf(url) {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
