/**
 * What the demo server refuses, as stable codes of {@code errors.json} (3001 and up). Every refusal is a
 * {@link org.obnova.demo.problem.Problem}; the web tier turns it into a page or an RFC 9457 problem document at one edge.
 * Imports: nothing of ours. Source: RFC 9457 section 3.
 */
@NullMarked
package org.obnova.demo.problem;

import org.jspecify.annotations.NullMarked;
