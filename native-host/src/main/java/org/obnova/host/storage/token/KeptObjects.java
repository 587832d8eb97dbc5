// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The data objects of ours as they were read, newest generations first. Parts hold keys: they are wiped when this is closed. */
record KeptObjects(List<Kept> all) implements AutoCloseable {
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

    KeptObjects {
        all = all.stream()
                .sorted(Comparator.comparingInt(Kept::generation).reversed())
                .toList();
    }

    /** The handles of those for which this holds. */
    List<Long> handles(Predicate<Kept> wanted) {
        return all.stream().filter(wanted).map(Kept::handle).toList();
    }

    /** The parts of a container, newest generations first. */
    List<ContainerPart> parts(String id) {
        return all.stream()
                .flatMap(each -> each.part().stream())
                .filter(each -> each.id().equals(id))
                .toList();
    }

    /** The indexes. */
    Stream<ContainerIndex> indexes() {
        return all.stream().flatMap(each -> each.index().stream());
    }

    /** The ids of containers that no index tells of. */
    Set<String> untold() {
        Set<String> unknown = new LinkedHashSet<>();
        all.forEach(each -> each.part().ifPresent(part -> unknown.add(part.id())));
        indexes().forEach(each -> unknown.remove(each.id()));
        return unknown;
    }

    /** The octets of a generation, which the caller wipes; empty while parts are missing or their digest does not fit. */
    Optional<byte[]> assembled(String id, int generation) {
        List<ContainerPart> parts = parts(id).stream()
                .filter(each -> each.generation() == generation)
                .sorted(Comparator.comparingInt(ContainerPart::number))
                .toList();
        byte[] whole =
                new byte[parts.stream().mapToInt(each -> each.octets().length).sum()];
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            ContainerPart part = parts.get(i);
            if (part.number() != i || part.parts() != parts.size()) {
                Arrays.fill(whole, (byte) 0);
                return Optional.empty();
            }
            System.arraycopy(part.octets(), 0, whole, at, part.octets().length);
            at += part.octets().length;
        }
        if (!parts.isEmpty()
                && ContainerIndex.digest(whole).equals(parts.getFirst().sha256())) {
            return Optional.of(whole);
        }
        Arrays.fill(whole, (byte) 0);
        return Optional.empty();
    }

    @Override
    public void close() {
        all.forEach(each -> each.part().ifPresent(part -> Arrays.fill(part.octets(), (byte) 0)));
    }
}
