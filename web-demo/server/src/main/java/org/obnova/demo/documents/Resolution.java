// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.png.PngDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/**
 * How many dots an inch a picture has, as its file says (JFIF, Exif, PNG's pHYs, TIFF, BMP). Cameras and many programs write 72 or 96 and mean
 * nothing by it, GIF and HEIC cannot say it: then the pixels are held against the size of the page on paper.
 */
final class Resolution {
    private static final double CENTIMETRES_PER_INCH = 2.54;
    private static final double METRES_PER_INCH = 0.0254;
    private static final int METRE = 1;
    private static final int CENTIMETRES = 3;
    private static final Set<Integer> MEAN_NOTHING = Set.of(0, 1, 72, 96);

    private Resolution() {}

    /** What the file says, or null where it says nothing that is meant. */
    static @Nullable Integer declared(Path file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            for (Directory directory : metadata.getDirectories()) {
                int dpi = dpi(directory);
                if (!MEAN_NOTHING.contains(dpi)) {
                    return dpi;
                }
            }
            return null;
        } catch (ImageProcessingException | MetadataException e) {
            // Broken metadata say nothing; whether the picture is whole is found out by reading it.
            return null;
        } catch (IOException e) {
            throw new Problem(ProblemCode.UPLOAD_DAMAGED, "unreadable metadata", e);
        }
    }

    private static int dpi(Directory directory) throws MetadataException {
        return switch (directory) {
            case JfifDirectory jfif -> {
                int unit = jfif.containsTag(JfifDirectory.TAG_UNITS) ? jfif.getInt(JfifDirectory.TAG_UNITS) : 0;
                yield unit == 0
                        ? 0
                        : rounded(jfif.getInt(JfifDirectory.TAG_RESX) * (unit == 2 ? CENTIMETRES_PER_INCH : 1));
            }
            case ExifIFD0Directory exif -> {
                boolean metric = exif.containsTag(ExifIFD0Directory.TAG_RESOLUTION_UNIT)
                        && exif.getInt(ExifIFD0Directory.TAG_RESOLUTION_UNIT) == CENTIMETRES;
                yield exif.containsTag(ExifIFD0Directory.TAG_X_RESOLUTION)
                        ? rounded(exif.getDouble(ExifIFD0Directory.TAG_X_RESOLUTION)
                                * (metric ? CENTIMETRES_PER_INCH : 1))
                        : 0;
            }
            case PngDirectory png -> {
                boolean metric = png.containsTag(PngDirectory.TAG_UNIT_SPECIFIER)
                        && png.getInt(PngDirectory.TAG_UNIT_SPECIFIER) == METRE;
                yield metric ? rounded(png.getInt(PngDirectory.TAG_PIXELS_PER_UNIT_X) * METRES_PER_INCH) : 0;
            }
            case BmpHeaderDirectory bmp ->
                bmp.containsTag(BmpHeaderDirectory.TAG_X_PIXELS_PER_METER)
                        ? rounded(bmp.getInt(BmpHeaderDirectory.TAG_X_PIXELS_PER_METER) * METRES_PER_INCH)
                        : 0;
            default -> 0;
        };
    }

    /** Refuses a resolution outside of what a document may have. */
    static void check(@Nullable Integer declared) {
        if (declared != null && (declared < UploadKind.LEAST_DPI || declared > UploadKind.MOST_DPI)) {
            throw new Problem(
                    ProblemCode.UPLOAD_RESOLUTION, "dots an inch", Map.of("found", String.valueOf(declared)), null);
        }
    }

    /** Refuses a picture on which a whole page of that size would have too few dots to be read. */
    static void checkPixels(PageSize page, int width, int height) {
        if (page.dpiOf(width, height) < UploadKind.LEAST_DPI) {
            throw new Problem(
                    ProblemCode.UPLOAD_TOO_SMALL,
                    "pixels",
                    Map.of(
                            "found",
                            width + " × " + height,
                            "least",
                            String.valueOf(page.longSideAt(UploadKind.LEAST_DPI))),
                    null);
        }
    }

    private static int rounded(double dpi) {
        return (int) Math.round(dpi);
    }
}
