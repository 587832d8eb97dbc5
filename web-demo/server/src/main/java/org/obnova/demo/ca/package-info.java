/**
 * A certification authority FOR TESTING ONLY: its keys lie in files whose password stands in the source (or in a PKCS#11 token), and it checks no
 * person's identity. It issues certificates, checks requests and signatures, revokes, and publishes revocation lists.
 *
 * <p>Imports: audit, lint, problem, store; Bouncy Castle, JDBI. Sources: RFC 5280 (certificates, CRL), RFC 2986 (requests), RFC 9215 (GOST keys in
 * X.509), RFC 5652 and RFC 5035 (CMS, signing-certificate-v2), order of the FSB 795 of 2011-12-27 as amended.
 */
@NullMarked
package org.obnova.demo.ca;

import org.jspecify.annotations.NullMarked;
