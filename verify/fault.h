/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_FAULT_H
#define FUHE_VERIFY_FAULT_H

#include <stdint.h>

#include "engine/error.h"
#include "engine/output.h"
#include "engine/text.h"

/* What does not hold any more, by line. X(NAME, word, class) in the order in which they are looked for. WRONG: it is
 * another one. MISSING: nobody can tell, for what it is to be derived from is not there. REMARK: goes with another. */
#define FUHE_FAULT_KINDS(X)                                                                                            \
    X(ENGINE, "engine", MISSING)                                                                                       \
    X(PACK, "rules", WRONG)                                                                                            \
    X(STORE, "store", WRONG)                                                                                           \
    X(DOCUMENT_MISSING, "document-missing", MISSING)                                                                   \
    X(DOCUMENT_CHANGED, "document-changed", WRONG)                                                                     \
    X(DOCUMENT, "document", WRONG)                                                                                     \
    X(FORM, "form", WRONG)                                                                                             \
    X(FORM_GONE, "form-gone", WRONG)                                                                                   \
    X(FORM_NEW, "form-new", REMARK)                                                                                    \
    X(FAILURE, "failure", WRONG)                                                                                       \
    X(MANIFEST_MISSING, "manifest-missing", MISSING)                                                                   \
    X(LINE_CHANGED, "line-changed", WRONG)                                                                             \
    X(LINE_MISSING, "line-missing", WRONG)                                                                             \
    X(LINE_ADDED, "line-added", WRONG)                                                                                 \
    X(FILE_CHANGED, "file-changed", WRONG)                                                                             \
    X(FILE_MISSING, "file-missing", WRONG)                                                                             \
    X(FILE_ADDED, "file-added", WRONG)

enum fuhe_fault_kind {
#define FUHE_FAULT_ROW(name, word, class) FUHE_FAULT_##name,
    FUHE_FAULT_KINDS(FUHE_FAULT_ROW)
#undef FUHE_FAULT_ROW
        FUHE_FAULT_COUNT
};

enum fuhe_fault_class { FUHE_FAULT_WRONG, FUHE_FAULT_MISSING, FUHE_FAULT_REMARK, FUHE_FAULT_CLASSES };

enum fuhe_fault_class fuhe_fault_class_of(enum fuhe_fault_kind kind);

/* Texts are valid until the next. */
struct fuhe_fault {
    enum fuhe_fault_kind kind;
    fuhe_text file;    /* a document as shown, or a file by its name in the report; the id of a rule pack */
    uint64_t line;     /* of a file of the report; 0 when there is none */
    uint64_t form;     /* its number in the document, from 1; 0 when there is none */
    uint64_t page;     /* of the form; 0 when there is none */
    fuhe_text id;      /* of the form */
    fuhe_text project; /* of the form */
    const char *field; /* of the form or document; may be NULL */
    uint64_t fields;   /* how many differ */
    fuhe_text says;    /* shortened */
    fuhe_text should;
    uint64_t forms; /* of a document: how many the report has … */
    uint64_t held;  /* … and how many give the same */
};

struct fuhe_fault_sink {
    enum fuhe_status (*take)(void *context, const struct fuhe_fault *fault);
    void *context;
};

/* What was looked at, for the closing words. */
struct fuhe_verify_totals {
    uint64_t faults[FUHE_FAULT_CLASSES];
    uint64_t documents, documents_missing, documents_changed;
    uint64_t forms, forms_missing, forms_wrong;
    uint64_t files, lines; /* of the report; lines that were derived anew */
    bool has_documents;    /* they were read again */
    bool has_report;
    bool has_tables; /* lines of tables were derived anew */
    bool has_manifest;
    char manifest[65]; /* its SHA-256, in hexadecimal digits */
};

/* As one line of JSON (verify/verify.schema.json), and as a line for people. */
void fuhe_fault_write_json(struct fuhe_output *output, const struct fuhe_fault *fault);
void fuhe_fault_write_text(struct fuhe_output *output, const struct fuhe_fault *fault);
void fuhe_verify_write_json(struct fuhe_output *output, const struct fuhe_verify_totals *totals);

/* The verdict, for people: what holds, in a few sentences. */
void fuhe_verify_write_verdict(struct fuhe_output *output, const struct fuhe_verify_totals *totals);

#endif
