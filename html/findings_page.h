/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FINDINGS_PAGE_H
#define FUHE_HTML_FINDINGS_PAGE_H

#include "html/page.h"

/* findings.html: what each code means, why it matters and how to settle it, from docs/findings.md. A code is the anchor
 * of its section: "findings.html#item-score". */
#define FUHE_PAGE_FINDINGS "findings.html"

FUHE_MUST_USE enum fuhe_status fuhe_findings_page_write(const char *folder, bool complete, struct fuhe_error *err);

#endif
