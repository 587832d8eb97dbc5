// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.messaging;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obnova.host.json.JsonWriter;

/** The results of {@link Request.Work}. */
public sealed interface WorkResult extends Result
        permits ArchiveResult,
                WorkstationResult,
                CareResult,
                WorkResult.Sites,
                WorkResult.Consents,
                WorkResult.Revoked,
                WorkResult.Certificates,
                WorkResult.Storages,
                WorkResult.RequestMade,
                WorkResult.Signed,
                WorkResult.Installed,
                WorkResult.Published,
                WorkResult.Copied,
                WorkResult.Imported,
                WorkResult.Exported,
                WorkResult.PasswordChanged,
                WorkResult.Renewals,
                WorkResult.Abandoned,
                WorkResult.PinChanged {
    /** Of {@code sites.list}. */
    record Sites(List<Site> sites, boolean locked) implements WorkResult {
        /**
         * One site.
         *
         * @param own whether the person added it, and may remove it
         */
        public record Site(
                String origin, String name, @Nullable String renewalUrl, boolean own) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("sites");
            for (Site site : sites) {
                out.writeStartObject();
                out.writeStringField("origin", site.origin());
                out.writeStringField("name", site.name());
                writeOptional(out, "renewalUrl", site.renewalUrl());
                if (site.own()) {
                    out.writeBooleanField("own", true);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            if (locked) {
                out.writeBooleanField("locked", true);
            }
        }
    }

    /** Of {@code consents.list}. */
    record Consents(List<Consent> consents) implements WorkResult {
        /** One consent. */
        public record Consent(String origin, String operation, Instant given) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("consents");
            for (Consent consent : consents) {
                out.writeStartObject();
                out.writeStringField("origin", consent.origin());
                out.writeStringField("operation", consent.operation());
                writeTime(out, "given", consent.given());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    /** Of {@code consents.revoke}. */
    record Revoked(int revoked) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeNumberField("revoked", revoked);
        }
    }

    /** Of {@code certificates.list}. */
    record Certificates(
            List<Certificate> certificates, @Nullable String next) implements WorkResult {
        /** One certificate. */
        public record Certificate(
                String sha256,
                Der certificate,
                String storage,
                String storageLabel,
                String algorithm,
                Instant notBefore,
                Instant notAfter,
                String subject) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("certificates");
            for (Certificate certificate : certificates) {
                out.writeStartObject();
                out.writeStringField("sha256", certificate.sha256());
                out.writeStringField("certificate", certificate.certificate().base64());
                out.writeStringField("storage", certificate.storage());
                out.writeStringField("storageLabel", certificate.storageLabel());
                out.writeStringField("algorithm", certificate.algorithm());
                writeTime(out, "notBefore", certificate.notBefore());
                writeTime(out, "notAfter", certificate.notAfter());
                out.writeStringField("subject", certificate.subject());
                out.writeEndObject();
            }
            out.writeEndArray();
            writeOptional(out, "next", next);
        }
    }

    /** Of {@code storages.list}. */
    record Storages(List<Storage> storages, List<NotListed> notListed) implements WorkResult {
        /**
         * One medium; the kind and the state are wire names.
         *
         * @param token null for other media
         */
        public record Storage(
                String id,
                String kind,
                String label,
                String state,
                @Nullable Token token) {}

        /** What only tokens have; all but the numbers are wire names. */
        public record Token(
                String product,
                String manner,
                String pin,
                int pinEntriesLeast,
                int pinEntriesMost,
                List<String> algorithms) {}

        /** What cannot be used; the reason is a wire name. */
        public record NotListed(String name, String reason, String message, String hint) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("storages");
            for (Storage storage : storages) {
                out.writeStartObject();
                out.writeStringField("id", storage.id());
                out.writeStringField("kind", storage.kind());
                out.writeStringField("label", storage.label());
                out.writeStringField("state", storage.state());
                Token token = storage.token();
                if (token != null) {
                    write(out, token);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("notListed");
            for (NotListed each : notListed) {
                out.writeStartObject();
                out.writeStringField("name", each.name());
                out.writeStringField("reason", each.reason());
                out.writeStringField("message", each.message());
                out.writeStringField("hint", each.hint());
                out.writeEndObject();
            }
            out.writeEndArray();
        }

        private static void write(JsonWriter out, Token token) throws IOException {
            out.writeStringField("product", token.product());
            out.writeStringField("manner", token.manner());
            out.writeStringField("pin", token.pin());
            out.writeObjectFieldStart("pinEntries");
            out.writeNumberField("least", token.pinEntriesLeast());
            out.writeNumberField("most", token.pinEntriesMost());
            out.writeEndObject();
            out.writeArrayFieldStart("algorithms");
            for (String algorithm : token.algorithms()) {
                out.writeString(algorithm);
            }
            out.writeEndArray();
        }
    }

    /**
     * Of {@code request.create} and {@code renewal.resume}.
     *
     * @param state only where it was asked for
     * @param request null where the renewal is past it
     */
    record RequestMade(
            String renewal,
            @Nullable String state,
            @Nullable Der request,
            String storage,
            String storageLabel) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("renewal", renewal);
            writeOptional(out, "state", state);
            writeOptional(out, "request", request == null ? null : request.base64());
            out.writeStringField("storage", storage);
            out.writeStringField("storageLabel", storageLabel);
        }
    }

    /**
     * Of {@code document.sign} and {@code authentication.sign}.
     *
     * @param text what the host itself built, else null
     */
    record Signed(@Nullable String text, Der signature, Der certificate) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            writeOptional(out, "text", text);
            out.writeStringField("signature", signature.base64());
            out.writeStringField("certificate", certificate.base64());
        }
    }

    /** Of {@code certificate.install}. */
    record Installed(String sha256, String storage, String storageLabel, Instant notAfter) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("sha256", sha256);
            out.writeStringField("storage", storage);
            out.writeStringField("storageLabel", storageLabel);
            writeTime(out, "notAfter", notAfter);
        }
    }

    /** Of {@code certificate.publish}. */
    record Published(List<Store> stores) implements WorkResult {
        /**
         * One program; the state is a wire name.
         *
         * @param message where the state needs one
         */
        public record Store(
                String name, String state, @Nullable String message) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("stores");
            for (Store store : stores) {
                out.writeStartObject();
                out.writeStringField("name", store.name());
                out.writeStringField("state", store.state());
                writeOptional(out, "message", store.message());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    /** Of {@code container.copy}: a copy that was not verified is an error, so there is no such result. */
    record Copied(String storageLabel) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("storageLabel", storageLabel);
            out.writeBooleanField("verified", true);
        }
    }

    /** Of {@code container.import}; the certificate is null where the key has none yet. */
    record Imported(@Nullable String certificate, String storage, String storageLabel, String label, boolean copied)
            implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            writeOptional(out, "certificate", certificate);
            out.writeStringField("storage", storage);
            out.writeStringField("storageLabel", storageLabel);
            out.writeStringField("label", label);
            out.writeBooleanField("copied", copied);
        }
    }

    /** Of {@code container.export}; the format is a wire name. A file that was not verified is an error, so there is no such result. */
    record Exported(String fileName, String format) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeStringField("fileName", fileName);
            out.writeStringField("format", format);
            out.writeBooleanField("verified", true);
        }
    }

    /** Of {@code password.change}: it is done, else there is an error. */
    record PasswordChanged() implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeBooleanField("changed", true);
        }
    }

    /** Of {@code renewal.list}. */
    record Renewals(List<Renewal> renewals, @Nullable String next) implements WorkResult {
        /** One renewal; the state and the algorithm are wire names. */
        public record Renewal(
                String renewal,
                String application,
                String state,
                String algorithm,
                @Nullable String storage,
                @Nullable String storageLabel,
                Instant updated,
                @Nullable Der request,
                @Nullable String certificate,
                boolean keyMissing) {}

        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeArrayFieldStart("renewals");
            for (Renewal renewal : renewals) {
                out.writeStartObject();
                out.writeStringField("renewal", renewal.renewal());
                out.writeStringField("application", renewal.application());
                out.writeStringField("state", renewal.state());
                out.writeStringField("algorithm", renewal.algorithm());
                writeOptional(out, "storage", renewal.storage());
                writeOptional(out, "storageLabel", renewal.storageLabel());
                writeTime(out, "updated", renewal.updated());
                Der request = renewal.request();
                writeOptional(out, "request", request == null ? null : request.base64());
                writeOptional(out, "certificate", renewal.certificate());
                if (renewal.keyMissing()) {
                    out.writeBooleanField("keyMissing", true);
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            writeOptional(out, "next", next);
        }
    }

    /**
     * Of {@code renewal.abandon}.
     *
     * @param key {@code removed}, {@code kept} or {@code none}
     */
    record Abandoned(String key) implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeBooleanField("abandoned", true);
            out.writeStringField("key", key);
        }
    }

    /** Of {@code pin.change}: it is done, else there is an error. */
    record PinChanged() implements WorkResult {
        @Override
        public void writeFields(JsonWriter out) throws IOException {
            out.writeBooleanField("changed", true);
        }
    }

    /** Writes a field that may be left out. */
    static void writeOptional(JsonWriter out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    /** Writes a time as RFC 3339 with whole seconds. */
    static void writeTime(JsonWriter out, String name, Instant time) throws IOException {
        out.writeStringField(name, time.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
