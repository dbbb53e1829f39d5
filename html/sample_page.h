/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_SAMPLE_PAGE_H
#define FUHE_HTML_SAMPLE_PAGE_H

#include "html/page.h"
#include "sample/sample.h"
#include "xml/pack_library.h"

/* Which forms to review by hand: sample.html, with the sample by money and the one by risk, what follows from each, and
 * how to go about it. */
#define FUHE_PAGE_SAMPLE "sample.html"

/* samples: one for each method. */
FUHE_MUST_USE enum fuhe_status fuhe_sample_page_write(struct fuhe_page *page, const struct fuhe_sample *samples,
                                                      const struct fuhe_pack_library *library, struct fuhe_error *err);

#endif
