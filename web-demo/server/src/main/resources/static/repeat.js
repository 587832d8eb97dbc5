// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/** «Получить код повторно»: counts down until another code may be asked for. Without this script the server says when. */
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-repeat]'));
const wait = document.getElementById('repeat-wait');

if (button && wait) {
  const free = Date.now() + Number(button.dataset.repeat) * 1000;
  const text = wait.dataset.text ?? '';
  const tick = () => {
    const left = Math.ceil((free - Date.now()) / 1000);
    button.disabled = left > 0;
    wait.textContent = left > 0 ? text.replace('{0}', `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`) : '';
    if (left > 0) setTimeout(tick, 250);
  };
  tick();
}
