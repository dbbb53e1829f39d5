/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_API_FUHE_H
#define FUHE_API_FUHE_H

#include "engine/result.h"
#include "intake/reader.h"
#include "intake/words.h"
#include "xml/pack_library.h"

/* The public interface of libfuhe: score documents, walk the results. See examples/. */

const char *fuhe_version(void); /* "0.1.0" */

/* Receives results in the order of the document. Any status but OK stops the scoring and is handed on. Every member
 * may be NULL. */
struct fuhe_score_sink {
    enum fuhe_status (*result)(void *context, const struct fuhe_result *result);
    /* After the last form: what all forms of the document together show. */
    enum fuhe_status (*unit)(void *context, const struct fuhe_document *document,
                             const struct fuhe_unit_review *review);
    void *context;
};

/* Reads and scores documents one after the other with one parser and one arena: form XML, and documents as units file
 * them (workbooks, web pages, texts with tables; docs/intake.md). Not for use by two threads: make one scorer a thread;
 * they may share a pack library and words. */
struct fuhe_scorer;

/* library is borrowed. rules is the pack to use for every form, NULL to choose by region and year. NULL is returned
 * when memory is out. */
struct fuhe_scorer *fuhe_scorer_new(const struct fuhe_pack_library *library, const struct fuhe_pack *rules);
void fuhe_scorer_free(struct fuhe_scorer *scorer); /* takes NULL */

/* The same with more words by which forms are known (intake/words.h: fuhe_words_new, fuhe_words_teach), or with
 * documents of old kinds converted by an office program. options is copied; what it points to is borrowed. */
struct fuhe_scorer *fuhe_scorer_new_with(const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                         const struct fuhe_reader_options *options);

/* Scores one document. file names it in the results. On failure the results before the fault have been delivered. */
FUHE_MUST_USE enum fuhe_status fuhe_scorer_score(struct fuhe_scorer *scorer, const struct fuhe_input *input,
                                                 const char *file, const struct fuhe_score_sink *sink,
                                                 struct fuhe_error *err);

/* The same for a document in memory. */
FUHE_MUST_USE enum fuhe_status fuhe_scorer_score_buffer(struct fuhe_scorer *scorer, const char *bytes, size_t length,
                                                        const char *file, const struct fuhe_score_sink *sink,
                                                        struct fuhe_error *err);

#endif
