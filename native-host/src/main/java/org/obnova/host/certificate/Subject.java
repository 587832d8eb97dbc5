// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.certificate;

import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;

/**
 * The data of a natural person as they stand in request and certificate. One that exists is valid.
 *
 * @param commonName surname, given name and patronymic; this and the next two 1 to 128 visible characters
 * @param surname as in the passport
 * @param givenName given name and patronymic
 * @param country two capital Latin letters (ISO 3166-1)
 * @param snils 11 digits, the last two right check digits
 * @param inn 12 digits, the last two right check digits
 * @param email ASCII, or null
 */
public record Subject(
        String commonName,
        String surname,
        String givenName,
        String country,
        String snils,
        String inn,
        @Nullable String email) {
    private static final int LONGEST = 128;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[!-?A-~]+@[!-?A-~]+");

    /**
     * Checks the data.
     *
     * @throws Fault {@code SUBJECT_INVALID}, whose value {@code field} is the component's name
     */
    public Subject {
        check("commonName", isText(commonName));
        check("surname", isText(surname));
        check("givenName", isText(givenName));
        check("country", COUNTRY.matcher(country).matches());
        check("snils", CheckDigits.isSnils(snils));
        check("inn", CheckDigits.isInn(inn));
        check(
                "email",
                email == null
                        || (email.length() <= LONGEST && EMAIL.matcher(email).matches()));
    }

    /**
     * The name of RFC 5280 section 4.1.2.4, one attribute in each RDN, in the order CN, SN, GN, C, SNILS, INN, E. SNILS and INN are NumericString, texts
     * UTF8String.
     */
    public X500Name toX500Name() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.CN, new DERUTF8String(commonName));
        name.addRDN(BCStyle.SURNAME, new DERUTF8String(surname));
        name.addRDN(BCStyle.GIVENNAME, new DERUTF8String(givenName));
        name.addRDN(BCStyle.C, new DERPrintableString(country));
        name.addRDN(HolderFields.SNILS, new DERNumericString(snils));
        name.addRDN(HolderFields.INN, new DERNumericString(inn));
        if (email != null) {
            name.addRDN(BCStyle.EmailAddress, new DERIA5String(email));
        }
        return name.build();
    }

    /** Says nothing: names and numbers of a person are not logged. */
    @Override
    public String toString() {
        return "Subject";
    }

    private static boolean isText(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1
                && length <= LONGEST
                && !text.isBlank()
                && text.codePoints().allMatch(VisibleText::isVisible);
    }

    private static void check(String field, boolean valid) {
        if (!valid) {
            throw new Fault(ErrorCode.SUBJECT_INVALID, "field " + field, Map.of("field", field), null);
        }
    }
}
