// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * The CA's rules of media (S28). A medium that no rule names is allowed.
 *
 * @param products names of tokens by vendor profile; every product that a rule names has one
 * @param serviceCentreOnly products whose certificates only a service centre issues
 * @param only for a use, the products that are accepted, and nothing else; not listed: everything
 */
public record MediaRules(
        Map<String, Name> products, Set<String> serviceCentreOnly, Map<CertificateUse, List<String>> only) {
    private static final Pattern PRODUCT = Pattern.compile("[a-z0-9-]{1,64}");

    /** What people call a product. */
    public record Name(String ru, String en) {
        public Name {
            if (ru.isBlank() || en.isBlank()) {
                throw new IllegalArgumentException("a product without a name");
            }
        }
    }

    public MediaRules {
        products = Map.copyOf(products);
        serviceCentreOnly = Set.copyOf(serviceCentreOnly);
        only = Map.copyOf(only);
        for (String product : products.keySet()) {
            require(PRODUCT.matcher(product).matches(), "no name of a product: " + product);
        }
        Set<String> named = new TreeSet<>(serviceCentreOnly);
        for (List<String> accepted : only.values()) {
            require(!accepted.isEmpty(), "a use for which nothing fits");
            require(Set.copyOf(accepted).size() == accepted.size(), "a product twice");
            for (String product : accepted) {
                require(!serviceCentreOnly.contains(product), "both accepted and not: " + product);
                named.add(product);
            }
        }
        require(products.keySet().containsAll(named), "products without names among " + named);
    }

    /** The products that are accepted for that use; empty where everything is. */
    public List<String> accepted(CertificateUse use) {
        return only.getOrDefault(use, List.of());
    }

    /**
     * Refuses a medium on which a certificate for that use may not lie.
     *
     * @param medium null where the person leaves the choice to the window of the host
     * @throws Problem MEDIUM_NOT_ALLOWED
     */
    public void check(CertificateUse use, @Nullable Medium medium) {
        @Nullable String product = medium == null ? null : medium.product();
        if (product != null && serviceCentreOnly.contains(product)) {
            throw new Problem(ProblemCode.MEDIUM_NOT_ALLOWED, "only through a service centre");
        }
        List<String> accepted = accepted(use);
        if (!accepted.isEmpty()
                && Optional.ofNullable(product).filter(accepted::contains).isEmpty()) {
            throw new Problem(ProblemCode.MEDIUM_NOT_ALLOWED, "not among those that this use accepts");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
