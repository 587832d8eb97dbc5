// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.ui.frame;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import com.formdev.flatlaf.ui.FlatLineBorder;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.UIManager;
import javax.swing.border.Border;

/** The look: FlatLaf, light or dark as the desktop is, with the product's colour. All colours have a contrast of at least 4.5 to their ground. */
public final class Theme {
    private static boolean installed;
    private static boolean dark;

    private Theme() {}

    /** Sets the look up at the first call. On the event thread. */
    static void install() {
        if (installed) {
            return;
        }
        installed = true;
        dark = DesktopTheme.ofEnvironment().dark();
        // The native library would only decorate windows, and has to be unpacked first.
        System.setProperty(FlatSystemProperties.USE_NATIVE_LIBRARY, "false");
        FlatLaf.setGlobalExtraDefaults(Map.of(
                "@accentColor", dark ? "#3a9aa6" : "#0a6570",
                "Component.focusWidth", "1",
                "Component.innerFocusWidth", "1",
                "Component.arc", "8",
                "TextComponent.arc", "8",
                "Button.arc", "8",
                "Button.margin", "6,18,6,18",
                "Button.minimumWidth", "104",
                "TextComponent.padding", "4,8,4,8"));
        if (dark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }

    /** The product's colour, for drawings. */
    public static Color accent() {
        return dark ? new Color(0x5CC3CF) : new Color(0x0A6570);
    }

    /** A second, warm colour, for drawings. */
    public static Color warm() {
        return dark ? new Color(0xE5B567) : new Color(0xC98A1B);
    }

    /** The ground of the band and of cards. */
    public static Color raised() {
        return dark ? new Color(0x34373A) : Color.WHITE;
    }

    /** Makes a button stand out as the one that acts: filled with the product's colour. */
    static void emphasise(JButton button) {
        String fill = dark ? "#1b7f8b" : "#0a6570";
        String pressed = dark ? "#15636d" : "#084e57";
        button.putClientProperty(
                FlatClientProperties.STYLE,
                Map.of(
                        "background", colour(fill),
                        "foreground", Color.WHITE,
                        "borderColor", colour(fill),
                        "hoverBackground", colour(pressed),
                        "pressedBackground", colour(pressed),
                        "default.background", colour(fill),
                        "default.foreground", Color.WHITE,
                        "default.borderColor", colour(fill),
                        "default.hoverBackground", colour(pressed),
                        "default.pressedBackground", colour(pressed)));
    }

    private static Color colour(String hex) {
        return Color.decode(hex);
    }

    /** The border of a card: a thin line with round corners. */
    public static Border card() {
        return new FlatLineBorder(new Insets(px(10), px(14), px(12), px(14)), line(), 1, 8);
    }

    /** Of thin lines. */
    public static Color line() {
        return dark ? new Color(0x55595D) : new Color(0xD5DAE0);
    }

    /** Of text that stands back. */
    public static Color quiet() {
        return dark ? new Color(0xB4BBC2) : new Color(0x56606B);
    }

    /** Of text that warns: never the only sign of it. */
    public static Color warning() {
        return dark ? new Color(0xF0A878) : new Color(0x9A4A00);
    }

    /** The font of text, larger or smaller by a factor. */
    public static Font font(int style, double factor) {
        Font font = UIManager.getFont("Label.font");
        return font.deriveFont(style, (float) (font.getSize2D() * factor));
    }

    /** A length in pixels at the person's font size. */
    public static int px(int length) {
        return UIScale.scale(length);
    }
}
