/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_ERROR_H
#define FUHE_ENGINE_ERROR_H

#include <stddef.h>
#include <stdint.h>

/* How a call ended. A wrong form is never an error: it is a finding (finding.h). */
enum fuhe_status {
    FUHE_STATUS_OK = 0,
    FUHE_STATUS_NOT_A_NUMBER, /* text that is not one number */
    FUHE_STATUS_OVERFLOW,     /* a number or result out of range */
    FUHE_STATUS_NO_MEMORY,
    FUHE_STATUS_UNREADABLE, /* a file or document that cannot be read as what it should be */
    FUHE_STATUS_INVALID,    /* a rule pack that does not hold together */
    FUHE_STATUS_UNWRITABLE, /* output could not be written */
    FUHE_STATUS_STOPPED,    /* the receiver of results asked to stop */
    FUHE_STATUS_INTERNAL    /* a fault of this program */
};

/* What was wrong, as a stable word; report/messages.c has the sentence for each, in every language. */
enum fuhe_problem {
    FUHE_PROBLEM_NONE = 0,
    FUHE_PROBLEM_NO_MEMORY,
    FUHE_PROBLEM_OPEN, /* found = what the system said */
    FUHE_PROBLEM_IS_DIRECTORY,
    FUHE_PROBLEM_READ,     /* found = what the system said */
    FUHE_PROBLEM_WRITE,    /* found = what the system said */
    FUHE_PROBLEM_EMPTY,    /* no bytes at all */
    FUHE_PROBLEM_NOT_XML,  /* found = what the parser said */
    FUHE_PROBLEM_ENCODING, /* found = declared name; expected = what is understood */
    FUHE_PROBLEM_BYTES,    /* bytes that do not fit the encoding; found = its name */
    FUHE_PROBLEM_DOCTYPE,
    FUHE_PROBLEM_ENTITY,      /* found = its name */
    FUHE_PROBLEM_ROOT,        /* found = root element; expected = allowed ones */
    FUHE_PROBLEM_NAMESPACE,   /* found, expected = namespace names */
    FUHE_PROBLEM_LIMIT_DEPTH, /* found = reached; expected = limit; likewise below */
    FUHE_PROBLEM_LIMIT_TAG,
    FUHE_PROBLEM_LIMIT_TEXT,
    FUHE_PROBLEM_LIMIT_FORM, /* bytes of a whole form */
    FUHE_PROBLEM_LIMIT_INDICATORS,
    FUHE_PROBLEM_LIMIT_FUNDS,
    FUHE_PROBLEM_NO_FORM,           /* a document without any form */
    FUHE_PROBLEM_NO_FORM_END,       /* a collection where no form ends for long; expected = limit in MiB */
    FUHE_PROBLEM_FOLDER_LOOP,       /* a folder that leads back to one above it */
    FUHE_PROBLEM_ARCHIVE,           /* found = what is wrong with the archive or entry */
    FUHE_PROBLEM_ARCHIVE_LIMIT,     /* found = what is too much of; expected = limit */
    FUHE_PROBLEM_ARCHIVE_NESTED,    /* an archive in an archive or on standard input */
    FUHE_PROBLEM_ARCHIVE_OFFICE,    /* an office document, which is an archive but not of documents */
    FUHE_PROBLEM_FOLDER_FOREIGN,    /* a folder for results that holds something else */
    FUHE_PROBLEM_FOLDER_BUSY,       /* a folder for results in which another run is at work */
    FUHE_PROBLEM_FOLDER_USED,       /* a folder for new results that has some already */
    FUHE_PROBLEM_FOLDER_EXISTS,     /* a folder to be made that is there */
    FUHE_PROBLEM_REPORT_FOREIGN,    /* a folder for a report that holds something else; found = its name */
    FUHE_PROBLEM_REPORT_EDITED,     /* a report in which somebody has written; found = the file */
    FUHE_PROBLEM_STORE_NONE,        /* a folder without results of a batch */
    FUHE_PROBLEM_STORE_FOREIGN,     /* a database that is no store */
    FUHE_PROBLEM_STORE_NEWER,       /* found = version of the store; expected = the one known */
    FUHE_PROBLEM_STORE_OLDER,       /* the same */
    FUHE_PROBLEM_STORE_DAMAGED,     /* found = what is wrong with it */
    FUHE_PROBLEM_STORE_ENGINE,      /* found, expected = engine versions */
    FUHE_PROBLEM_STORE_EMPTY,       /* no run in it, or none with any form */
    FUHE_PROBLEM_RUN_COMPLETE,      /* asked to go on with a run that is complete */
    FUHE_PROBLEM_RUN_FOLDER,        /* expected = folder that the run was called in */
    FUHE_PROBLEM_MERGE_INCOMPLETE,  /* a shard whose run has not ended; found = its folder */
    FUHE_PROBLEM_MERGE_ENGINE,      /* found, expected = engine versions; subject = the folder of the other one */
    FUHE_PROBLEM_MERGE_RULES,       /* other rule packs; subject = the folder of the other one */
    FUHE_PROBLEM_MERGE_COUNT,       /* shards of different numbers; found, expected = "1/3", "1/4"; subject likewise */
    FUHE_PROBLEM_MERGE_TWICE,       /* found = a shard that is there twice; subject = the folder of the other one */
    FUHE_PROBLEM_MERGE_MISSING,     /* found = shards that are not there */
    FUHE_PROBLEM_MERGE_DOCUMENTS,   /* found, expected = how many documents were named; subject likewise */
    FUHE_PROBLEM_MERGE_NAMES,       /* other documents, or in another order; subject likewise */
    FUHE_PROBLEM_MERGE_OVERLAP,     /* found = a document that two shards have */
    FUHE_PROBLEM_MERGE_LOST,        /* found = how many documents no shard has */
    FUHE_PROBLEM_INTAKE_EMPTY,      /* a document without any text */
    FUHE_PROBLEM_INTAKE_KIND,       /* a document of a kind that is not known */
    FUHE_PROBLEM_INTAKE_OFFICE,     /* an office document of a kind that is not read */
    FUHE_PROBLEM_INTAKE_ENCRYPTED,  /* a document that a password protects */
    FUHE_PROBLEM_INTAKE_PACKAGE,    /* an office document that is damaged; found = which part of it, and how */
    FUHE_PROBLEM_INTAKE_ARCHIVE,    /* an archive that is no document */
    FUHE_PROBLEM_INTAKE_PDF,        /* a PDF document */
    FUHE_PROBLEM_INTAKE_PICTURE,    /* a picture */
    FUHE_PROBLEM_INTAKE_FORMS,      /* a document that is form XML already */
    FUHE_PROBLEM_INTAKE_NO_FORM,    /* a document, no form XML, in which no form is recognised */
    FUHE_PROBLEM_INTAKE_UNREAD,     /* the same, where parts were not read; found = how many */
    FUHE_PROBLEM_INTAKE_NAMES,      /* two documents of the same name */
    FUHE_PROBLEM_INTAKE_WORDS,      /* found = a line of a table of words; expected = how lines look */
    FUHE_PROBLEM_CONVERT_MISSING,   /* LibreOffice is not there */
    FUHE_PROBLEM_CONVERT_RUN,       /* found = what the system said */
    FUHE_PROBLEM_CONVERT_FOLDER,    /* found = what the system said of a temporary folder */
    FUHE_PROBLEM_CONVERT_NOTHING,   /* LibreOffice made nothing of a document */
    FUHE_PROBLEM_CONVERT_TIME,      /* expected = seconds */
    FUHE_PROBLEM_FILL_OUTPUT,       /* a document to be filled in, without a file for the copy */
    FUHE_PROBLEM_FILL_SAME,         /* with itself for that file */
    FUHE_PROBLEM_FILL_OLD,          /* likewise, of an old kind that would have to be converted */
    FUHE_PROBLEM_FILL_KIND,         /* a document of a kind that nothing is written into; found = the kind */
    FUHE_PROBLEM_LIMIT_BYTES,       /* expected = MiB */
    FUHE_PROBLEM_LIMIT_ATTRIBUTES,  /* of an element of a page; found, expected = numbers */
    FUHE_PROBLEM_LIMIT_BLOCKS,      /* paragraphs and tables of a document; found, expected = numbers */
    FUHE_PROBLEM_LIMIT_CELLS,       /* of tables; found, expected = numbers; likewise below */
    FUHE_PROBLEM_LIMIT_COLUMNS,     /* of one table */
    FUHE_PROBLEM_LIMIT_TABLES,      /* tables within tables */
    FUHE_PROBLEM_FORM_UNKNOWN,      /* found = id or name asked for */
    FUHE_PROBLEM_TABLE_SIZE,        /* expected = limit in MiB */
    FUHE_PROBLEM_TABLE_ENCODING,    /* neither UTF-8 nor GB18030 */
    FUHE_PROBLEM_TABLE_QUOTE,       /* a quotation mark that is not closed, or closed before the end of its cell */
    FUHE_PROBLEM_TABLE_CELLS,       /* more cells in a line than expected */
    FUHE_PROBLEM_TABLE_COLUMN,      /* expected = a heading that is not there */
    FUHE_PROBLEM_REVIEWED_BATCH,    /* a line of a sample of other documents; found, expected = their fingerprints */
    FUHE_PROBLEM_REVIEWED_OTHER,    /* a line of another sample; found, expected = how it was drawn */
    FUHE_PROBLEM_REVIEWED_UNKNOWN,  /* a form that is not in the sample; found = its file and number */
    FUHE_PROBLEM_REVIEWED_TWICE,    /* found = a form that stands there twice */
    FUHE_PROBLEM_REVIEWED_MISSING,  /* found = a form of the sample that is not there */
    FUHE_PROBLEM_REVIEWED_SCORE,    /* found = what is no score from 0 to full marks; expected = full marks */
    FUHE_PROBLEM_PACK_UNKNOWN,      /* found = id asked for; expected = ids there are */
    FUHE_PROBLEM_PACK_ELEMENT,      /* found = element or attribute; subject = its parent */
    FUHE_PROBLEM_PACK_UNCLOSED,     /* found = element that belongs beside the subject, but stands in it */
    FUHE_PROBLEM_PACK_MISSING,      /* expected = element or attribute; subject = its parent */
    FUHE_PROBLEM_PACK_VALUE,        /* found = text; expected = kind of value */
    FUHE_PROBLEM_PACK_DUPLICATE,    /* found = what stands twice */
    FUHE_PROBLEM_PACK_GAP,          /* found = a value that no band covers (counter-example) */
    FUHE_PROBLEM_PACK_OVERLAP,      /* found = a value that two bands cover */
    FUHE_PROBLEM_PACK_UNREACHABLE,  /* found = the band or grade that no value reaches */
    FUHE_PROBLEM_PACK_NOT_MONOTONE, /* found = two values where more performance scores less */
    FUHE_PROBLEM_PACK_TURNS_UP,     /* found = two results where the one further beyond the target scores more */
    FUHE_PROBLEM_PACK_FULL,         /* found = a value and its points; expected = the weight that it must earn */
    FUHE_PROBLEM_PACK_NO_WORDS,     /* found = a word that no cell means; expected = what such a cell is read as */
    FUHE_PROBLEM_PACK_DEFAULT,      /* found = a text that is no value; expected = the cell in which it earns points */
    FUHE_PROBLEM_PACK_AMBIGUOUS,    /* found = another set of weights like that of the subject */
    FUHE_PROBLEM_PACK_WEIGHTS,      /* found = the sum; expected = what it must be; subject = variant */
    FUHE_PROBLEM_PACK_ORDER,        /* found = what must stand in front of expected */
    FUHE_PROBLEM_PACK_TURNED,       /* found = low; expected = high, which is below it */
    FUHE_PROBLEM_PACK_WORD_MET,     /* found = a word of a step that means full marks, too; expected = where */
    FUHE_PROBLEM_PACK_RATIO,        /* found = what is no multiple of a target; expected = the largest that there is */
    FUHE_PROBLEM_PACK_RECALLED,     /* subject = a rule of a pack that is no draft */
    FUHE_PROBLEM_PACK_PLACEHOLDER,  /* found = a text that is still to be filled in */
    FUHE_PROBLEM_PACK_PERIOD,       /* found = from; expected = to, which is before it */
    FUHE_PROBLEM_PACK_DRAFT,        /* found = id of a pack that is a draft */
    FUHE_PROBLEM_PACK_BASE,         /* found = a base that is not at hand; expected = ids at hand */
    FUHE_PROBLEM_PACK_BASE_FILE,    /* the same of a pack in a file; subject = where it was looked for */
    FUHE_PROBLEM_PACK_BASE_VERSION, /* found = version asked for; expected = versions at hand; subject = id */
    FUHE_PROBLEM_PACK_BASE_UNSOUND, /* found = file of a base that cannot be read */
    FUHE_PROBLEM_PACK_BASE_OTHER,   /* found = id and version of a base, of which a file beside has other content */
    FUHE_PROBLEM_PACK_CIRCLE,       /* found = names from pack to base, the last is the first */
    FUHE_PROBLEM_PACK_DEPTH,        /* found = how many overlays stand on each other; expected = how many may */
    FUHE_PROBLEM_PACK_SAME,         /* subject = a rule that says what the base says; found = its id */
    FUHE_PROBLEM_PACK_WHY,          /* subject = element; found = attribute that only overlays have */
    FUHE_PROBLEM_PACK_SOURCE,       /* found = id of a source that the base has, too */
    FUHE_PROBLEM_PACK_ON_DRAFT,     /* found = id of the base, which is a draft */
    FUHE_PROBLEM_PACK_ON_REPEALED,  /* the same, but repealed */
    FUHE_PROBLEM_PACK_TAKEN,        /* found = id and version of two packs that differ */
    FUHE_PROBLEM_PACK_FOLDER,       /* a folder without any pack */
    FUHE_PROBLEM_INTERNAL,          /* found = where */
    FUHE_PROBLEM_COUNT
};

/* Detail of a failure, owned by the caller; no heap, so that it works when memory is out. */
struct fuhe_error {
    enum fuhe_status status;
    enum fuhe_problem problem;
    uint32_t line;   /* 1-based; 0 when there is no place */
    uint32_t column; /* in characters, 1-based; 0 when there is none */
    char subject[128];
    char found[256];
    char expected[256];
};

/* Fills err (may be NULL) and returns status. Texts (may be NULL) are cut at a character boundary to fit. */
enum fuhe_status fuhe_error_set(struct fuhe_error *err, enum fuhe_status status, enum fuhe_problem problem,
                                const char *found, const char *expected);

/* Fills err (may be NULL) for something that is unreadable because it has more than is allowed of a unit, "MiB"; "" for
 * what is only counted. Returns FUHE_STATUS_UNREADABLE. */
enum fuhe_status fuhe_error_set_limit(struct fuhe_error *err, enum fuhe_problem problem, uint64_t found, uint64_t limit,
                                      const char *unit);

/* Adds a place to err (may be NULL). */
void fuhe_error_set_place(struct fuhe_error *err, uint32_t line, uint32_t column);

/* Adds the subject (file, element) to err (may be NULL). */
void fuhe_error_set_subject(struct fuhe_error *err, const char *subject);

/* The stable word of a problem, "doctype" for FUHE_PROBLEM_DOCTYPE. */
const char *fuhe_problem_name(enum fuhe_problem problem);

/* The problem of that word; FUHE_PROBLEM_INTERNAL when there is none. */
enum fuhe_problem fuhe_problem_find(const char *name, size_t length);

#define FUHE_MUST_USE __attribute__((warn_unused_result))

/* Returns from the calling function when call fails. */
#define FUHE_TRY(call)                                                                                                 \
    do {                                                                                                               \
        const enum fuhe_status fuhe_try_status = (call);                                                               \
        if (fuhe_try_status != FUHE_STATUS_OK) {                                                                       \
            return fuhe_try_status;                                                                                    \
        }                                                                                                              \
    } while (0)

#endif
