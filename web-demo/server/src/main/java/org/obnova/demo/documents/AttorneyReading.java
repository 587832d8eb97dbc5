// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * One pass over a power of attorney of the format EMCHD_1 ({@code urn://x-artefacts/EMCHD_1}): no document type, no entities, nothing fetched, and an end to depth and length.
 * A power that was passed on (передоверие) is none that we read.
 */
final class AttorneyReading {
    private static final String FORMAT = "EMCHD_1";
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 20_000;

    private final Deque<String> path = new ArrayDeque<>();
    private final List<PowerOfAttorney.Principal> principals = new ArrayList<>();
    private final List<PowerOfAttorney.Representative> representatives = new ArrayList<>();
    private String number = "";
    private String issued = "";
    private String until = "";
    private int elements;

    PowerOfAttorney of(InputStream xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
            return whole();
        } catch (XMLStreamException | DateTimeException e) {
            throw new Problem(ProblemCode.ATTORNEY_UNREADABLE, "not of the format " + FORMAT, e);
        }
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw unreadable("a document type or an entity");
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> path.removeLast();
            default -> {}
        }
    }

    private void start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        elements++;
        if (path.size() >= DEEPEST || elements > MOST_ELEMENTS) {
            throw unreadable("too deep or too long");
        }
        if (path.isEmpty()
                && !(name.equals("Доверенность") && value(reader, "ВерсФорм").equals(FORMAT))) {
            throw unreadable("another document");
        }
        path.addLast(name);
        switch (String.join("/", path)) {
            case "Доверенность/Документ/Довер/СвДов" -> {
                number = value(reader, "НомДовер");
                issued = value(reader, "ДатаВыдДовер");
                until = value(reader, "СрокДейст");
            }
            case "Доверенность/Документ/Довер/СвДоверит/Доверит/РосОргДовер/СвРосОрг" ->
                principals.add(new PowerOfAttorney.Principal(value(reader, "НаимОрг"), value(reader, "ИННЮЛ")));
            case "Доверенность/Документ/Довер/СвУпПред/Пред/СведФизЛ" ->
                representatives.add(new PowerOfAttorney.Representative(
                        "", value(reader, "ИННФЛ"), value(reader, "СНИЛС").replaceAll("[ -]", "")));
            case "Доверенность/Документ/Довер/СвУпПред/Пред/СведФизЛ/СведФЛ/ФИО",
                    "Доверенность/Документ/Довер/СвУпПред/Пред/СведФизЛ/ФИО" -> name(reader);
            default -> {}
        }
    }

    /** Of the person whose element is open. */
    private void name(XMLStreamReader reader) {
        PowerOfAttorney.Representative last = representatives.removeLast();
        String full = Stream.of("Фамилия", "Имя", "Отчество")
                .map(part -> value(reader, part))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        representatives.add(new PowerOfAttorney.Representative(full, last.inn(), last.snils()));
    }

    private PowerOfAttorney whole() {
        if (number.isEmpty() || principals.isEmpty() || representatives.isEmpty()) {
            throw unreadable("no number, nobody who gives it, or nobody who gets it");
        }
        return new PowerOfAttorney(
                number, LocalDate.parse(issued), LocalDate.parse(until), principals, representatives);
    }

    private static String value(XMLStreamReader reader, String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    private static Problem unreadable(String detail) {
        return new Problem(ProblemCode.ATTORNEY_UNREADABLE, detail);
    }
}
