/* SPDX-License-Identifier: Apache-2.0 */
/* What the parser itself finds wrong, in words and at a place of the document: it has seen only the shadow. */
#include <stdio.h>
#include <string.h>

#include "xml/sax_machine_private.h"

/* A bad namespace may be quoted in a message. */
static void hide_shadow(char *message) {
    for (; *message != '\0'; message++) {
        if (*message == FUHE_SHADOW_BYTE) {
            *message = '?';
        }
    }
}

static void refuse_fault_at(struct fuhe_sax_machine *machine, enum fuhe_problem problem, const char *said,
                            size_t offset) {
    const struct fuhe_place place = fuhe_window_place(&machine->window, offset);
    const fuhe_text trimmed = fuhe_text_trim(fuhe_text_of(said));
    char found[sizeof machine->error.found];

    snprintf(found, sizeof found, "%.*s", (int)trimmed.length, trimmed.length > 0 ? trimmed.bytes : "");
    hide_shadow(found);
    fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, problem, found, NULL);
    fuhe_error_set_place(&machine->error, place.line, place.column);
}

/* A document without a root: nothing but white space, no markup at all, or the beginning of some. */
static void refuse_rootless(struct fuhe_sax_machine *machine) {
    const size_t from = machine->window.offset;
    const size_t end = fuhe_window_end(&machine->window);
    const fuhe_text text = fuhe_text_trim(fuhe_window_between(&machine->window, from, end));

    if (text.length == 0) {
        fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_EMPTY, NULL, NULL);
    } else if (from == 0 && text.bytes[0] != '<') {
        fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NOT_XML, "no '<' at the start", NULL);
        fuhe_error_set_place(&machine->error, 1, 1);
    } else {
        refuse_fault_at(machine, FUHE_PROBLEM_NOT_XML, "the document ends before its first element", end);
    }
}

/* A document that ends too early. */
static void refuse_end(struct fuhe_sax_machine *machine) {
    const struct fuhe_place place = fuhe_window_place(&machine->window, fuhe_window_end(&machine->window));
    const char *innermost = fuhe_sax_element_name(&machine->open[machine->depth]);
    char found[64];

    if (machine->depth == 0 && machine->skipped == 0) {
        refuse_rootless(machine);
        return;
    }
    snprintf(found, sizeof found, "the document ends inside <%s>", innermost == NULL ? "" : innermost);
    fuhe_sax_fail(machine, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NOT_XML, found, NULL);
    fuhe_error_set_place(&machine->error, place.line, place.column);
}

static void refuse_fault(struct fuhe_sax_machine *machine, enum fuhe_problem problem, const char *said) {
    refuse_fault_at(machine, problem, said, fuhe_sax_parser_offset(machine));
}

/* A "]]>" in a text: the parser may stand where the text begins. */
static void refuse_section_end(struct fuhe_sax_machine *machine, const char *said) {
    const size_t from = fuhe_sax_parser_offset(machine);
    const fuhe_text rest = fuhe_window_between(&machine->window, from, fuhe_window_end(&machine->window));
    const size_t found = fuhe_text_find(rest, FUHE_TEXT("]]>"));

    refuse_fault_at(machine, FUHE_PROBLEM_NOT_XML, said, found < rest.length ? from + found : from);
}

/* A tag that is not there as a whole is parsed at the end of the document only; what seems wrong is that it breaks off.
 */
static bool is_at_end(const struct fuhe_sax_machine *machine) {
    return fuhe_sax_parser_offset(machine) >= fuhe_window_end(&machine->window);
}

/* What the parser itself found wrong. Its first word counts; warnings do not. */
void fuhe_sax_on_error(void *context, xmlErrorPtr error) {
    struct fuhe_sax_machine *machine = context;

    if (fuhe_sax_has_failed(machine) || error->level <= XML_ERR_WARNING) {
        return;
    }
    if (error->code == XML_ERR_NO_MEMORY || machine->parser == NULL || machine->parser->input == NULL) {
        fuhe_sax_fail_memory(machine);
    } else if (error->code == XML_ERR_DOCUMENT_END && (machine->depth > 0 || !machine->has_root)) {
        refuse_end(machine);
    } else if (error->code == XML_ERR_DOCUMENT_EMPTY) {
        refuse_fault(machine, FUHE_PROBLEM_NOT_XML, "no '<' at the start");
    } else if (error->code == XML_ERR_UNDECLARED_ENTITY) {
        refuse_fault(machine, FUHE_PROBLEM_ENTITY, error->str1);
    } else if (error->code == XML_ERR_MISPLACED_CDATA_END) {
        refuse_section_end(machine, error->message);
    } else if (is_at_end(machine)) {
        refuse_end(machine);
    } else {
        refuse_fault(machine, FUHE_PROBLEM_NOT_XML, error->message);
    }
}
