/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_ESCAPE_H
#define FUHE_HTML_ESCAPE_H

#include "engine/output.h"

/* Writes text so that it can only be read as text, inside of an element or between double quotes. What is no character
 * for people becomes U+FFFD, so that it is seen and does nothing: control characters, marks that turn the direction of
 * writing, bytes that are not UTF-8. Line ends and tabs stay. */
void fuhe_escape_text(struct fuhe_output *output, fuhe_text text);

/* Controls, direction marks, byte order marks, and what is no character at all. */
bool fuhe_escape_is_hidden(uint32_t character);

/* Writes the path of a file, names with '/' between, as a relative address in UTF-8. */
void fuhe_escape_path(struct fuhe_output *output, fuhe_text path);

#endif
