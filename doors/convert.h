/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_CONVERT_H
#define FUHE_DOORS_CONVERT_H

#include "engine/arena.h"

/* Documents of old kinds (.doc, .xls, .wps, .et, .rtf, and .xlsb) by way of LibreOffice: texts become .docx, workbooks
 * .xlsx. *converted lies in the arena. For documents that no door takes (FUHE_PROBLEM_INTAKE_OFFICE); what the program
 * cannot convert either keeps that problem. Several threads may convert at once.
 *
 * Documents come from strangers, and LibreOffice is a large program. So it gets: a folder of its own under TMPDIR that
 * only this user may enter, with a profile made for this one document in which macros are switched off, links are not
 * followed and all of the network is a proxy that nobody answers at; an environment with nothing in it but PATH and
 * that folder; limits on time, memory and size of files. What lies in the folder is removed when it is done, also when
 * this program is killed meanwhile. It is no sandbox: the program could still read what this user may read. */
FUHE_MUST_USE enum fuhe_status fuhe_convert(fuhe_text bytes, struct fuhe_arena *arena, fuhe_text *converted,
                                            struct fuhe_error *err);

#endif
