/* SPDX-License-Identifier: Apache-2.0 */
/* Faults and totals as lines of JSON. What does not apply is left out. */
#include "report/record.h"
#include "verify/fault.h"

static const char *const words[] = {
#define WORD(name, word, class) word,
    FUHE_FAULT_KINDS(WORD)
#undef WORD
};

static const enum fuhe_fault_class classes[] = {
#define CLASS(name, word, class) FUHE_FAULT_##class,
    FUHE_FAULT_KINDS(CLASS)
#undef CLASS
};

enum fuhe_fault_class fuhe_fault_class_of(enum fuhe_fault_kind kind) {
    return classes[kind];
}

static void open_line(struct fuhe_record *record, struct fuhe_output *output, const char *type) {
    fuhe_record_init(record, FUHE_RECORD_JSON, output);
    fuhe_record_open(record, NULL);
    fuhe_record_word(record, "schema", "fuhe-verify/1");
    fuhe_record_word(record, "type", type);
}

static void write_count(struct fuhe_record *record, const char *name, uint64_t count) {
    if (count > 0) {
        fuhe_record_count(record, name, count);
    }
}

static void write_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    if (text.length > 0) {
        fuhe_record_text(record, name, text);
    }
}

void fuhe_fault_write_json(struct fuhe_output *output, const struct fuhe_fault *fault) {
    static const char *const class_words[] = {"wrong", "missing", "remark"};
    struct fuhe_record record;

    open_line(&record, output, "fault");
    fuhe_record_word(&record, "kind", words[fault->kind]);
    fuhe_record_word(&record, "class", class_words[classes[fault->kind]]);
    write_text(&record, "file", fault->file);
    write_count(&record, "line", fault->line);
    write_count(&record, "form", fault->form);
    write_count(&record, "page", fault->page);
    write_text(&record, "id", fault->id);
    write_text(&record, "project", fault->project);
    write_text(&record, "field", fuhe_text_of(fault->field == NULL ? "" : fault->field));
    write_count(&record, "fields", fault->fields);
    if (fault->says.length + fault->should.length > 0) {
        fuhe_record_text(&record, "says", fault->says);
        fuhe_record_text(&record, "should", fault->should);
    }
    if (fault->forms > 0) {
        fuhe_record_count(&record, "forms", fault->forms);
        fuhe_record_count(&record, "held", fault->held);
    }
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}

void fuhe_verify_write_json(struct fuhe_output *output, const struct fuhe_verify_totals *totals) {
    struct fuhe_record record;

    open_line(&record, output, "summary");
    fuhe_record_flag(&record, "holds",
                     totals->faults[FUHE_FAULT_WRONG] == 0 && totals->faults[FUHE_FAULT_MISSING] == 0);
    fuhe_record_count(&record, "wrong", totals->faults[FUHE_FAULT_WRONG]);
    fuhe_record_count(&record, "missing", totals->faults[FUHE_FAULT_MISSING]);
    if (totals->has_documents) {
        fuhe_record_open(&record, "documents");
        fuhe_record_count(&record, "count", totals->documents);
        fuhe_record_count(&record, "changed", totals->documents_changed);
        fuhe_record_count(&record, "missing", totals->documents_missing);
        fuhe_record_close(&record);
        fuhe_record_open(&record, "forms");
        fuhe_record_count(&record, "count", totals->forms);
        fuhe_record_count(&record, "wrong", totals->forms_wrong);
        fuhe_record_count(&record, "missing", totals->forms_missing);
        fuhe_record_close(&record);
    }
    if (totals->has_report) {
        fuhe_record_open(&record, "report");
        if (totals->has_manifest) {
            fuhe_record_word(&record, "manifest", totals->manifest);
            fuhe_record_count(&record, "files", totals->files);
        }
        if (totals->has_tables) {
            fuhe_record_count(&record, "lines", totals->lines);
        }
        fuhe_record_close(&record);
    }
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
