/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_ADDRESS_H
#define FUHE_HTML_ADDRESS_H

#include "engine/text.h"

/* Where pages lie in the folder of the report: paths with '/' between, for files and (fuhe_page_address) for links.
 * At most a thousand pages to a folder, for memory sticks and file managers. */
enum { FUHE_ADDRESS_SIZE = 192, FUHE_ADDRESS_NAME_MAX = 120 };

/* "forms/0001/000001.html" */
void fuhe_address_form(uint64_t page, char address[FUHE_ADDRESS_SIZE]);

/* "departments/0001.html", "departments/0001-2.html" for its second part; from the 1001st department on
 * "departments/0002/1001.html". */
void fuhe_address_department(uint64_t department, size_t part, char address[FUHE_ADDRESS_SIZE]);

/* "notices/notice-0001-政务服务局.html", likewise. */
void fuhe_address_notice(uint64_t department, fuhe_text name, char address[FUHE_ADDRESS_SIZE]);
void fuhe_address_annex(uint64_t department, fuhe_text name, char address[FUHE_ADDRESS_SIZE]); /* beside it */

/* A text as part of a file name that every system takes: no separators, control characters, wildcards or spaces, no dot
 * or space at its ends, at most FUHE_ADDRESS_NAME_MAX bytes, cut between characters. May come to nothing. */
size_t fuhe_address_name(fuhe_text text, char name[FUHE_ADDRESS_NAME_MAX + 1]);

#endif
