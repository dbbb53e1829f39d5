/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_TRANSLATE_H
#define FUHE_REPORT_TRANSLATE_H

/* The English sentence is the message id; po/ has the others. */

/* The message in the language that was set (messages.h). Never NULL; lives as long as the program. */
const char *fuhe_translate(const char *message);

/* The same for a count: `one` when count is 1 in a language that tells them apart. */
const char *fuhe_translate_count(const char *one, const char *many, unsigned long count);

#define _(message) fuhe_translate(message)
#define N_(message) message /* marks a message in a table for xgettext */

#endif
