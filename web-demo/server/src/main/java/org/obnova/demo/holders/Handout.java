// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.holders;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.obnova.demo.ca.TestAuthority;

/**
 * The folder {@code handout}: what the people of the demo have on their computers. {@code host.json} (sites, the service and trust anchors for
 * the host), {@code <holder>-<n>.p12} (present keys), {@code password.txt} (of all of them), {@code cabinet-password.txt} (e-mail and password of the accountant, for the login by password), {@code ca-chain.pem} (all authorities).
 */
public final class Handout {
    private static final int PASSWORD_LETTERS = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(RenewalRule.MOSCOW);

    private final Path folder;
    private final SecureRandom random;

    /** A handout in that folder, made where there is none. */
    public Handout(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** Writes the keys, all under one new password. */
    public void keys(List<DemoPeople.Key> keys) {
        String password = letters();
        for (DemoPeople.Key key : keys) {
            X509CertificateHolder certificate = key.file().chain().getFirst();
            String label = key.holder().subject().commonName() + ", до "
                    + DATE.format(certificate.getNotAfter().toInstant());
            byte[] file = key.file().seal(label, password.toCharArray(), random);
            write(key.holder().id() + "-" + key.number() + ".p12", file);
        }
        write("password.txt", password.getBytes(StandardCharsets.UTF_8));
    }

    /** A password for the cabinet, written beside the e-mail that goes with it. */
    public String cabinetPassword(String email) {
        String password = letters();
        write("cabinet-password.txt", (email + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
        return password;
    }

    /** The password of one who works at the operators' site: made once, written beside the name that goes with it ({@code clerk-password.txt}). */
    public String staffPassword(String name) {
        Path file = folder.resolve(name + "-password.txt");
        if (Files.exists(file)) {
            try {
                return Files.readAllLines(file).get(1);
            } catch (IOException e) {
                throw new UncheckedIOException("a password of the operators' site cannot be read", e);
            }
        }
        String password = letters();
        write(name + "-password.txt", (name + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
        return password;
    }

    private String letters() {
        return random.ints(PASSWORD_LETTERS, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Writes the settings of the host and the authorities' certificates; at each start, since the port may be another one. */
    public void settings(String extern, String cabinet, String setup, TestAuthority authority) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode settings = json.createObjectNode();
        settings.put("formatVersion", 1);
        settings.putArray("locked");
        ArrayNode sites = settings.putArray("sites");
        site(sites, extern, "Экстерн (демо)", "Extern (demo)").put("renewalUrl", cabinet + "/renewals/new");
        site(sites, cabinet, "Личный кабинет УЦ (демо)", "CA cabinet (demo)");
        site(sites, setup, "Настройка компьютера (демо)", "Setup of the computer (demo)");
        ArrayNode anchors = settings.putArray("anchors");
        authority.roots().forEach(root -> anchors.add(Base64.getEncoder().encodeToString(encoded(root))));
        ObjectNode service = settings.putArray("services").addObject().put("name", "extern");
        service.putObject("title").put("ru", "Экстерн (демо)").put("en", "Extern (demo)");
        service.putArray("origins").add(extern).add(cabinet);
        service.putArray("roots");
        // No token is needed to try the demo, and no root: its sites are not served over TLS.
        service.putArray("needs").add("provider").add("clock").add("disk");
        write("host.json", settings.toPrettyString().getBytes(StandardCharsets.UTF_8));
        write("ca-chain.pem", pem(authority.authorityCertificates()).getBytes(StandardCharsets.US_ASCII));
    }

    private static ObjectNode site(ArrayNode sites, String origin, String russian, String english) {
        ObjectNode site = sites.addObject().put("origin", origin);
        site.putObject("name").put("ru", russian).put("en", english);
        return site;
    }

    private static String pem(List<X509CertificateHolder> certificates) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (X509CertificateHolder certificate : certificates) {
                pem.writeObject(certificate);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate that does not encode", e);
        }
        return text.toString();
    }

    private static byte[] encoded(X509CertificateHolder certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate that does not encode", e);
        }
    }

    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.write(file, content);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the handout cannot be written", e);
        }
    }
}
