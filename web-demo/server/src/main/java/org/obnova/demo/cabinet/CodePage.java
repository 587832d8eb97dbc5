// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

/** The page that asks for a code: of a login, or of a phone that is added to the profile. */
public record CodePage(Use use, CodeView form) {

    /** What the code is for, with the places of its forms. */
    public enum Use {
        SIGN_IN("/sign-in/code", "/sign-in/repeat", "/sign-in", "signin.enter", "signin.other"),
        PROFILE("/profile/phone/code", "/profile/phone/repeat", "/profile", "profile.phone.add", "profile.back");

        private final String action;
        private final String repeat;
        private final String back;
        private final String enterKey;
        private final String backKey;

        Use(String action, String repeat, String back, String enterKey, String backKey) {
            this.action = action;
            this.repeat = repeat;
            this.back = back;
            this.enterKey = enterKey;
            this.backKey = backKey;
        }

        public String action() {
            return action;
        }

        public String repeat() {
            return repeat;
        }

        public String back() {
            return back;
        }

        public String enterKey() {
            return enterKey;
        }

        public String backKey() {
            return backKey;
        }
    }
}
