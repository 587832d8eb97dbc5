// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Uploading: a file that is too large is said so before it is sent, and the button says that the file is being checked. Without this script the
 * forms work as they are.
 */
const LARGEST = 10 * 1024 * 1024;

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('[data-upload-form]'))) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector('input[type=file]'));
  const wrong = /** @type {HTMLElement} */ (form.querySelector('.wrong'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'));
  const tooLarge = () => [...(input.files ?? [])].some((file) => file.size > LARGEST);
  const judge = () => {
    wrong.hidden = !tooLarge();
    wrong.textContent = tooLarge() ? (wrong.dataset.tooLarge ?? '') : '';
    input.setAttribute('aria-invalid', String(tooLarge()));
    return !tooLarge();
  };
  input.addEventListener('change', judge);
  form.addEventListener('submit', (event) => {
    if (!judge()) {
      event.preventDefault();
      input.focus();
      return;
    }
    button.textContent = button.dataset.busy ?? '';
    button.setAttribute('aria-busy', 'true');
    // A second press would send the file twice.
    button.disabled = true;
  });
}
