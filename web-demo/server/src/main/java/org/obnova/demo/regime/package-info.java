/**
 * What the documents of the service disagree about, as settings of the CA: one file that is checked as a whole before the server starts, and
 * two presets. Every value is an enum or a number that the code behind it reads. Imports: problem.
 */
@NullMarked
package org.obnova.demo.regime;

import org.jspecify.annotations.NullMarked;
