// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** All data objects of ours. */
    KeptObjects all() {
        List<Attribute> template =
                List.of(Attribute.of(Cka.CLASS, Cka.DATA), Attribute.of(Cka.APPLICATION, APPLICATION));
        List<KeptObjects.Kept> all = new ArrayList<>();
        for (Found each : stay.find(template, List.of(Cka.VALUE))) {
            byte[] value = each.octets(Cka.VALUE).orElse(new byte[0]);
            all.add(new KeptObjects.Kept(each.handle(), ContainerPart.read(value), ContainerIndex.read(value)));
            Arrays.fill(value, (byte) 0);
        }
        return new KeptObjects(all);
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
                ContainerPart part =
                        new ContainerPart(index.id(), index.generation(), i, index.parts(), index.sha256(), octets);
                byte[] value = part.write();
                Arrays.fill(octets, (byte) 0);
                String label = "Obnova " + index.id().substring(0, 8) + " " + (i + 1) + "/" + index.parts();
                written.add(create(true, label, value));
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
     * The container of this index, which the caller wipes.
     *
     * @throws Fault {@code CONTAINER_DAMAGED}
     */
    byte[] read(ContainerIndex index) {
        try (KeptObjects all = all()) {
            return all.assembled(index.id(), index.generation())
                    .filter(octets -> ContainerIndex.digest(octets).equals(index.sha256()))
                    .orElseThrow(() ->
                            new Fault(ErrorCode.CONTAINER_DAMAGED, "parts of the container are not on the token"));
        }
    }

    /** The highest generation of which there are parts; 0 where there are none. */
    // By the parts, which lie behind the PIN: an index is public, and anybody could have written one of any number.
    int newest(String id) {
        try (KeptObjects all = all()) {
            return all.parts(id).stream()
                    .mapToInt(ContainerPart::generation)
                    .max()
                    .orElse(0);
        }
    }

    /** Whether the index lies there as it was written. */
    boolean tells(ContainerIndex index) {
        try (KeptObjects all = all()) {
            return all.indexes()
                    .anyMatch(each -> each.id().equals(index.id())
                            && each.generation() == index.generation()
                            && each.sha256().equals(index.sha256()));
        }
    }

    /** Takes away what interruptions left above the generation that counts: no index tells of it, and the same key is to be written anew. */
    void dropUncommitted(ContainerIndex counts) {
        try (KeptObjects all = all()) {
            Set<Integer> told = all.indexes()
                    .filter(each -> each.id().equals(counts.id()))
                    .map(ContainerIndex::generation)
                    .collect(Collectors.toSet());
            takeAway(all.handles(each -> each.isOf(counts.id())
                    && each.part().isPresent()
                    && each.generation() > counts.generation()
                    && !told.contains(each.generation())));
        }
    }

    /** Takes away the other generations of a container whose newest counts. */
    void dropOthers(ContainerIndex index) {
        try (KeptObjects all = all()) {
            takeAway(all.handles(each -> each.isOf(index.id()) && each.generation() != index.generation()));
        }
    }

    /** Removes a container. Its indexes go last: whole parts without one would be taken for a container that waits for it. */
    void remove(String id) {
        try (KeptObjects all = all()) {
            List<Long> handles = new ArrayList<>(
                    all.handles(each -> each.isOf(id) && each.part().isPresent()));
            handles.addAll(all.handles(each -> each.isOf(id) && each.part().isEmpty()));
            handles.forEach(this::destroy);
        }
    }

    private void destroy(long handle) {
        stay.must(slot -> new Call.DestroyObject(slot, handle));
    }

    /** Takes away this generation, which counts for nobody. */
    void drop(ContainerIndex index) {
        try (KeptObjects all = all()) {
            takeAway(all.handles(each -> each.isOf(index.id()) && each.generation() == index.generation()));
        }
    }

    /** Takes objects away as far as the token lets us: what stays is known by its generation and goes the next time. */
    void takeAway(List<Long> handles) {
        try {
            handles.forEach(this::destroy);
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
