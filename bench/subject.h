/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_SUBJECT_H
#define FUHE_BENCH_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

/* One way of working through a document, to be measured. */
struct subject {
    const char *name;
    const char *what;
    /* What is kept from document to document; NULL when it could not be made. */
    void *(*start)(void);
    bool (*run)(void *state, const char *bytes, size_t length); /* false when the document was not accepted */
    void (*stop)(void *state);
};

/* Bytes handed to a push parser at once, as a file would be read. */
enum { SUBJECT_CHUNK = 65536 };

extern const struct subject subject_bare_push; /* the yardstick */
extern const struct subject subject_bare_memory;
extern const struct subject subject_reader;
extern const struct subject subject_scorer;
extern const struct subject subject_scorer_jsonl;

#endif
