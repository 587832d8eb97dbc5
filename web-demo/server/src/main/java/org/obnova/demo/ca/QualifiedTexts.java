// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

/** The names of tools that order 795 wants in a qualified certificate; here they say that all is a demonstration. */
final class QualifiedTexts {
    static final String SIGN_TOOL = "«Обнова» (демонстрационное средство электронной подписи)";
    static final String CA_TOOL = "«Обнова» (демонстрационное средство удостоверяющего центра)";
    static final String SIGN_TOOL_CERTIFICATE = "Заключения о соответствии нет: тестовый стенд";
    static final String CA_TOOL_CERTIFICATE = "Заключения о соответствии нет: тестовый стенд";

    private QualifiedTexts() {}
}
