// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.accounts;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.holders.Holder;
import org.obnova.demo.holders.Holders;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Notices;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.notifications.PhoneCodes;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/** The accounts in the database. */
public final class AccountDirectory implements Accounts {
    private static final int ID_BYTES = 12;
    private static final String NOT_YOU = "Если это сделали не вы, обратитесь в удостоверяющий центр.";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{2,60}");

    private final Database database;
    private final Holders holders;
    private final PhoneCodes codes;
    private final Notices notices;
    private final InstantSource clock;
    private final SecureRandom random;
    private final AccountRepository rows;
    private final Argon2id argon2;
    private final PasswordTries tries;
    /** Compared with where the e-mail is unknown, so that the answer takes as long. */
    private final String nobody;

    /**
     * Accounts in that database.
     *
     * @param codes prove phones that are added
     * @param notices tell people what has changed in their profile
     */
    public AccountDirectory(
            Database database,
            Holders holders,
            PhoneCodes codes,
            Notices notices,
            InstantSource clock,
            SecureRandom random) {
        this.database = database;
        this.holders = holders;
        this.codes = codes;
        this.notices = notices;
        this.clock = clock;
        this.random = random;
        this.rows = new AccountRepository(database);
        this.argon2 = new Argon2id(random);
        this.tries = new PasswordTries(database, clock);
        this.nobody = argon2.hash("nobody");
    }

    @Override
    public Account byPhone(Phone phone) {
        return database.write(handle -> rows.byPhone(phone).map(this::account).orElseGet(() -> {
            if (rows.isRemoved(phone)) {
                throw new Problem(ProblemCode.CODE_WRONG, "its owner removed this phone");
            }
            Holder first = holders.byPhone(phone).stream()
                    .findFirst()
                    .orElseThrow(() -> new Problem(ProblemCode.CODE_WRONG, "nobody is bound to this phone"));
            String id = first.phone().equals(phone) ? ofHolder(first) : made(newId(), null);
            rows.givePhone(id, phone, clock.instant());
            return account(id);
        }));
    }

    @Override
    public Account byHolder(Holder holder) {
        return database.write(handle -> account(ofHolder(holder)));
    }

    @Override
    public Account byPassword(String email, String password) {
        String address = normal(email);
        checkPassword(
                address,
                rows.byEmail(address).map(AccountRepository.Row::password).orElse(null),
                password);
        return rows.byEmail(address)
                .map(this::account)
                .orElseThrow(() -> new Problem(ProblemCode.LOGIN_REFUSED, "the account has changed"));
    }

    private void checkPassword(String address, @Nullable String hash, String password) {
        tries.begin(address);
        boolean right =
                password.length() <= PasswordRule.LONGEST * 2 && argon2.matches(password, hash == null ? nobody : hash);
        if (!right || hash == null) {
            throw tries.refusal(address);
        }
        tries.forget(address);
    }

    @Override
    public Optional<Account> find(String id) {
        return rows.byId(id).map(this::account);
    }

    @Override
    public List<Holder> served(Account account) {
        Map<String, Holder> served = new LinkedHashMap<>();
        Optional.ofNullable(account.holder()).flatMap(holders::byId).ifPresent(own -> served.put(own.id(), own));
        rows.serving(account.id()).stream()
                .flatMap(phone -> holders.byPhone(phone).stream())
                .forEach(holder -> served.putIfAbsent(holder.id(), holder));
        return List.copyOf(served.values());
    }

    @Override
    public boolean knows(Phone phone) {
        return rows.byPhone(phone).isPresent()
                || (!rows.isRemoved(phone) && !holders.byPhone(phone).isEmpty());
    }

    @Override
    public CodeSent provePhone(Account account, Phone phone) {
        return codes.send(account.id(), phone);
    }

    @Override
    public Account addPhone(Account account, Phone phone, String code) {
        codes.use(account.id(), phone, code);
        return database.write(handle -> {
            rows.byPhone(phone)
                    .filter(other -> !other.id().equals(account.id()))
                    .ifPresent(other -> {
                        boolean ofSomebody = other.holder() != null || other.password() != null;
                        if (ofSomebody) {
                            throw new Problem(ProblemCode.PHONE_TAKEN, "in another profile");
                        }
                        rows.givePhone(account.id(), phone, clock.instant());
                        if (!rows.hadPhones(other.id())) {
                            rows.delete(other.id());
                        }
                    });
            List<Phone> before = account(account.id()).phones();
            if (!before.contains(phone)) {
                rows.givePhone(account.id(), phone, clock.instant());
                tell(before, "В ваш профиль личного кабинета добавлен ещё один телефон. " + NOT_YOU);
            }
            return account(account.id());
        });
    }

    @Override
    public Account removePhone(Account account, Phone phone) {
        return database.write(handle -> {
            Account now = account(account.id());
            boolean another = now.phones().stream().anyMatch(other -> !other.equals(phone));
            if (!another && now.email() == null) {
                throw new Problem(ProblemCode.LAST_PHONE, "nothing else leads in");
            }
            rows.removePhone(account.id(), phone, clock.instant());
            tell(now.phones(), "Из профиля личного кабинета убран телефон " + phone.masked() + ". " + NOT_YOU);
            rows.nextGeneration(account.id());
            return account(account.id());
        });
    }

    @Override
    public Account changePassword(Account account, String current, String email, String fresh) {
        String address = normal(email);
        if (!EMAIL.matcher(address).matches()) {
            throw Problem.field("email", "not an e-mail address");
        }
        AccountRepository.Row row = row(account.id());
        if (row.password() != null && row.email() != null) {
            checkPassword(row.email(), row.password(), current);
        }
        PasswordRule.check(fresh, address);
        String hash = argon2.hash(fresh);
        return database.write(handle -> {
            if (rows.byEmail(address)
                    .filter(other -> !other.id().equals(account.id()))
                    .isPresent()) {
                throw new Problem(ProblemCode.LOGIN_TAKEN, "e-mail of another account");
            }
            rows.password(account.id(), address, hash);
            String text = "Пароль для входа в личный кабинет изменён. " + NOT_YOU;
            tell(rows.phones(account.id()), text);
            notices.email(address, "Пароль изменён", text);
            rows.nextGeneration(account.id());
            return account(account.id());
        });
    }

    /** The demo's own password for a holder's account, where the account has none yet. Nothing checks it: it is made at random. */
    public void firstPassword(Holder holder, String email, Supplier<String> password) {
        database.update(handle -> {
            String id = ofHolder(holder);
            if (row(id).password() == null) {
                rows.password(id, normal(email), argon2.hash(password.get()));
            }
        });
    }

    private void tell(List<Phone> phones, String text) {
        phones.forEach(phone -> notices.sms(phone, text));
    }

    private String ofHolder(Holder holder) {
        return rows.byHolder(holder.id()).map(AccountRepository.Row::id).orElseGet(() -> made(newId(), holder.id()));
    }

    private String made(String id, @Nullable String holder) {
        rows.insert(id, holder);
        return id;
    }

    private AccountRepository.Row row(String id) {
        return rows.byId(id).orElseThrow(() -> new Problem(ProblemCode.LOGIN_REQUIRED, "the account is gone"));
    }

    private Account account(String id) {
        return account(row(id));
    }

    private Account account(AccountRepository.Row row) {
        List<Phone> phones = rows.phones(row.id());
        String name = Optional.ofNullable(row.holder())
                .flatMap(holders::byId)
                .map(holder -> holder.subject().commonName())
                .or(() -> phones.stream().map(Phone::display).min(Comparator.naturalOrder()))
                .orElse("");
        return new Account(row.id(), name, row.holder(), row.email(), phones, row.generation());
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
