/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RECORD_H
#define FUHE_REPORT_RECORD_H

#include "engine/output.h"
#include "report/escape.h"
#include "report/report.h"

#define FUHE_RECORD_INLINE static inline __attribute__((always_inline))

/* A tree of named fields, written while it is walked, as JSON or as XML. One walk over a result (fuhe_record_form)
 * feeds both, so that the two can never tell different stories. Within an object, fields come before objects and lists:
 * in XML they are attributes. */

enum { FUHE_RECORD_DEPTH_MAX = 12 };

struct fuhe_record_level {
    fuhe_text name;
    bool is_list;
    bool has_content; /* JSON: a member or item; XML: a child element */
};

struct fuhe_record {
    enum fuhe_record_style style;
    struct fuhe_output *output;
    struct fuhe_record_level *open;                         /* the innermost */
    struct fuhe_record_level levels[FUHE_RECORD_DEPTH_MAX]; /* the first stands around all */
};

void fuhe_record_init(struct fuhe_record *record, enum fuhe_record_style style, struct fuhe_output *output);

/* An object; in a list JSON leaves its name out. A list has objects only. Names are static words. */
void fuhe_record_open_named(struct fuhe_record *record, fuhe_text name, bool is_list);
void fuhe_record_close(struct fuhe_record *record);

/* Fields of the open object. Words are ASCII without marks that need an escape. */
void fuhe_record_text_named(struct fuhe_record *record, fuhe_text name, fuhe_text text);
void fuhe_record_word_named(struct fuhe_record *record, fuhe_text name, fuhe_text word);
void fuhe_record_decimal_named(struct fuhe_record *record, fuhe_text name, fuhe_decimal value, unsigned min_places);
void fuhe_record_fraction_named(struct fuhe_record *record, fuhe_text name, fuhe_fraction value);
void fuhe_record_count_named(struct fuhe_record *record, fuhe_text name, uint64_t count);
void fuhe_record_flag_named(struct fuhe_record *record, fuhe_text name, bool flag);

/* The same, for names that are literals. Small enough to be put in place everywhere, so that compilers measure them:
 * left to themselves, they often do not. */
FUHE_RECORD_INLINE void fuhe_record_open(struct fuhe_record *record, const char *name) {
    fuhe_record_open_named(record, fuhe_text_of(name), false);
}
FUHE_RECORD_INLINE void fuhe_record_open_list(struct fuhe_record *record, const char *name) {
    fuhe_record_open_named(record, fuhe_text_of(name), true);
}
FUHE_RECORD_INLINE void fuhe_record_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    fuhe_record_text_named(record, fuhe_text_of(name), text);
}
FUHE_RECORD_INLINE void fuhe_record_word(struct fuhe_record *record, const char *name, const char *word) {
    fuhe_record_word_named(record, fuhe_text_of(name), fuhe_text_of(word));
}
FUHE_RECORD_INLINE void fuhe_record_decimal(struct fuhe_record *record, const char *name, fuhe_decimal value,
                                            unsigned min_places) {
    fuhe_record_decimal_named(record, fuhe_text_of(name), value, min_places);
}
FUHE_RECORD_INLINE void fuhe_record_fraction(struct fuhe_record *record, const char *name, fuhe_fraction value) {
    fuhe_record_fraction_named(record, fuhe_text_of(name), value);
}
FUHE_RECORD_INLINE void fuhe_record_count(struct fuhe_record *record, const char *name, uint64_t count) {
    fuhe_record_count_named(record, fuhe_text_of(name), count);
}
FUHE_RECORD_INLINE void fuhe_record_flag(struct fuhe_record *record, const char *name, bool flag) {
    fuhe_record_flag_named(record, fuhe_text_of(name), flag);
}

/* The walks. */
void fuhe_record_form(struct fuhe_record *record, const struct fuhe_report_options *options,
                      const struct fuhe_result *result);
void fuhe_record_unit(struct fuhe_record *record, const struct fuhe_report_options *options, const char *file,
                      const struct fuhe_unit_review *review);
void fuhe_record_failure(struct fuhe_record *record, const char *file, const struct fuhe_error *error);
void fuhe_record_summary(struct fuhe_record *record, const struct fuhe_report_summary *summary);

/* Parts of the walk over a form. A finding is left open; of several forms together it has none. Its address is that of
 * its place (engine/place.h). */
void fuhe_record_rules(struct fuhe_record *record, const struct fuhe_report_options *options,
                       const struct fuhe_result *result);
void fuhe_record_causes(struct fuhe_record *record, const struct fuhe_result *result);
void fuhe_record_ladder(struct fuhe_record *record, const struct fuhe_result *result);
void fuhe_record_finding(struct fuhe_record *record, const struct fuhe_form *form, fuhe_text address,
                         const struct fuhe_finding *finding);

#endif
