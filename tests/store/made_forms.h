/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_STORE_MADE_FORMS_H
#define FUHE_TESTS_STORE_MADE_FORMS_H

/* Forms of many departments that claim more, less or just what they may, by numbers drawn from a fixed start. */
enum { MADE_FORMS = 400, MADE_DEPARTMENTS = 17 };

/* Writes a document of them. */
void made_forms_write(const char *path);

#endif
