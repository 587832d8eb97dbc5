// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.accounts.Account;
import org.obnova.demo.accounts.Accounts;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** An account for each phone of the prepared people, in memory. */
final class PreparedAccounts implements Accounts {
    static final String EMAIL = "anna@example.ru";
    static final String PASSWORD = "сорок два верблюда";
    /** No account has it yet. */
    static final Phone SPARE = new Phone("+79000000007");

    private final PreparedPeople people;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    PreparedAccounts(PreparedPeople people) {
        this.people = people;
    }

    @Override
    public Account byPhone(Phone phone) {
        Holder holder = people.byPhone(phone).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.CODE_WRONG, "nobody"));
        return byHolder(holder);
    }

    @Override
    public Account byHolder(Holder holder) {
        return accounts.computeIfAbsent(
                holder.id(),
                id -> new Account(
                        "account-" + id, holder.subject().commonName(), id, null, List.of(holder.phone()), 0));
    }

    @Override
    public Account byPassword(String email, String password) {
        if (!email.equals(EMAIL) || !password.equals(PASSWORD)) {
            throw new Problem(ProblemCode.LOGIN_REFUSED, "wrong");
        }
        return byHolder(PreparedPeople.ANNA);
    }

    @Override
    public Optional<Account> find(String id) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Holder> served(Account account) {
        List<Holder> served = new ArrayList<>();
        people.byId(String.valueOf(account.holder())).ifPresent(served::add);
        account.phones().stream()
                .flatMap(phone -> people.byPhone(phone).stream())
                .filter(holder -> !served.contains(holder))
                .forEach(served::add);
        return served;
    }

    @Override
    public boolean knows(Phone phone) {
        return !people.byPhone(phone).isEmpty();
    }

    @Override
    public CodeSent provePhone(Account account, Phone phone) {
        Instant now = PreparedPeople.NOW;
        return new CodeSent(Message.Kind.CALL, 4, now.plusSeconds(120), now.plusSeconds(600));
    }

    @Override
    public Account addPhone(Account account, Phone phone, String code) {
        if (!code.equals(PreparedSites.CODE)) {
            throw new Problem(ProblemCode.CODE_WRONG, "wrong");
        }
        List<Phone> phones = new ArrayList<>(account.phones());
        phones.add(phone);
        return keep(account, account.email(), phones, account.generation());
    }

    @Override
    public Account removePhone(Account account, Phone phone) {
        List<Phone> phones = new ArrayList<>(account.phones());
        phones.remove(phone);
        if (phones.isEmpty()) {
            throw new Problem(ProblemCode.LAST_PHONE, "last");
        }
        return keep(account, account.email(), phones, account.generation() + 1);
    }

    @Override
    public Account changePassword(Account account, String current, String email, String fresh) {
        if (fresh.length() < 10) {
            throw new Problem(ProblemCode.PASSWORD_WEAK, "short");
        }
        return keep(account, email, account.phones(), account.generation() + 1);
    }

    private Account keep(Account account, @Nullable String email, List<Phone> phones, int generation) {
        Account kept = new Account(account.id(), account.name(), account.holder(), email, phones, generation);
        accounts.put(String.valueOf(account.holder()), kept);
        return kept;
    }
}
