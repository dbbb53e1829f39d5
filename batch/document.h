/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_DOCUMENT_H
#define FUHE_BATCH_DOCUMENT_H

#include "batch/gathering.h"
#include "batch/hashed_input.h"
#include "xml/input.h"

/* A large document on its way: it is cut into parts at the ends of forms, the parts are scored by whoever is free, and
 * their results come together again in order. */

enum {
    FUHE_PART_BYTES = 524288,      /* of a part, as long as its forms are shorter than that */
    FUHE_PART_BYTES_MAX = 1 << 26, /* of a part with a very long form */
    FUHE_PART_MIB_MAX = FUHE_PART_BYTES_MAX >> 20
};

/* Bytes that grow. Zeroed, they are empty. */
struct fuhe_buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

/* Room for `capacity` bytes; false when memory is out. */
bool fuhe_buffer_reserve(struct fuhe_buffer *buffer, size_t capacity);
void fuhe_buffer_free(struct fuhe_buffer *buffer);

struct fuhe_document_source;

/* A document that is being cut. What it shares with its parts is not changed after the first one. */
struct fuhe_long_document {
    char *file; /* as shown */
    char *head; /* the start tag of its root on one line, to stand in front of every part but the first */
    size_t head_length;
    uint32_t head_columns;
    struct fuhe_gathering gathering; /* nobody looks at it but who hands results on */
    struct fuhe_document_source *source;
};

/* Where a part stands in its document. */
struct fuhe_part {
    struct fuhe_long_document *document;
    struct fuhe_place place; /* of its first byte */
    size_t number;           /* of its first form, as far as that can be told without parsing */
    size_t forms;            /* likewise, how many it has */
    bool first;
    bool last;    /* first and last: nothing has to come together */
    bool streams; /* it goes on in `rest`: the document cannot be cut; first and last */
    struct fuhe_input rest;
    struct fuhe_error error; /* reading failed behind its bytes */
};

/* file (as shown) is copied. hashes: its hash is wanted. close (may be NULL) is called for what is behind input when
 * the document is freed; until then it may be read from. NULL when memory is out; then input is the caller's to close.
 */
struct fuhe_long_document *fuhe_long_document_new(const char *file, struct fuhe_input input, bool hashes,
                                                  void (*close)(void *context));
void fuhe_long_document_free(struct fuhe_long_document *document); /* takes NULL */

/* Reads the next part. Fails only for want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_long_document_cut(struct fuhe_long_document *document, struct fuhe_buffer *bytes,
                                                      struct fuhe_part *part);

/* The hash of its bytes; NULL until they have been read to their end. */
const struct fuhe_hash *fuhe_long_document_hash(const struct fuhe_long_document *document);

/* Bytes read so far. */
size_t fuhe_long_document_progress(const struct fuhe_long_document *document);

#endif
