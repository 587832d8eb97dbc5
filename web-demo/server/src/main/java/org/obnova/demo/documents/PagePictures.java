// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of pages, drawn anew: what a page of ours shows holds no byte of the file that came. */
final class PagePictures {
    /** Pictures of one document. */
    static final int MOST = 5;

    /** Pixels along the longer side. */
    static final int LONG_SIDE = 1200;

    private final Path folder;
    private int made;

    PagePictures(Path folder) {
        this.folder = folder;
    }

    int made() {
        return made;
    }

    boolean full() {
        return made >= MOST;
    }

    void add(BufferedImage page) throws IOException {
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(page.getWidth(), page.getHeight()));
        int width = Math.max(1, (int) Math.round(page.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(page.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(page, 0, 0, width, height, null);
        pen.dispose();
        File file = folder.resolve((made + 1) + ".jpg").toFile();
        if (!ImageIO.write(small, "jpg", file)) {
            throw new IOException("no JPEG writer");
        }
        made++;
    }
}
