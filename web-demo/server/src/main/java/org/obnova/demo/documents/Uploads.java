// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.documents;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The uploaded documents of applications. Who may see which application is the caller's to check. */
public interface Uploads {
    /**
     * Checks a file and keeps it.
     *
     * @param name as the person's computer calls the file; only shown
     * @param content read to its end, or to the limit of size
     * @throws org.obnova.demo.problem.Problem one of the {@code UPLOAD_} codes, with the reason
     */
    Upload add(String application, UploadKind kind, String name, InputStream content);

    /** The application's documents, by kind, then as they were added. */
    List<Upload> list(String application);

    /** Formats of a kind that can be read on this machine. */
    Set<FileFormat> readable(UploadKind kind);

    /** One document. */
    Optional<Upload> find(String id);

    /** The bytes as they came; the caller closes the stream. NOT_FOUND. */
    InputStream open(String id);

    /**
     * A page as a picture that was made from its pixels: JPEG.
     *
     * @param page from 1
     */
    Optional<byte[]> preview(String id, int page);

    /** Forgets a document and its file; one that is gone already stays gone. */
    void remove(String id);

    /** Documents of the holder's other applications, the latest of each content first; of kinds that do not change with an application. */
    List<Upload> reusable(String holder, String application);

    /** Takes a document of an earlier application into this one. */
    Upload reuse(String id, String application);
}
