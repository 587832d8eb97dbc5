// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** The portal's login page: «Войти» beside a certificate proves that its key is at hand. */
import {post} from './site.js';
import {connected, onPress} from './task.js';

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-sign-in]'))) {
  onPress(button, async ({signal, onProgress}) => {
    const obnova = await connected(signal);
    const {nonce} = await post('/sign-in/challenge', {}, {signal});
    const {text, signature} = await obnova.authenticate({certificate: button.dataset.signIn ?? '', nonce}, {signal, onProgress});
    const {next} = await post('/sign-in', {text, signature}, {signal});
    window.location.assign(next);
  });
}

// Without this choice the form's button works, too.
const holder = /** @type {HTMLSelectElement | null} */ (document.getElementById('holder'));
holder?.addEventListener('change', () => holder.form?.requestSubmit());
