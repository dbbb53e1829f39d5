/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of Word (.docx) as a stream of elements, known by their names without prefix; what is not named here is
 * looked through. Read is what the document says now: what a change took out, deleted rows among it, is left out, and
 * what a change put in is in. Of a cell that goes on with the one above, and of a place holder, nothing is on the page,
 * so nothing is read. Text boxes, notes, headers and macros are not read, other files never followed. */
#include "doors/door_docx.h"

#include <stdlib.h>
#include <string.h>

#include "doors/door.h"

static const char *const types[] = {"wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
                                    "ms-word.document.macroenabled.main+xml",
                                    "ms-word.template.macroenabledtemplate.main+xml", NULL};

static bool recognises(fuhe_text bytes) {
    return fuhe_package_is_of_type(bytes, types);
}

/* --- elements ---------------------------------------------------------------------------------------------------- */

/* What is left out, with all that is in it. */
static enum fuhe_status skip(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->skipped = 1;
    return FUHE_STATUS_OK;
}

static enum fuhe_status skip_fallback(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    docx->in_fallback = true;
    return skip(docx, tag, err);
}

static enum fuhe_status skip_text_box(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    docx->text_box = 1;
    return skip(docx, tag, err);
}

/* A document within this one, unless it is a formula, which is kept like one. */
static enum fuhe_status count_object(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const bool is_formula = fuhe_text_starts_with(fuhe_tag_attribute(tag, "ProgID"), FUHE_TEXT("Equation"));

    (void)err;
    docx->flow.document->embedded_documents += !is_formula;
    return FUHE_STATUS_OK;
}

/* Another document that an office program would draw in. */
static enum fuhe_status skip_document(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    docx->flow.document->embedded_documents++;
    return skip(docx, tag, err);
}

/* Within the properties of a row it says that the row is deleted, else it holds what is. */
static enum fuhe_status take_deletion(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    docx->row_is_deleted = docx->row_is_deleted || docx->in_row_properties;
    return skip(docx, tag, err);
}

/* --- runs --- */

static enum fuhe_status begin_run(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->run = (struct fuhe_docx_run){.open = true};
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_run(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    docx->run = (struct fuhe_docx_run){0};
    return FUHE_STATUS_OK;
}

static enum fuhe_status set_apart(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    docx->run.apart = docx->run.apart || (docx->run.open && fuhe_tag_is_on(tag));
    return FUHE_STATUS_OK;
}

static enum fuhe_status set_struck(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    docx->run.struck = docx->run.struck || (docx->run.open && fuhe_tag_is_on(tag));
    return FUHE_STATUS_OK;
}

static enum fuhe_status set_raised(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const fuhe_text value = fuhe_tag_attribute(tag, "val");

    (void)err;
    docx->run.raised = docx->run.open && (fuhe_text_equals(value, FUHE_TEXT("superscript")) ||
                                          fuhe_text_equals(value, FUHE_TEXT("subscript")));
    return FUHE_STATUS_OK;
}

static enum fuhe_status set_font(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    docx->run.font = docx->run.open ? fuhe_symbol_font_find(fuhe_tag_attribute(tag, "ascii")) : NULL;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_text(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->run.in_text = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_text(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    docx->run.in_text = false;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_symbol(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    return fuhe_docx_add_symbol(docx, fuhe_tag_attribute(tag, "font"), fuhe_tag_attribute(tag, "char"), err);
}

static enum fuhe_status take_tab(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    return fuhe_docx_add(docx, FUHE_TEXT(" "), err);
}

static enum fuhe_status take_hyphen(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    return fuhe_docx_add(docx, FUHE_TEXT("-"), err);
}

static enum fuhe_status take_break(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    return fuhe_docx_break(docx, err);
}

/* --- fields and controls --- */

static enum fuhe_status begin_check_box(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->field = (struct fuhe_docx_field){.kind = FUHE_DOCX_CHECK_BOX};
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_check_box(struct fuhe_docx *docx, struct fuhe_error *err) {
    docx->field.kind = FUHE_DOCX_NO_FIELD;
    return fuhe_docx_add(docx, docx->field.value > 0 ? FUHE_TEXT("☑") : FUHE_TEXT("□"), err);
}

static enum fuhe_status begin_list(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->field = (struct fuhe_docx_field){.kind = FUHE_DOCX_LIST};
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_list(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    docx->field.kind = FUHE_DOCX_NO_FIELD;
    return FUHE_STATUS_OK;
}

/* What a box has, or which entry of a list, at first and now: what comes last counts in a box, what comes first in a
 * list. */
static enum fuhe_status take_value(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_docx_field *field = &docx->field;

    (void)err;
    if (field->kind == FUHE_DOCX_CHECK_BOX) {
        field->value = fuhe_tag_is_on(tag);
    } else if (field->kind == FUHE_DOCX_LIST && !field->is_chosen) {
        field->value = fuhe_tag_number(tag, "val", 0, UINT32_MAX);
        field->is_chosen = true;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_entry(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_docx_field *field = &docx->field;

    if (field->kind != FUHE_DOCX_LIST || field->entry++ != field->value) {
        return FUHE_STATUS_OK;
    }
    return fuhe_docx_add(docx, fuhe_tag_attribute(tag, "val"), err);
}

static enum fuhe_status begin_control(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    docx->controls++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_control(struct fuhe_docx *docx, struct fuhe_error *err) {
    (void)err;
    docx->place_holder = docx->place_holder == docx->controls ? 0 : docx->place_holder;
    docx->controls--;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_place_holder(struct fuhe_docx *docx, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    if (docx->place_holder == 0 && fuhe_tag_is_on(tag)) {
        docx->place_holder = docx->controls;
    }
    return FUHE_STATUS_OK;
}

/* --- all of them, in the order of their names --- */

static const struct element {
    const char *name;
    fuhe_docx_beginning *begin;
    fuhe_docx_ending *end;
} elements[] = {
    {"Fallback", skip_fallback, NULL},
    {"OLEObject", count_object, NULL},
    {"altChunk", skip_document, NULL},
    {"br", take_break, NULL},
    {"cellDel", fuhe_docx_set_cell_deleted, NULL},
    {"checkBox", begin_check_box, end_check_box},
    {"checked", take_value, NULL},
    {"cr", take_break, NULL},
    {"ddList", begin_list, end_list},
    {"default", take_value, NULL},
    {"deg", take_break, fuhe_docx_break}, /* of a formula, as below */
    {"del", take_deletion, NULL},
    {"den", take_break, fuhe_docx_break},
    {"drawing", skip, NULL},
    {"dstrike", set_struck, NULL},
    {"gridBefore", fuhe_docx_skip_columns, NULL},
    {"gridCol", fuhe_docx_take_column, NULL},
    {"gridSpan", fuhe_docx_set_column_span, NULL},
    {"listEntry", take_entry, NULL},
    {"moveFrom", skip, NULL},
    {"noBreakHyphen", take_hyphen, NULL},
    {"num", take_break, fuhe_docx_break},
    {"p", NULL, fuhe_docx_break},
    {"pPr", skip, NULL},
    {"ptab", take_tab, NULL},
    {"r", begin_run, end_run},
    {"rFonts", set_font, NULL},
    {"rPrChange", skip, NULL},
    {"result", take_value, NULL},
    {"rt", skip, NULL},
    {"sdt", begin_control, end_control},
    {"showingPlcHdr", take_place_holder, NULL},
    {"strike", set_struck, NULL},
    {"sub", take_break, fuhe_docx_break},
    {"subDoc", skip_document, NULL},
    {"sup", take_break, fuhe_docx_break},
    {"sym", take_symbol, NULL},
    {"t", begin_text, end_text},
    {"tab", take_tab, NULL},
    {"tbl", fuhe_docx_begin_table, fuhe_docx_end_table},
    {"tblGrid", NULL, fuhe_docx_end_columns},
    {"tblGridChange", skip, NULL},
    {"tc", fuhe_docx_begin_cell, fuhe_docx_end_cell},
    {"tcPr", NULL, fuhe_docx_end_cell_properties},
    {"tcPrChange", skip, NULL},
    {"tr", fuhe_docx_begin_row, fuhe_docx_end_row},
    {"trPr", fuhe_docx_begin_row_properties, fuhe_docx_end_row_properties},
    {"trPrChange", skip, NULL},
    {"txbxContent", skip_text_box, NULL},
    {"vMerge", fuhe_docx_set_merge, NULL},
    {"vanish", set_apart, NULL},
    {"vertAlign", set_raised, NULL},
};

static int compare_name(const void *name, const void *element) {
    return strcmp(name, ((const struct element *)element)->name);
}

static const struct element *find_element(const char *name) {
    return bsearch(name, elements, sizeof elements / sizeof elements[0], sizeof elements[0], compare_name);
}

static enum fuhe_status begin_element(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_docx *docx = context;

    docx->cells += strcmp(tag->name, "tc") == 0;
    if (docx->skipped > 0) {
        docx->skipped++;
        if (docx->text_box == 0 && !docx->in_fallback && strcmp(tag->name, "txbxContent") == 0) {
            docx->text_box = docx->skipped; /* of a drawing */
        }
        return FUHE_STATUS_OK;
    }
    const struct element *element = find_element(tag->name);
    return element == NULL || element->begin == NULL ? FUHE_STATUS_OK : element->begin(docx, tag, err);
}

/* The depth that is left. */
static size_t leave_skipped(struct fuhe_docx *docx) {
    if (docx->skipped == docx->text_box) {
        docx->flow.document->text_boxes += docx->text_box_has_text;
        docx->text_box_has_text = false;
        docx->text_box = 0;
    }
    docx->skipped--;
    docx->in_fallback = docx->in_fallback && docx->skipped > 0;
    return docx->skipped;
}

static enum fuhe_status end_element(void *context, const char *name, struct fuhe_error *err) {
    struct fuhe_docx *docx = context;

    if (docx->skipped > 0 && leave_skipped(docx) > 0) {
        return FUHE_STATUS_OK;
    }
    const struct element *element = find_element(name);
    return element == NULL || element->end == NULL ? FUHE_STATUS_OK : element->end(docx, err);
}

static enum fuhe_status take_text(void *context, fuhe_text text, struct fuhe_error *err) {
    struct fuhe_docx *docx = context;

    if (docx->text_box > 0 && fuhe_text_trim(text).length > 0) {
        docx->text_box_has_text = true;
    }
    return docx->run.in_text && docx->skipped == 0 ? fuhe_docx_add(docx, text, err) : FUHE_STATUS_OK;
}

/* --- the document ------------------------------------------------------------------------------------------------ */

static enum fuhe_status read_part(struct fuhe_package *package, const char *part, struct fuhe_docx *docx,
                                  struct fuhe_error *err) {
    const struct fuhe_part_events events = {begin_element, end_element, take_text};

    FUHE_TRY(fuhe_part_read(package, part, &events, docx, err));
    return fuhe_flow_end(&docx->flow, err);
}

/* From the beginning. */
static enum fuhe_status read_text(struct fuhe_package *package, const char *part, struct fuhe_door_document *document,
                                  struct fuhe_docx_filled_list *filled, struct fuhe_error *err) {
    struct fuhe_docx docx = {.filled = filled};

    fuhe_door_document_begin(document, document->arena);
    fuhe_flow_begin(&docx.flow, document);
    const enum fuhe_status status = read_part(package, part, &docx, err);
    fuhe_flow_release(&docx.flow);
    return status;
}

static enum fuhe_status read_package(struct fuhe_package *package, struct fuhe_door_document *document,
                                     struct fuhe_error *err) {
    struct fuhe_docx_filled_list filled = {0};
    struct fuhe_relations relations;

    FUHE_TRY(fuhe_relations_read(package, "", document->arena, &relations, err));
    const struct fuhe_relation *main_part = fuhe_relations_by_type(&relations, "officeDocument");
    if (main_part == NULL) {
        return fuhe_package_complain(err, "_rels/.rels", "it does not say which part is the document");
    }
    FUHE_TRY(read_text(package, main_part->target, document, &filled, err));
    if (filled.count == 0) {
        return FUHE_STATUS_OK;
    }
    fuhe_docx_sort_filled(&filled);
    return read_text(package, main_part->target, document, &filled, err);
}

static enum fuhe_status read_document(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    struct fuhe_package *package = NULL;

    FUHE_TRY(fuhe_package_open(bytes, &package, err));
    const enum fuhe_status status = read_package(package, document, err);
    fuhe_package_close(package);
    return status;
}

const struct fuhe_door fuhe_door_docx = {"docx", recognises, read_document};
