/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_SOFFICE_H
#define FUHE_DOORS_SOFFICE_H

#include "engine/arena.h"

/* One conversion by LibreOffice; convert.h says what it may do. */
struct fuhe_soffice_job {
    const char *program; /* looked for in PATH */
    unsigned seconds;    /* until it is killed */
    fuhe_text document;
    const char *from; /* endings of names: "doc" */
    const char *to;   /* "docx" */
};

FUHE_MUST_USE enum fuhe_status fuhe_soffice_convert(const struct fuhe_soffice_job *job, struct fuhe_arena *arena,
                                                    fuhe_text *converted, struct fuhe_error *err);

#endif
