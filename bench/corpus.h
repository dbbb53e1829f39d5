/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_CORPUS_H
#define FUHE_BENCH_CORPUS_H

#include "bench/form_maker.h"

/* Made-up forms in memory, in the two shapes in which they arrive. */
enum corpus_shape {
    CORPUS_SINGLE, /* each form a document of its own */
    CORPUS_BATCH   /* one document with all */
};

struct corpus {
    enum corpus_shape shape;
    uint64_t forms;
    struct text_buffer bytes;
    size_t *starts; /* of each document; one more for the end */
    size_t document_count;
};

/* Ends the program when memory is out. */
void corpus_make(struct corpus *corpus, enum corpus_shape shape, const struct form_maker *maker, uint64_t forms);
void corpus_free(struct corpus *corpus);

static inline const char *corpus_document(const struct corpus *corpus, size_t index, size_t *length) {
    *length = corpus->starts[index + 1] - corpus->starts[index];
    return corpus->bytes.bytes + corpus->starts[index];
}

#endif
