// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.folder.v1.ContainerCodec;
import org.obnova.host.storage.folder.v1.Content;
import org.obnova.host.task.Language;

/**
 * Sees to containers that interruptions left without an index: whole ones get theirs, for a key could be nowhere else; one of which no generation has all its
 * parts opens for nobody and is taken away, which the log tells. The caller holds the token's lock and a login.
 */
final class Leftovers {
    private static final int LONGEST_LABEL = 200;

    private final TokenStorage storage;
    private final Stay stay;
    private final ContainerObjects objects;
    private final ContainerCodec codec = new ContainerCodec();

    Leftovers(TokenStorage storage, Stay stay) {
        this.storage = storage;
        this.stay = stay;
        this.objects = new ContainerObjects(storage, stay);
    }

    /** Those that were completed. One that cannot be is left as it is, and keeps nobody from writing. */
    List<ContainerIndex> complete(Language language) {
        List<ContainerIndex> completed = new ArrayList<>();
        try (KeptObjects all = objects.all()) {
            for (String id : all.untold()) {
                try {
                    complete(id, all, language).ifPresent(completed::add);
                } catch (Fault e) {
                    if (isOfTheToken(e)) {
                        throw e; // The next call would fail as well, and its error would not name the cause.
                    }
                    storage.room().log().failed("container on token", e);
                }
            }
        }
        return completed;
    }

    private static boolean isOfTheToken(Fault e) {
        return switch (e.code()) {
            case TOKEN_REMOVED, DRIVER_CRASHED, DRIVER_HANGS, DRIVER_FAILED, CANCELLED -> true;
            default -> false;
        };
    }

    private Optional<ContainerIndex> complete(String id, KeptObjects all, Language language) {
        List<ContainerPart> parts = all.parts(id);
        for (ContainerPart each : parts) { // Newest first: the one before a torn generation may be whole.
            Optional<byte[]> octets = all.assembled(id, each.generation());
            if (octets.isPresent()) {
                return Optional.of(complete(each, octets.get(), language));
            }
        }
        Fault torn = new Fault(ErrorCode.CONTAINER_DAMAGED, "parts of a container that was never completed");
        storage.room().log().failed("container on token", torn);
        if (parts.stream().allMatch(each -> lacksParts(each, parts))) {
            objects.takeAway(all.handles(each -> each.isOf(id)));
        }
        return Optional.empty();
    }

    /** Where all are there and do not fit, the fault may be the reading's: such parts stay. */
    private static boolean lacksParts(ContainerPart one, List<ContainerPart> all) {
        return all.stream()
                        .filter(each -> each.generation() == one.generation())
                        .map(ContainerPart::number)
                        .distinct()
                        .count()
                < one.parts();
    }

    private ContainerIndex complete(ContainerPart one, byte[] octets, Language language) {
        try {
            Content content = codec.inspect(octets);
            ContainerIndex index = ContainerIndex.of(
                    one.id(), one.generation(), shown(content.label()), content.publicKey(), one.parts(), octets);
            if (!content.chain().isEmpty()) {
                new CertificateObjects(storage, stay)
                        .write(HexFormat.of().parseHex(one.id()), content.chain(), language);
            }
            objects.commit(index);
            if (!objects.tells(index)) {
                throw new Fault(ErrorCode.CONTAINER_DAMAGED, "the index that was written is not on the token");
            }
            return index;
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** A label as an index tells it. */
    static String shown(String label) {
        return label.length() <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL / 2));
    }
}
