// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.personalstore.nss.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;
import java.util.List;
import java.util.Optional;

/** The functions of libnss3 that are needed, as interfaces. An int is a SECStatus (0 is success) or a PRBool. */
@SuppressWarnings("restricted") // Native access is granted by the start command.
final class NssLibrary {
    /** By the system's search, then where distributions put what a browser brings along. */
    private static final List<String> NAMES = List.of(
            "libnss3.so",
            "/usr/lib/x86_64-linux-gnu/libnss3.so",
            "/usr/lib/aarch64-linux-gnu/libnss3.so",
            "/usr/lib64/libnss3.so",
            "/usr/lib/libnss3.so",
            "/usr/lib/x86_64-linux-gnu/nss/libnss3.so");

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    final Five initialize;
    final None shutdown;
    final Address internalKeySlot;
    final Address defaultCertDb;
    final One needLogin;
    final One needUserInit;
    final Two checkUserPassword;
    final Three initPin;
    final ImportKey importKey;
    final NewCertificate newTempCertificate;
    final ImportCertificate importCertificate;
    final Find findCertificate;
    final Find findKeyByCertificate;
    final One signatureLength;
    final Three sign;
    final FindByDer findByDer;
    final Two certificateTrust;
    final Three changeTrust;
    final One deleteCertificate;
    final Free freeKey;
    final Free freeCertificate;
    final Free freeSlot;
    final None error;

    private NssLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        initialize = bind("NSS_Initialize", Five.class, ints(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
        shutdown = bind("NSS_Shutdown", None.class, ints());
        internalKeySlot = bind("PK11_GetInternalKeySlot", Address.class, FunctionDescriptor.of(ADDRESS));
        defaultCertDb = bind("CERT_GetDefaultCertDB", Address.class, FunctionDescriptor.of(ADDRESS));
        needLogin = bind("PK11_NeedLogin", One.class, ints(ADDRESS));
        needUserInit = bind("PK11_NeedUserInit", One.class, ints(ADDRESS));
        checkUserPassword = bind("PK11_CheckUserPassword", Two.class, ints(ADDRESS, ADDRESS));
        initPin = bind("PK11_InitPin", Three.class, ints(ADDRESS, ADDRESS, ADDRESS));
        importKey = bind(
                "PK11_ImportDERPrivateKeyInfoAndReturnKey",
                ImportKey.class,
                ints(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        newTempCertificate = bind(
                "CERT_NewTempCertificate",
                NewCertificate.class,
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
        importCertificate =
                bind("PK11_ImportCert", ImportCertificate.class, ints(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT));
        findCertificate = bind("PK11_FindCertFromDERCertItem", Find.class, addresses());
        findKeyByCertificate = bind("PK11_FindKeyByDERCert", Find.class, addresses());
        signatureLength = bind("PK11_SignatureLen", One.class, ints(ADDRESS));
        sign = bind("PK11_Sign", Three.class, ints(ADDRESS, ADDRESS, ADDRESS));
        findByDer = bind("CERT_FindCertByDERCert", FindByDer.class, FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        certificateTrust = bind("CERT_GetCertTrust", Two.class, ints(ADDRESS, ADDRESS));
        changeTrust = bind("CERT_ChangeCertTrust", Three.class, ints(ADDRESS, ADDRESS, ADDRESS));
        deleteCertificate = bind("SEC_DeletePermCertificate", One.class, ints(ADDRESS));
        freeKey = bind("SECKEY_DestroyPrivateKey", Free.class, FunctionDescriptor.ofVoid(ADDRESS));
        freeCertificate = bind("CERT_DestroyCertificate", Free.class, FunctionDescriptor.ofVoid(ADDRESS));
        freeSlot = bind("PK11_FreeSlot", Free.class, FunctionDescriptor.ofVoid(ADDRESS));
        error = bind("PORT_GetError", None.class, ints());
    }

    /** The library, where there is one. */
    static Optional<NssLibrary> load() {
        for (String name : NAMES) {
            try {
                return Optional.of(new NssLibrary(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException e) {
                // Not there, or for another processor: the next one.
            }
        }
        return Optional.empty();
    }

    private <F> F bind(String name, Class<F> type, FunctionDescriptor descriptor) {
        MemorySegment symbol =
                symbols.find(name).orElseThrow(() -> new IllegalArgumentException("this NSS has no " + name));
        return MethodHandleProxies.asInterfaceInstance(type, linker.downcallHandle(symbol, descriptor));
    }

    private static FunctionDescriptor ints(MemoryLayout... arguments) {
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }

    private static FunctionDescriptor addresses() {
        return FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    }

    /** Nothing to an int. */
    @FunctionalInterface
    public interface None {
        int call();
    }

    /** Nothing to an address. */
    @FunctionalInterface
    public interface Address {
        MemorySegment call();
    }

    /** An address to an int. */
    @FunctionalInterface
    public interface One {
        int call(MemorySegment one);
    }

    /** Two addresses to an int. */
    @FunctionalInterface
    public interface Two {
        int call(MemorySegment one, MemorySegment two);
    }

    /** Three addresses to an int. */
    @FunctionalInterface
    public interface Three {
        int call(MemorySegment one, MemorySegment two, MemorySegment three);
    }

    /** NSS_Initialize. */
    @FunctionalInterface
    public interface Five {
        int call(
                MemorySegment folder,
                MemorySegment certPrefix,
                MemorySegment keyPrefix,
                MemorySegment modules,
                int flags);
    }

    /** PK11_ImportDERPrivateKeyInfoAndReturnKey. */
    @FunctionalInterface
    public interface ImportKey {
        int call(
                MemorySegment slot,
                MemorySegment pkcs8,
                MemorySegment name,
                MemorySegment publicValue,
                int permanent,
                int hidden,
                int usage,
                MemorySegment key,
                MemorySegment context);
    }

    /** CERT_NewTempCertificate. */
    @FunctionalInterface
    public interface NewCertificate {
        MemorySegment call(MemorySegment database, MemorySegment der, MemorySegment name, int permanent, int copied);
    }

    /** PK11_ImportCert. */
    @FunctionalInterface
    public interface ImportCertificate {
        int call(MemorySegment slot, MemorySegment certificate, long key, MemorySegment name, int trusted);
    }

    /** Slot, what is known, context: to what is found, or NULL. */
    @FunctionalInterface
    public interface Find {
        MemorySegment call(MemorySegment slot, MemorySegment known, MemorySegment context);
    }

    /** Database and DER: to what is found, or NULL. */
    @FunctionalInterface
    public interface FindByDer {
        MemorySegment call(MemorySegment database, MemorySegment der);
    }

    /** Frees something. */
    @FunctionalInterface
    public interface Free {
        void call(MemorySegment what);
    }
}
