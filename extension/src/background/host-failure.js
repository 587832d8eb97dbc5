// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

import {Failure} from '../shared/failure.js';

/**
 * What the browsers say when a native port ends, in English whatever the person's language is: Chromium's
 * native_message_process_host.cc, Firefox's NativeMessaging.sys.mjs. Anything else is a crash.
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
 * @param {string} reason text of the browser, empty where there was none
 * @returns {Failure}
 */
export function hostFailure(reason) {
  const name = REASONS.find(([expression]) => expression.test(reason))?.[1] ?? 'host_crashed';
  return new Failure(name, reason || 'the native port was closed');
}
