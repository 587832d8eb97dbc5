// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Machine-readable powers of attorney for tests, of the format EMCHD_1. */
public final class Attorneys {
    private Attorneys() {}

    /** From ООО «Ромашка» to the demo's new employee. */
    public static byte[] ours(LocalDate from, LocalDate until) {
        return of(from, until, "7700000016", "770000000614", "24680135769");
    }

    /** One with those numbers. */
    public static byte[] of(LocalDate from, LocalDate until, String organisation, String inn, String snils) {
        return text(from, until, organisation, inn, snils).getBytes(StandardCharsets.UTF_8);
    }

    /** As the tax service writes them. */
    static byte[] in(Charset charset, LocalDate from, LocalDate until) {
        return text(from, until, "7700000016", "770000000614", "24680135769")
                .replace("UTF-8", charset.name())
                .getBytes(charset);
    }

    static String text(LocalDate from, LocalDate until, String organisation, String inn, String snils) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Доверенность xmlns="urn://x-artefacts/EMCHD_1" ВерсФорм="EMCHD_1" ПрЭлФорм="00000000">
                  <Документ>
                    <Довер>
                      <СвДов ВидДовер="1" НомДовер="7e1c1d2a-0000-4000-8000-000000000001" ДатаВыдДовер="%s" СрокДейст="%s"/>
                      <СвДоверит ТипДоверит="1"><Доверит><РосОргДовер>
                        <СвРосОрг НаимОрг="ООО «Ромашка»" ИННЮЛ="%s" КПП="770001001" ОГРН="1027700000019"/>
                        <ЛицоБезДов><СвФЛ ИННФЛ="770000000477" СНИЛС="135-792-468 94" Должность="Генеральный директор">
                          <СведФЛ><ФИО Фамилия="Мясоедов" Имя="Пётр" Отчество="Ильич"/></СведФЛ>
                        </СвФЛ></ЛицоБезДов>
                      </РосОргДовер></Доверит></СвДоверит>
                      <СвУпПред ТипПред="3"><Пред><СведФизЛ ИННФЛ="%s" СНИЛС="%s">
                        <СведФЛ ДатаРожд="1998-09-02"><ФИО Фамилия="Лисёнкова" Имя="Майя" Отчество="Олеговна"/></СведФЛ>
                      </СведФизЛ></Пред></СвУпПред>
                    </Довер>
                  </Документ>
                </Доверенность>
                """.formatted(from, until, organisation, inn, snils);
    }
}
