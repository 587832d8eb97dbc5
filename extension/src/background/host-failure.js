// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure} from '../shared/failure.js';

/**
 * What the browsers say when a native port ends, in English whatever the person's language is: Chromium's
 * native_message_process_host.cc, Firefox's NativeMessaging.sys.mjs. Anything else is a crash. Firefox keeps to itself that a manifest names another
 * extension: then there is no such application.
 *
 * @type {[RegExp, string][]}
 */
const REASONS = [
  [/^Specified native messaging host not found/, 'host_missing'],
  // The manifest is there, and what it points to cannot be started: to be installed again, as if it were missing.
  [/^Failed to start native messaging host/, 'host_missing'],
  [/^No such native application/, 'host_missing'],
  [/^Access to the specified native messaging host is forbidden/, 'host_forbidden'],
  [/^Access to the native messaging host was disabled by the system administrator/, 'host_forbidden'],
  [/does not have permission to use native application/, 'host_forbidden'],
];

/**
 * Firefox's word where it cannot start the program (not there, not executable), and for a running one only where that writes no JSON. One that ends
 * by itself gives no reason.
 */
const UNEXPECTED = /^An unexpected error occurred/;

/**
 * @param {string} reason text of the browser, empty where there was none
 * @param {boolean} heard whether the host had said anything before
 * @returns {Failure}
 */
export function hostFailure(reason, heard) {
  const told = REASONS.find(([expression]) => expression.test(reason))?.[1];
  const name = told ?? (!heard && UNEXPECTED.test(reason) ? 'host_missing' : 'host_crashed');
  return new Failure(name, reason || 'the native port was closed');
}
