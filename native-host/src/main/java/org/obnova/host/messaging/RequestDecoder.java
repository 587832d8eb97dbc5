// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.json.Fields;
import org.obnova.host.json.Json;
import org.obnova.host.json.JsonException;
import org.obnova.host.json.JsonText;
import org.obnova.host.messaging.Request.Site;
import org.obnova.host.task.Language;

/** From parameters to requests: one place for each message. Free of regular expressions and lambdas, which would be half of the start. */
final class RequestDecoder {
    private static final int MAX_CHAIN = 8;
    private static final int MAX_ARCHIVED = 50;
    private static final int MAX_TEXT = 200_000;
    private static final int MAX_REPAIRS = 100;
    private static final int MAX_CHECK_ID = 128;

    private RequestDecoder() {}

    static Request decode(String method, Fields params) throws JsonException {
        return switch (method) {
            case Method.HELLO -> hello(params);
            case Method.CANCEL -> cancel(params);
            case Method.SITES_LIST -> new Request.SitesList();
            case Method.CONSENTS_LIST -> new Request.ConsentsList();
            case Method.CONSENTS_REVOKE ->
                new Request.ConsentsRevoke(
                        params.text("origin", 1, 512), oneOf(params, "operation", Constants.OPERATIONS));
            case Method.CERTIFICATES_LIST -> new Request.CertificatesList(site(params), cursor(params));
            case Method.STORAGES_LIST -> new Request.StoragesList(site(params));
            case Method.PIN_CHANGE -> new Request.PinChange(site(params), params.text("storage", 1, 128));
            case Method.REQUEST_CREATE -> requestCreate(params);
            case Method.DOCUMENT_SIGN -> documentSign(params);
            case Method.AUTHENTICATION_SIGN ->
                new Request.AuthenticationSign(
                        site(params), sha256(params, "certificate"), made(params, "nonce", 16, 128, "-_"));
            case Method.CERTIFICATE_INSTALL -> certificateInstall(params);
            case Method.CERTIFICATE_PUBLISH ->
                new Request.CertificatePublish(site(params), sha256(params, "certificate"));
            case Method.CONTAINER_COPY -> new Request.ContainerCopy(site(params), sha256(params, "certificate"));
            case Method.CONTAINER_IMPORT -> new Request.ContainerImport(site(params));
            case Method.CONTAINER_EXPORT -> new Request.ContainerExport(site(params), sha256(params, "certificate"));
            case Method.PASSWORD_CHANGE -> new Request.PasswordChange(site(params), sha256(params, "certificate"));
            case Method.RENEWAL_LIST -> new Request.RenewalList(site(params), cursor(params));
            case Method.RENEWAL_RESUME -> new Request.RenewalResume(site(params), renewal(params));
            case Method.RENEWAL_ABANDON -> new Request.RenewalAbandon(site(params), renewal(params));
            case Method.BACKUPS_LIST -> new Request.BackupsList(site(params), cursor(params));
            case Method.CONTAINER_ARCHIVE -> new Request.ContainerArchive(site(params), certificates(params));
            case Method.DOCUMENT_DECRYPT -> documentDecrypt(params);
            case Method.WORKSTATION_CHECK -> WorkstationDecoder.check(site(params), params);
            case Method.WORKSTATION_INSTALL -> WorkstationDecoder.change(site(params), params, false);
            case Method.WORKSTATION_UNINSTALL -> WorkstationDecoder.change(site(params), params, true);
            case Method.WORKSTATION_RESTART -> new Request.WorkstationRestart(site(params));
            case Method.SITES_ADD -> new Request.SitesAdd(params.text("origin", 1, 512));
            case Method.SITES_REMOVE -> new Request.SitesRemove(params.text("origin", 1, 512));
            case Method.DIAGNOSTICS_RUN -> diagnosticsRun(params);
            default -> throw new Fault(ErrorCode.METHOD_NOT_FOUND, "no such method");
        };
    }

    private static Request hello(Fields params) throws JsonException {
        Long protocol = params.optionalWhole("protocol", 0, Integer.MAX_VALUE);
        params.optionalText("version", 1, 64);
        String language = params.optionalText("language", 2, 2);
        if (language == null) {
            return new Request.Hello(protocol, null);
        }
        for (Language known : Language.values()) {
            if (known.tag().equals(language)) {
                return new Request.Hello(protocol, known);
            }
        }
        throw params.wrong("language", "not ru or en");
    }

    private static Request cancel(Fields params) throws JsonException {
        RequestId id = RequestId.of(params.take("id"));
        if (id == null) {
            throw params.wrong("id", "missing, or not an id");
        }
        return new Request.Cancel(id);
    }

    private static Request requestCreate(Fields params) throws JsonException {
        Fields subject = params.object("subject");
        Request.Subject holder = new Request.Subject(
                subject.text("commonName", 1, 128),
                subject.text("surname", 1, 128),
                subject.text("givenName", 1, 128),
                subject.text("country", 1, 128),
                subject.text("snils", 1, 128),
                subject.text("inn", 1, 128),
                subject.optionalText("email", 1, 128));
        subject.end();
        return new Request.RequestCreate(
                site(params),
                made(params, "application", 1, 64, "._-"),
                params.text("algorithm", 1, 64),
                holder,
                params.optionalText("storage", 1, 128),
                params.has("replaces") ? sha256(params, "replaces") : null,
                params.has("request") ? Der.decode("params.request", params.text("request", 1, Der.MAX_TEXT)) : null);
    }

    private static Request documentSign(Fields params) throws JsonException {
        Request.DocumentKind kind = switch (params.text("kind", 1, 64)) {
            case "statement" -> Request.DocumentKind.STATEMENT;
            case "receipt" -> Request.DocumentKind.RECEIPT;
            default -> throw params.wrong("kind", "not statement or receipt");
        };
        if (params.has("renewal") && kind != Request.DocumentKind.RECEIPT) {
            throw params.wrong("renewal", "with receipt only");
        }
        return new Request.DocumentSign(
                site(params),
                kind,
                params.text("title", 1, 200),
                params.text("text", 1, MAX_TEXT),
                sha256(params, "certificate"),
                params.has("renewal") ? renewal(params) : null);
    }

    private static Request certificateInstall(Fields params) throws JsonException {
        List<Der> chain = new ArrayList<>();
        if (!params.has("chain")) {
            throw params.wrong("chain", "missing");
        }
        for (Json item : params.items("chain", MAX_CHAIN)) {
            if (!(item instanceof Json.Text text) || text.value().length() > Der.MAX_TEXT) {
                throw params.wrong("chain", "not an array of base64");
            }
            chain.add(Der.decode("params.chain", text.value()));
        }
        return new Request.CertificateInstall(
                site(params),
                renewal(params),
                Der.decode("params.certificate", params.text("certificate", 1, Der.MAX_TEXT)),
                List.copyOf(chain));
    }

    private static List<String> certificates(Fields params) throws JsonException {
        List<String> certificates = new ArrayList<>();
        for (Json item : params.items("certificates", MAX_ARCHIVED)) {
            if (!(item instanceof Json.Text text) || !isSha256(text.value())) {
                throw params.wrong("certificates", "not an array of 64 lowercase hex digits");
            }
            if (certificates.contains(text.value())) {
                throw params.wrong("certificates", "one stands twice");
            }
            certificates.add(text.value());
        }
        if (certificates.isEmpty()) {
            throw params.wrong("certificates", "missing or empty");
        }
        return List.copyOf(certificates);
    }

    private static Request diagnosticsRun(Fields params) throws JsonException {
        List<String> repair = new ArrayList<>();
        for (Json item : params.items("repair", MAX_REPAIRS)) {
            if (!(item instanceof Json.Text text)
                    || text.value().isEmpty()
                    || text.value().length() > MAX_CHECK_ID) {
                throw params.wrong("repair", "not an array of ids");
            }
            repair.add(text.value());
        }
        Boolean bundle = params.optionalTruth("bundle");
        return new Request.DiagnosticsRun(site(params), List.copyOf(repair), bundle != null && bundle);
    }

    private static Request documentDecrypt(Fields params) throws JsonException {
        Site site = site(params);
        String cursor = cursor(params);
        if (cursor == null) {
            String message = params.text("message", 1, JsonText.MAX_STRING_LENGTH);
            return new Request.DocumentDecrypt(site, Der.decode("params.message", message), null);
        }
        if (params.has("message")) {
            throw params.wrong("cursor", "beside a message");
        }
        return new Request.DocumentDecrypt(site, null, cursor);
    }

    private static Site site(Fields params) throws JsonException {
        Fields site = params.object("site");
        Site decoded = new Site(site.text("origin", 1, 512), site.text("document", 1, 64));
        site.end();
        return decoded;
    }

    private static String renewal(Fields params) throws JsonException {
        return made(params, "renewal", 1, 64, "-_");
    }

    private static @Nullable String cursor(Fields params) throws JsonException {
        return params.has("cursor") ? made(params, "cursor", 1, 128, "-_") : null;
    }

    private static String sha256(Fields params, String key) throws JsonException {
        String value = params.text(key, 64, 64);
        if (!isSha256(value)) {
            throw params.wrong(key, "not 64 lowercase hex digits");
        }
        return value;
    }

    private static boolean isSha256(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.digit(value.charAt(i), 16) < 0 || value.charAt(i) > 'f' || isUpper(value.charAt(i))) {
                return false;
            }
        }
        return value.length() == 64;
    }

    private static String made(Fields params, String key, int min, int max, String besides) throws JsonException {
        String value = params.text(key, min, max);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || isUpper(c);
            if (!alphanumeric && besides.indexOf(c) < 0) {
                throw params.wrong(key, "a character that is not allowed");
            }
        }
        return value;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static @Nullable String oneOf(Fields params, String key, List<String> names) throws JsonException {
        String value = params.optionalText(key, 1, 64);
        if (value != null && !names.contains(value)) {
            throw params.wrong(
                    key, "not one of ".concat(String.join(", ", names)).toLowerCase(Locale.ROOT));
        }
        return value;
    }

    /** Loaded only where it is needed. */
    private static final class Constants {
        static final List<String> OPERATIONS =
                List.of("certificates", "storages", "renew", "sign", "backup", "decrypt", "workstation", "diagnostics");
    }
}
