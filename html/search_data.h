/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_SEARCH_DATA_H
#define FUHE_HTML_SEARCH_DATA_H

#include "html/grades.h"

/* What the search looks through: scripts data/0001.js … with FUHE_SEARCH_ROWS forms each, as they come. A page of a
 * disk may load scripts, but may not read files. A script calls fuheSearchData(part, rows) with one text: forms with
 * line ends between, fields with tabs between (search_data.c has their order). */
enum { FUHE_SEARCH_ROWS = 5000 };

struct fuhe_search_data {
    const char *folder;
    const struct fuhe_pack_library *library;
    struct fuhe_file *file; /* owned */
    size_t part;            /* that is open; how many there are once it has ended */
    size_t rows;            /* in it */
};

/* data must be freed whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_search_data_init(struct fuhe_search_data *data, const char *folder,
                                                     const struct fuhe_pack_library *library, struct fuhe_error *err);
void fuhe_search_data_free(struct fuhe_search_data *data); /* takes one that is all zero */

FUHE_MUST_USE enum fuhe_status fuhe_search_data_add(struct fuhe_search_data *data, const struct fuhe_survey_form *form,
                                                    struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_search_data_end(struct fuhe_search_data *data, struct fuhe_error *err);

/* Writes assets/search.js. */
FUHE_MUST_USE enum fuhe_status fuhe_search_write_script(const char *folder, struct fuhe_error *err);

#define FUHE_SEARCH_SCRIPT "assets/search.js"

#endif
