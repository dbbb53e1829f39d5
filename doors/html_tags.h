/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_HTML_TAGS_H
#define FUHE_DOORS_HTML_TAGS_H

#include "engine/text.h"

/* How many attributes the tag of a page has that has most of them. */
size_t fuhe_html_attributes_max(fuhe_text page);

#endif
