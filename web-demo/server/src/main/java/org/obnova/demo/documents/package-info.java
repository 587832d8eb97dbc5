// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Documents that holders upload (S6, S11): which kinds there are, what a file of each kind may be, and where the files are kept. A file is judged
 * by its content, never by its name: its format by its first bytes, its inside by a reader in a process of its own with a limit of memory and time, so
 * that a decompression bomb ends that process and nothing else. Pages get pictures that were made anew from the pixels, never the bytes that came.
 *
 * <p>Imports: problem, store; JDBI, PDFBox, metadata-extractor, ImageIO. Sources: ISO 32000-1 sections 7.6, 12.6 and 12.5.6 (encryption, actions,
 * annotations of PDF), ISO/IEC 10918-1 annex B (JPEG), RFC 2083 (PNG), TIFF 6.0, ISO/IEC 23008-12 (HEIF).
 */
@NullMarked
package org.obnova.demo.documents;

import org.jspecify.annotations.NullMarked;
