// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Decrypts messages that were encrypted for a certificate at hand (S25): CMS EnvelopedData (RFC 5652 section 6) and AuthEnvelopedData (RFC 5083), DER or BER.
 *
 * <p>Keys: RSA with PKCS#1 v1.5 or OAEP (RFC 3370, RFC 3560); ECDH with the X9.63 derivation and AES or 3DES key wrap (RFC 5753); GOST R 34.10-2012 by key transport with
 * CryptoPro key wrap (RFC 4490 section 4.2.1) or with KEG and KExp15 (R 1323565.1.025-2019, RFC 9189 section 8). Content: AES in CBC (RFC 3565) and GCM (RFC 5084) mode; 3DES in CBC mode,
 * for old messages; GOST 28147-89 in CFB mode (RFC 4490); Magma and Kuznyechik in CTR-ACPKM mode, with or without OMAC (RFC 9337, R 1323565.1.025-2019).
 *
 * <p>Whatever fails once a private key is used is one and the same fault: a page that sends changed messages must not learn at which step they failed.
 * Imports: fault, task, cipher, keys, certificate, storage.
 */
@NullMarked
package org.obnova.host.decryption;

import org.jspecify.annotations.NullMarked;
