// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obnova.host.json.JsonException;
import org.obnova.host.keys.KeyAlgorithm;
import org.obnova.host.storage.TokenFacts.Manner;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.TokenInfo;
import org.obnova.host.task.Language;

class VendorProfilesTest {
    private static final long GOST_GENERATION = 0x1200;
    private static final long GOST = 0x1201;
    private static final long GOST_512_GENERATION = 0xD4321005L;
    private static final long GOST_512 = 0xD4321006L;
    private static final long EC_GENERATION = 0x1040;
    private static final long ECDSA = 0x1041;

    @ParameterizedTest
    @CsvSource({
        "Aktiv Co.,Rutoken ECP,rutoken-ecp",
        "Aktiv Co.,Rutoken lite,rutoken-lite",
        "Aktiv Co.,Rutoken S,rutoken-s",
        "Aladdin R.D.,JaCarta GOST 2.0,jacarta-2-gost",
        "Aladdin R.D.,eToken GOST,jacarta-gost",
        "Aladdin R.D.,JaCarta DS,jacarta-lt",
        "Aladdin R.D.,JaCarta Laser,jacarta-pki",
        "ISBC,ESMART Token GOST,esmart-gost",
        "ISBC,ESMART Token,esmart",
        "'SafeNet, Inc.',eToken,safenet",
        "Yubico (www.yubico.com),YubiKey YK5,yubikey",
        "SoftHSM project,SoftHSM v2,softhsm",
        "Aktiv Co.,Rutoken of tomorrow,generic",
        "Not Aktiv Co.,Rutoken ECP,generic",
        "'','',generic",
    })
    void of_recogniseTheProduct(String manufacturer, String model, String id) {
        assertThat(VendorProfiles.of(token(manufacturer, model)).id()).isEqualTo(id);
    }

    @Test
    void all_haveIdsOfTheirOwn_andTextsInBothLanguages() {
        List<VendorProfile> all = VendorProfiles.all();

        assertThat(all).extracting(VendorProfile::id).doesNotHaveDuplicates().endsWith("generic");
        assertThat(all).allSatisfy(profile -> {
            assertThat(profile.unblockHint().in(Language.RU)).matches("(?s).*[а-я].*");
            assertThat(profile.unblockHint().in(Language.EN)).doesNotMatch("(?s).*[а-я].*");
            assertThat(profile.names())
                    .allSatisfy(name -> assertThat(name.text().in(Language.EN)).doesNotMatch("(?s).*[А-я].*"));
        });
    }

    @Test
    void recognition_isInLowerCase_soThatItCanFit() {
        assertThat(VendorProfiles.all())
                .allSatisfy(profile -> assertThat(List.of(
                                profile.recognition().manufacturers(),
                                profile.recognition().models(),
                                profile.modules()))
                        .allSatisfy(words ->
                                assertThat(words).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)))));
    }

    @Test
    void recipes_areThoseThatTheTokensMechanismsAllow() {
        VendorProfile profile = VendorProfiles.of(token("Aktiv Co.", "Rutoken ECP"));

        assertThat(profile.makes(token("", "", GOST_GENERATION, GOST, GOST_512_GENERATION, EC_GENERATION, ECDSA)))
                .containsExactlyInAnyOrder(KeyAlgorithm.GOST_2012_256, KeyAlgorithm.EC_P256);
        assertThat(profile.makes(token("", ""))).isEmpty();
    }

    @Test
    void recipes_holdTheParametersOfTheirAlgorithm() throws Exception {
        VendorProfile profile = VendorProfiles.of(token("Aktiv Co.", "Rutoken ECP"));
        var recipes = profile.recipes();

        assertThat(oid(recipes.get(KeyAlgorithm.GOST_2012_256), 0x250))
                .contains(CryptoProObjectIdentifiers.gostR3410_2001_CryptoPro_XchA);
        assertThat(oid(recipes.get(KeyAlgorithm.GOST_2012_256), 0x251))
                .contains(RosstandartObjectIdentifiers.id_tc26_gost_3411_12_256);
        assertThat(oid(recipes.get(KeyAlgorithm.GOST_2012_512), 0x250))
                .contains(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512_paramSetA);
        assertThat(oid(recipes.get(KeyAlgorithm.GOST_2012_512), 0x251))
                .contains(RosstandartObjectIdentifiers.id_tc26_gost_3411_12_512);
        assertThat(oid(recipes.get(KeyAlgorithm.EC_P256), 0x180)).contains(SECObjectIdentifiers.secp256r1);
        assertThat(recipes.keySet()).containsExactlyInAnyOrder(KeyAlgorithm.values());
    }

    @Test
    void name_tellGenerationsApart_byTheirMechanisms() {
        VendorProfile profile = VendorProfiles.of(token("Aktiv Co.", "Rutoken ECP"));

        assertThat(profile.name(token("", "", GOST, GOST_512, ECDSA)).ru()).isEqualTo("Рутокен ЭЦП 3.0");
        assertThat(profile.name(token("", "", GOST, GOST_512)).ru()).isEqualTo("Рутокен ЭЦП 2.0");
        assertThat(profile.name(token("", "", GOST)).ru()).isEqualTo("Рутокен ЭЦП");
    }

    @Test
    void manner_isThatOfTheProduct_orFollowsFromMechanisms() {
        TokenInfo able = token("Aktiv Co.", "Rutoken lite", EC_GENERATION, ECDSA);

        assertThat(VendorProfiles.of(able).manner(able)).isEqualTo(Manner.PASSIVE);
        TokenInfo unknown = token("X", "Y", EC_GENERATION, ECDSA);
        assertThat(VendorProfiles.of(unknown).manner(unknown)).isEqualTo(Manner.ACTIVE);
        TokenInfo storing = token("X", "Y");
        assertThat(VendorProfiles.of(storing).manner(storing)).isEqualTo(Manner.PASSIVE);
    }

    /** S28: eSmart only through a service centre; for customs only Rutoken Lite or JaCarta LT. */
    @Test
    void rulesOfMedia_areThoseOfTheServices() {
        assertThat(ids(VendorProfile::onlyByServiceCentre)).containsExactly("esmart-gost", "esmart");
        assertThat(ids(VendorProfile::forCustoms)).containsExactly("rutoken-lite", "jacarta-lt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recipes\":[],\"profiles\":[{}]}",
                "{\"recipes\":[{\"name\":\"a\",\"algorithm\":\"md5\"}],\"profiles\":[]}",
                "{\"recipes\":[],\"profiles\":[],\"more\":1}",
                "{\"recipes\":[],\"profiles\":[{\"id\":\"x\",\"names\":[{\"ru\":\"х\",\"en\":\"x\"}],\"recognised\":{},"
                        + "\"manner\":\"sometimes\",\"unblock\":{\"ru\":\"х\",\"en\":\"x\"},\"largestObject\":2048}]}",
                "{\"recipes\":[],\"profiles\":[{\"id\":\"x\",\"names\":[{\"ru\":\"х\",\"en\":\"x\"}],\"recognised\":{},"
                        + "\"manner\":\"active\",\"recipes\":[\"a\"],\"unblock\":{\"ru\":\"х\",\"en\":\"x\"},\"largestObject\":2048}]}",
                "{\"recipes\":[],\"profiles\":[{\"id\":\"x\",\"names\":[],\"recognised\":{},"
                        + "\"manner\":\"passive\",\"unblock\":{\"ru\":\"х\",\"en\":\"x\"},\"largestObject\":2048}]}",
            })
    void read_refuseData_thatIsNotWhatWasAgreed(String json) {
        assertThatThrownBy(() -> ProfileReader.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    private static List<String> ids(Predicate<VendorProfile> wanted) {
        return VendorProfiles.all().stream()
                .filter(wanted)
                .map(VendorProfile::id)
                .toList();
    }

    private static Optional<ASN1ObjectIdentifier> oid(@Nullable KeyRecipe recipe, long attribute) {
        return Optional.ofNullable(recipe).stream()
                .flatMap(each -> each.publicTemplate().stream())
                .filter(each -> each.type() == attribute)
                .map(each -> ((Attribute.Octets) each.value()).octets())
                .map(ASN1ObjectIdentifier::getInstance)
                .findFirst();
    }

    private static TokenInfo token(String manufacturer, String model, Long... mechanisms) {
        return new TokenInfo(
                "label",
                manufacturer,
                model,
                "1",
                "1.0",
                0,
                4,
                32,
                -1,
                -1,
                Set.of(mechanisms).stream().collect(Collectors.toSet()));
    }
}
