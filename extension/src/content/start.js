// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// Runs at document_start, so that a script of the page finds the bridge there; the rows come later.
obnovaBridge.start();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => obnovaOffers.start(), {once: true});
else obnovaOffers.start();
