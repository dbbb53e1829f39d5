/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_INTAKE_H
#define FUHE_INTAKE_INTAKE_H

#include "doors/door.h"
#include "intake/reader.h"
#include "intake/recogniser.h"
#include "doors/text_builder.h"
#include "xml/input.h"

/* A document as a unit filed it, from its bytes to forms. */
struct fuhe_intake {
    const char *kind; /* of the door that it took */
    struct fuhe_door_document document;
    struct fuhe_recognition recognition;
};

/* How many hidden sheets, embedded documents and text boxes with text were left out. */
size_t fuhe_intake_unread(const struct fuhe_door_document *document);

/* bytes are borrowed as long as the result, which lives in the arena. A document without forms is no failure. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_read(fuhe_text bytes, const struct fuhe_words *words,
                                                struct fuhe_arena *arena, struct fuhe_intake *intake,
                                                struct fuhe_error *err);

/* The same, where the options, whose words must be given, may ask for documents of old kinds to be converted. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_read_any(fuhe_text bytes, const struct fuhe_reader_options *options,
                                                    struct fuhe_arena *arena, struct fuhe_intake *intake,
                                                    struct fuhe_error *err);

/* All bytes of a document, in place of what the builder has. One over FUHE_LIMIT_INTAKE_BYTES is refused. */
FUHE_MUST_USE enum fuhe_status fuhe_intake_load(const struct fuhe_input *input, struct fuhe_text_builder *bytes,
                                                struct fuhe_error *err);

/* Says that a document is over the limit. */
enum fuhe_status fuhe_intake_refuse_size(struct fuhe_error *err);

#endif
