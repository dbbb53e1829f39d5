/* SPDX-License-Identifier: Apache-2.0 */
/* Forms in one block of memory, with the places where documents begin. */
#include "bench/corpus.h"

#include <stdio.h>
#include <stdlib.h>

static void make_single(struct corpus *corpus, const struct form_maker *maker) {
    for (uint64_t number = 0; number < corpus->forms; number++) {
        form_maker_make_document(maker, number, &corpus->bytes);
        corpus->starts[number + 1] = corpus->bytes.used;
    }
}

static void make_batch(struct corpus *corpus, const struct form_maker *maker) {
    form_maker_begin(&corpus->bytes, corpus->forms);
    for (uint64_t number = 0; number < corpus->forms; number++) {
        form_maker_add(maker, number, &corpus->bytes);
    }
    form_maker_end(&corpus->bytes);
    corpus->starts[1] = corpus->bytes.used;
}

void corpus_make(struct corpus *corpus, enum corpus_shape shape, const struct form_maker *maker, uint64_t forms) {
    const size_t documents = shape == CORPUS_SINGLE ? forms : 1;

    *corpus = (struct corpus){.shape = shape, .forms = forms, .document_count = documents};
    corpus->starts = calloc(documents + 1, sizeof *corpus->starts);
    if (corpus->starts == NULL) {
        fputs("out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    if (shape == CORPUS_SINGLE) {
        make_single(corpus, maker);
    } else {
        make_batch(corpus, maker);
    }
}

void corpus_free(struct corpus *corpus) {
    text_buffer_free(&corpus->bytes);
    free(corpus->starts);
    *corpus = (struct corpus){0};
}
