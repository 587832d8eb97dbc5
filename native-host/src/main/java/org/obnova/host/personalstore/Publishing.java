// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.obnova.host.certificate.Holder;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.keys.DeviceKeys;
import org.obnova.host.keys.SoftwareKey;
import org.obnova.host.storage.KeyContainer;
import org.obnova.host.storage.Purpose;
import org.obnova.host.storage.Storages;
import org.obnova.host.task.Step;
import org.obnova.host.task.Task;

/** Gives a certificate with its key to the person's other programs. */
public final class Publishing {
    private final Storages storages;
    private final Supplier<List<PersonalStore>> stores;
    private final PublishPrompt prompt;

    /**
     * Of what lies on these media.
     *
     * @param stores those that are there now
     */
    public Publishing(Storages storages, Supplier<List<PersonalStore>> stores, PublishPrompt prompt) {
        this.storages = storages;
        this.stores = stores;
        this.prompt = prompt;
    }

    /**
     * Copies certificate and key to the programs that the person ticks. What one program refuses keeps no other from having them.
     *
     * @param certificateSha256 64 lower-case hex digits
     * @param renewed whether the renewal of the site that asks has installed it
     * @return one for each program; of several stores of one program the worst
     * @throws Fault {@code CONTAINER_NOT_FOUND}, {@code PERSONAL_STORE_NOT_FOUND}, {@code CANCELLED}, those of media and containers
     */
    public List<Published> publish(Task task, String certificateSha256, boolean renewed) {
        KeyContainer container = storages.containerOf(certificateSha256)
                .orElseThrow(() -> storages.missing(ErrorCode.CONTAINER_NOT_FOUND, "no medium holds this certificate"));
        List<PersonalStore> found = stores.get();
        if (found.isEmpty()) {
            throw new Fault(ErrorCode.PERSONAL_STORE_NOT_FOUND, "no program with a store of certificates");
        }
        Fault unfit = unfit(container);
        if (unfit != null) {
            return byProgram(found.stream()
                    .map(each -> new Published(each.program(), PublishState.UNSUPPORTED, unfit))
                    .toList());
        }
        X509CertificateHolder leaf = container.chain().getFirst();
        String holder = Holder.of(leaf).displayName();
        PublishPrompt.Offer offer = new PublishPrompt.Offer(
                holder, leaf.getNotAfter().toInstant(), container.storage().label(task.language()), found, renewed);
        List<PersonalStore> chosen = prompt.choose(task, offer);
        try (SoftwareKey key = container.export(task, Purpose.PUBLISH)) {
            return byProgram(put(task, new Identity(container.chain(), key, holder), chosen));
        }
    }

    /** Why no program can have it; null where programs can. */
    private static @Nullable Fault unfit(KeyContainer container) {
        SubjectPublicKeyInfo key = container.publicKey();
        boolean known = DeviceKeys.kind(key)
                .filter(kind -> kind == DeviceKeys.Kind.EC || kind == DeviceKeys.Kind.RSA)
                .isPresent();
        if (!known) {
            return new Fault(ErrorCode.PERSONAL_STORE_ALGORITHM, "neither EC nor RSA");
        }
        return container.keyMayLeave()
                ? null
                : new Fault(ErrorCode.PERSONAL_STORE_TOKEN_KEY, "the token keeps its keys");
    }

    private List<Published> put(Task task, Identity identity, List<PersonalStore> chosen) {
        List<Published> published = new ArrayList<>();
        for (PersonalStore store : chosen) {
            task.progress(Step.COPY, published.size(), chosen.size());
            published.add(put(task, identity, store));
        }
        task.progress(Step.COPY, chosen.size(), chosen.size());
        return published;
    }

    private Published put(Task task, Identity identity, PersonalStore store) {
        try {
            return new Published(store.program(), store.put(task, identity, prompt), null);
        } catch (Fault e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return new Published(store.program(), PublishState.FAILED, e);
        }
    }

    private static List<Published> byProgram(List<Published> all) {
        Map<String, Published> worst = new LinkedHashMap<>();
        for (Published each : all) {
            worst.merge(each.program(), each, (one, other) -> rank(one) >= rank(other) ? one : other);
        }
        return List.copyOf(worst.values());
    }

    private static int rank(Published published) {
        return switch (published.state()) {
            case ALREADY -> 0;
            case INSTALLED -> 1;
            case UNSUPPORTED -> 2;
            case FAILED -> 3;
        };
    }
}
