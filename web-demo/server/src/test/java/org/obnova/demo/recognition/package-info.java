// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/** Recognition on drawn passports of nobody. Needs Debian's fonts-ocr-b; tesseract is used where it is installed. */
@NullMarked
package org.obnova.demo.recognition;

import org.jspecify.annotations.NullMarked;
