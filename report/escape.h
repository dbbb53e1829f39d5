/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_ESCAPE_H
#define FUHE_REPORT_ESCAPE_H

#include "engine/text.h"

/* Text that others have written, made fit to stand between quotation marks. Bytes that are not UTF-8, and in XML
 * characters that it does not allow, become U+FFFD. */

enum fuhe_record_style { FUHE_RECORD_JSON, FUHE_RECORD_XML };

/* Bytes that `length` bytes may become, with what is written beyond them on the way. */
#define FUHE_ESCAPED_SIZE(length) (6 * (length) + 8)

/* Writes the text to `to`, which has that much room; returns where it ends. */
char *fuhe_escape(enum fuhe_record_style style, fuhe_text text, char *to);

#endif
