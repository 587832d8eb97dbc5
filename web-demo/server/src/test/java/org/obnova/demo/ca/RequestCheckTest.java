// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.ca;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.obnova.demo.Openssl;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;
import org.obnova.demo.store.TestDatabase;

class RequestCheckTest {
    private static final CertificateSubject SUBJECT = new CertificateSubject(
            "Кораблёва Алёна Юрьевна",
            "Кораблёва",
            "Алёна Юрьевна",
            "RU",
            "11223344595",
            "770000000156",
            "a@example.org");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void accept_takesARequestOfOpenssl(CaProfile profile) {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            byte[] request = openssl.request(openssl.key(profile), profile, SUBJECT);

            assertThat(check(database).accept(request, profile, SUBJECT).keyId())
                    .matches("[0-9a-f]{64}");
        }
    }

    @ParameterizedTest
    @EnumSource(CaProfile.class)
    void accept_refuses_whateverByteIsChanged(CaProfile profile) {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            RequestCheck check = check(database);
            byte[] request = openssl.request(openssl.key(profile), profile, SUBJECT);
            for (int i = 0; i < request.length; i += 5) {
                byte[] mutated = request.clone();
                mutated[i] ^= 0x01;
                assertThatThrownBy(() -> check.accept(mutated, profile, SUBJECT))
                        .as("byte %s", i)
                        .isInstanceOf(Problem.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GOST256, gost2012_512, paramset:A",
        "GOST512, gost2012_256, paramset:XA",
        "EC, EC, ec_paramgen_curve:P-384",
        "EC, EC, ec_paramgen_curve:secp256k1",
        "EC, RSA, rsa_keygen_bits:3072",
        "RSA, RSA, rsa_keygen_bits:2048",
        "RSA, EC, ec_paramgen_curve:P-256"
    })
    void accept_refuses_keysOfAnotherKindOrStrength(CaProfile profile, String algorithm, String parameters) {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            Path key = folder.resolve("weak.pem");
            assertThat(openssl.run(
                                    "genpkey",
                                    "-engine",
                                    "gost",
                                    "-algorithm",
                                    algorithm,
                                    "-pkeyopt",
                                    parameters,
                                    "-out",
                                    key.toString())
                            .ok())
                    .isTrue();
            CaProfile digest = algorithm.equals("gost2012_512")
                    ? CaProfile.GOST512
                    : algorithm.equals("gost2012_256") ? CaProfile.GOST256 : CaProfile.EC;
            byte[] request = openssl.request(key, digest, SUBJECT);

            refused(check(database), request, profile, ProblemCode.REQUEST_INVALID);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Кораблева Алёна Юрьевна, Кораблёва, Алёна Юрьевна, RU, 11223344595, 770000000156",
        "Кораблёва Алёна Юрьевна, Кораблева, Алёна Юрьевна, RU, 11223344595, 770000000156",
        "Кораблёва Алёна Юрьевна, Кораблёва, Алена Юрьевна, RU, 11223344595, 770000000156",
        "Кораблёва Алёна Юрьевна, Кораблёва, Алёна Юрьевна, BY, 11223344595, 770000000156",
        "Кораблёва Алёна Юрьевна, Кораблёва, Алёна Юрьевна, RU, 08765430300, 770000000156",
        "Кораблёва Алёна Юрьевна, Кораблёва, Алёна Юрьевна, RU, 11223344595, 770000000220"
    })
    void accept_refuses_dataThatDifferFromTheApplication(
            String commonName, String surname, String givenName, String country, String snils, String inn) {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            CertificateSubject other =
                    new CertificateSubject(commonName, surname, givenName, country, snils, inn, null);
            byte[] request = openssl.request(openssl.key(CaProfile.EC), CaProfile.EC, other);

            refused(check(database), request, CaProfile.EC, ProblemCode.REQUEST_INVALID);
        }
    }

    @Test
    void accept_refuses_namesThatAreMissingTwiceOrUnknown() {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            Path key = openssl.key(CaProfile.EC);
            String line = Openssl.subjectLine(SUBJECT);
            for (String wrong : new String[] {
                line.replace("/INN=770000000156", ""),
                line + "/CN=Кораблёва Алёна Юрьевна",
                line + "/O=Чужая организация",
                line + "/emailAddress=b@example.org"
            }) {
                byte[] request = openssl.request(key, CaProfile.EC, wrong);
                refused(check(database), request, CaProfile.EC, ProblemCode.REQUEST_INVALID);
            }
            byte[] withEmail = openssl.request(key, CaProfile.EC, line + "/emailAddress=a@example.org");
            assertThat(check(database).accept(withEmail, CaProfile.EC, SUBJECT)).isNotNull();
        }
    }

    @Test
    void accept_refuses_whatIsNoRequest() {
        try (Database database = TestDatabase.open(folder)) {
            Openssl openssl = new Openssl(folder);
            byte[] good = openssl.request(openssl.key(CaProfile.EC), CaProfile.EC, SUBJECT);
            RequestCheck check = check(database);
            byte[] deep = new byte[16 * 1024];
            Arrays.fill(deep, (byte) 0x30);

            for (byte[] wrong : new byte[][] {
                {},
                {0x05, 0x00},
                {0x30, 0x00},
                {0x30, (byte) 0x80, 0x00, 0x00},
                "not DER".getBytes(UTF_8),
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, 16 * 1024 + 1),
                deep,
                nested(3000)
            }) {
                refused(check, wrong, CaProfile.EC, ProblemCode.REQUEST_INVALID);
            }
        }
    }

    private static byte[] nested(int depth) {
        byte[] value = {0x05, 0x00};
        for (int i = 0; i < depth && value.length < 16_000; i++) {
            int length = value.length;
            byte[] head = length < 128
                    ? new byte[] {0x30, (byte) length}
                    : new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length};
            byte[] outer = Arrays.copyOf(head, head.length + length);
            System.arraycopy(value, 0, outer, head.length, length);
            value = outer;
        }
        return value;
    }

    private static RequestCheck check(Database database) {
        return new RequestCheck(new CertificateRegister(database));
    }

    private static void refused(RequestCheck check, byte[] request, CaProfile profile, ProblemCode code) {
        assertThatThrownBy(() -> check.accept(request, profile, SUBJECT))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::code)
                .isEqualTo(code);
    }
}
