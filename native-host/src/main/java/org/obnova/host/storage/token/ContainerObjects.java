// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.wire.Attribute;
import org.obnova.host.storage.token.wire.Call;
import org.obnova.host.storage.token.wire.Found;

/**
 * Containers as data objects. Somebody is logged in, and the caller holds the token's lock. First all parts of a new generation are written, then the index
 * that makes it count, and only then what was before is taken away: an interruption anywhere leaves the old one whole or the new one complete.
 */
final class ContainerObjects {
    /** CKA_APPLICATION of all our objects. */
    static final String APPLICATION = "Obnova";

    /** Octets of a part's head and of the attributes beside the value. */
    private static final int LEAST_ROOM = 128;

    private final TokenStorage storage;
    private final Stay stay;

    ContainerObjects(TokenStorage storage, Stay stay) {
        this.storage = storage;
        this.stay = stay;
    }

    /** A data object of ours. */
    record Kept(long handle, Optional<ContainerPart> part, Optional<ContainerIndex> index) {
        boolean isOf(String id) {
            return part.map(ContainerPart::id)
                    .or(() -> index.map(ContainerIndex::id))
                    .orElse("")
                    .equals(id);
        }

        int generation() {
            return part.map(ContainerPart::generation)
                    .or(() -> index.map(ContainerIndex::generation))
                    .orElse(0);
        }
    }

    /** All data objects of ours, newest generations first. */
    List<Kept> all() {
        List<Attribute> template =
                List.of(Attribute.of(Cka.CLASS, Cka.DATA), Attribute.of(Cka.APPLICATION, APPLICATION));
        List<Kept> all = new ArrayList<>();
        for (Found each : stay.find(template, List.of(Cka.VALUE))) {
            byte[] value = each.octets(Cka.VALUE).orElse(new byte[0]);
            all.add(new Kept(each.handle(), ContainerPart.read(value), ContainerIndex.read(value)));
            Arrays.fill(value, (byte) 0);
        }
        all.sort(Comparator.comparingInt(Kept::generation).reversed());
        return all;
    }

    /** Into how many parts so many octets are split. */
    int parts(int length) {
        int most = storage.profile().largestObject() - LEAST_ROOM;
        return (length + most - 1) / most;
    }

    /** Writes the parts of a generation that does not count yet. What was written is taken away again where one fails and the token still answers. */
    void writeParts(ContainerIndex index, byte[] container) {
        int each = (container.length + index.parts() - 1) / index.parts();
        List<Long> written = new ArrayList<>();
        try {
            for (int i = 0; i < index.parts(); i++) {
                byte[] octets = Arrays.copyOfRange(container, i * each, Math.min(container.length, (i + 1) * each));
                written.add(create(
                        true,
                        "Obnova " + index.id().substring(0, 8) + " " + (i + 1) + "/" + index.parts(),
                        new ContainerPart(index.id(), index.generation(), i, index.parts(), index.sha256(), octets)
                                .write()));
            }
        } catch (Fault e) {
            takeAway(written);
            throw e;
        }
    }

    /** From here on the generation counts. */
    void commit(ContainerIndex index) {
        create(false, "Obnova: " + index.label(), index.write());
    }

    /**
     * The container of this index.
     *
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    byte[] read(ContainerIndex index) {
        return assembled(index.id(), index.generation(), all())
                .filter(octets -> ContainerIndex.digest(octets).equals(index.sha256()))
                .orElseThrow(
                        () -> new Fault(ErrorCode.CONTAINER_DAMAGED, "parts of the container are not on the token"));
    }

    /** The octets of a generation; empty while parts are missing or their digest does not fit. */
    static Optional<byte[]> assembled(String id, int generation, List<Kept> objects) {
        List<ContainerPart> parts = objects.stream()
                .flatMap(each -> each.part().stream())
                .filter(each -> each.id().equals(id) && each.generation() == generation)
                .sorted(Comparator.comparingInt(ContainerPart::number))
                .toList();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).number() != i || parts.get(i).parts() != parts.size()) {
                return Optional.empty();
            }
            whole.writeBytes(parts.get(i).octets());
        }
        byte[] octets = whole.toByteArray();
        return !parts.isEmpty()
                        && ContainerIndex.digest(octets).equals(parts.getFirst().sha256())
                ? Optional.of(octets)
                : Optional.empty();
    }

    /** Takes away the other generations of a container whose newest counts. */
    void dropOthers(ContainerIndex index) {
        takeAway(all().stream()
                .filter(each -> each.isOf(index.id()) && each.generation() != index.generation())
                .map(Kept::handle)
                .toList());
    }

    /** Takes objects away as far as the token lets us: what stays is known by its generation and goes the next time. */
    void takeAway(List<Long> handles) {
        try {
            for (long handle : handles) {
                stay.must(slot -> new Call.DestroyObject(slot, handle));
            }
        } catch (Fault e) {
            storage.room().log().failed("leftovers on token", e);
        }
    }

    private long create(boolean hidden, String label, byte[] value) {
        List<Attribute> template = List.of(
                Attribute.of(Cka.CLASS, Cka.DATA),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.PRIVATE, hidden),
                Attribute.of(Cka.APPLICATION, APPLICATION),
                Attribute.of(Cka.LABEL, label),
                Attribute.of(Cka.VALUE, value));
        try {
            return stay.must(slot -> new Call.CreateObject(slot, template));
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }
}
