/* SPDX-License-Identifier: Apache-2.0 */
/* Reads documents one after the other; what one of them has is forgotten before the next. */
#include "cli/importing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "batch/archive.h"
#include "batch/name.h"
#include "cli/import_names.h"
#include "cli/import_text.h"
#include "html/intake_page.h"
#include "report/messages.h"
#include "report/translate.h"
#include "intake/words.h"
#include "xml/form_writer.h"

struct run {
    const struct fuhe_importing *importing;
    struct fuhe_import_names names;
    struct fuhe_teaching teaching;
    struct fuhe_arena *arena;       /* of the document at hand */
    struct fuhe_text_builder bytes; /* likewise */
    struct fuhe_output *output;
    struct fuhe_intake_page *page; /* NULL: none is asked for */
    size_t forms;
    enum fuhe_exit exit_code;
};

static void raise_exit(struct run *run, enum fuhe_exit exit_code) {
    run->exit_code = exit_code > run->exit_code ? exit_code : run->exit_code;
}

/* --- XML --------------------------------------------------------------------------------------------------------- */

static enum fuhe_status write_xml(const struct fuhe_intake *intake, struct fuhe_output *output,
                                  struct fuhe_error *err) {
    struct fuhe_form_writer *writer = fuhe_form_writer_new(output, &intake->recognition.document, true);

    for (size_t i = 0; writer != NULL && i < intake->recognition.form_count; i++) {
        fuhe_form_writer_write(writer, &intake->recognition.forms[i]->form);
    }
    return fuhe_form_writer_end(writer, err);
}

/* name: without its ending; empty when there was no memory for it. */
static void write_file(struct run *run, fuhe_text name, const struct fuhe_intake *intake) {
    static struct fuhe_output_file file;
    char path[FUHE_PATH_BYTES];
    struct fuhe_error error = {0};
    const int size = snprintf(path, sizeof path, "%s/%.*s.xml", run->importing->folder, (int)name.length, name.bytes);

    if (name.length == 0) {
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    } else if (size < 0 || (size_t)size >= sizeof path) {
        (void)fuhe_error_set(&error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(ENAMETOOLONG), NULL);
    } else if (fuhe_output_file_open(&file, path, &error) == FUHE_STATUS_OK) {
        const enum fuhe_status status = write_xml(intake, &file.output, &error);
        if (fuhe_output_file_close(&file, status == FUHE_STATUS_OK, &error) == FUHE_STATUS_OK &&
            status == FUHE_STATUS_OK) {
            fuhe_import_fill(run->output, _("    written: {file}\n"),
                             (const struct fuhe_template_word[]){{"file", fuhe_text_of(path)}, {NULL, {NULL, 0}}});
            return;
        }
    }
    fuhe_message_complain(path, &error);
    raise_exit(run, FUHE_EXIT_OUTPUT);
}

/* --- one document ------------------------------------------------------------------------------------------------ */

/* A document by its path as shown; NULL when it is no entry of an archive. */
struct document {
    const char *shown;
    const char *path; /* as named on the command line */
    const char *entry;
};

static const char *base_of(const struct document *document) {
    return fuhe_import_base(document->entry != NULL ? document->entry : document->path);
}

static void take_result(struct run *run, const struct document *document, struct fuhe_intake *intake) {
    const struct fuhe_recognition *recognition = &intake->recognition;
    const fuhe_text source = fuhe_text_of(base_of(document));

    intake->recognition.document.source = (struct fuhe_cell){source, {0}, FUHE_CELL_TEXT};
    run->forms += recognition->form_count;
    fuhe_import_write_summary(run->output, fuhe_message_file(document->shown), intake);
    if (run->importing->show && !fuhe_import_write_forms(run->output, intake)) {
        raise_exit(run, FUHE_EXIT_INTERNAL);
    }
    if (fuhe_import_needs_look(recognition)) {
        raise_exit(run, FUHE_EXIT_FINDINGS);
    }
    if (run->page != NULL) {
        fuhe_intake_page_add(run->page, fuhe_message_file(base_of(document)), intake);
    }
    if (run->importing->folder != NULL && recognition->form_count > 0) {
        write_file(run,
                   document->entry != NULL ? fuhe_import_name_of_entry(&run->names, document->entry)
                                           : fuhe_import_name_of_path(&run->names, document->path),
                   intake);
    }
}

static void refuse(struct run *run, const struct document *document, const struct fuhe_error *error) {
    fuhe_message_complain(document->shown, error);
    if (run->page != NULL) {
        fuhe_intake_page_add_failure(run->page, fuhe_message_file(base_of(document)), error);
    }
    raise_exit(run, error->status == FUHE_STATUS_NO_MEMORY ? FUHE_EXIT_NOTHING : FUHE_EXIT_UNSCORED);
}

/* The bytes of the document are in run->bytes. */
static void import_bytes(struct run *run, const struct document *document) {
    struct fuhe_error error = {0};
    struct fuhe_intake intake;

    fuhe_arena_reset(run->arena);
    const enum fuhe_status status =
        fuhe_intake_read_any(fuhe_text_builder_text(&run->bytes), &run->teaching.options, run->arena, &intake, &error);
    if (status == FUHE_STATUS_OK) {
        take_result(run, document, &intake);
    } else {
        refuse(run, document, &error);
    }
}

/* --- archives ---------------------------------------------------------------------------------------------------- */

static void import_entry(struct run *run, struct fuhe_archive *archive, size_t index, const struct document *document) {
    struct fuhe_error error = {0};
    struct fuhe_input input;
    enum fuhe_status status = fuhe_archive_begin(archive, index, &input, &error);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_intake_load(&input, &run->bytes, &error);
        fuhe_archive_end(archive);
    }
    if (status == FUHE_STATUS_OK) {
        import_bytes(run, document);
    } else {
        refuse(run, document, &error);
    }
}

static void import_entries(struct run *run, struct fuhe_archive *archive, const char *path) {
    const struct fuhe_file_name file = {path, NULL};
    struct fuhe_archive_entry entry;

    for (size_t i = 0; i < fuhe_archive_count(archive); i++) {
        if (!fuhe_archive_look(archive, i, &entry)) {
            continue;
        }
        char *shown = malloc(fuhe_file_name_room(&file, entry.name));
        if (shown == NULL) {
            raise_exit(run, FUHE_EXIT_INTERNAL);
            return;
        }
        fuhe_file_name_show(&file, entry.name, shown);
        const struct document document = {shown, path, entry.name};
        if (entry.error.status == FUHE_STATUS_OK) {
            import_entry(run, archive, i, &document);
        } else {
            refuse(run, &document, &entry.error);
        }
        free(shown);
    }
}

/* Imports what is in an archive; false when the file is to be read as a document. */
static bool import_archive(struct run *run, const struct document *document) {
    struct fuhe_archive *archive = NULL;
    struct fuhe_error error = {0};
    const bool is_one = strcmp(document->path, "-") != 0 && fuhe_archive_is(fuhe_text_builder_text(&run->bytes));

    if (!is_one) {
        return false;
    }
    if (fuhe_archive_open(document->path, &archive, &error) == FUHE_STATUS_OK) {
        import_entries(run, archive, document->path);
        fuhe_archive_close(archive);
        return true;
    }
    if (fuhe_archive_may_be_document(document->path, &error)) {
        return false;
    }
    refuse(run, document, &error);
    return true;
}

static void import_path(struct run *run, const char *path) {
    const struct document document = {path, path, NULL};
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_file_load(path, &run->bytes, &error);

    if (import_archive(run, &document)) {
        return;
    }
    if (status == FUHE_STATUS_OK) {
        import_bytes(run, &document);
    } else {
        refuse(run, &document, &error);
    }
}

/* --- the run ----------------------------------------------------------------------------------------------------- */

static bool make_folder(const struct run *run) {
    struct fuhe_error error = {0};
    const char *folder = run->importing->folder;
    struct stat information;

    if (folder == NULL || mkdir(folder, 0777) == 0 ||
        (errno == EEXIST && stat(folder, &information) == 0 && S_ISDIR(information.st_mode))) {
        return true;
    }
    (void)fuhe_error_set(&error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE,
                         strerror(errno == EEXIST ? ENOTDIR : errno), NULL);
    fuhe_message_complain(folder, &error);
    return false;
}

/* Two documents of the same name would be written over each other. */
static bool names_differ(const struct run *run) {
    const char *clash = run->importing->folder == NULL ? NULL : fuhe_import_names_clash(&run->names);
    struct fuhe_error error = {0};

    if (clash != NULL) {
        (void)fuhe_error_set(&error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_INTAKE_NAMES, NULL, NULL);
        fuhe_message_complain(clash, &error);
    }
    return clash == NULL;
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static const struct fuhe_intake_wording wording = {fuhe_import_role, fuhe_import_why, fuhe_import_place};

static bool open_page(struct run *run, struct fuhe_intake_page *page) {
    struct fuhe_error error = {0};

    if (run->importing->page == NULL) {
        return true;
    }
    const enum fuhe_status status = fuhe_intake_page_open(page, run->importing->page, &wording, &error);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(run->importing->page, &error);
        return false;
    }
    run->page = page;
    return true;
}

static void close_page(struct run *run) {
    struct fuhe_error error = {0};

    if (run->page != NULL && fuhe_intake_page_close(run->page, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->importing->page, &error);
        raise_exit(run, FUHE_EXIT_OUTPUT);
    }
}

static enum fuhe_exit import_all(struct run *run) {
    static struct fuhe_intake_page page;

    if (!names_differ(run)) {
        return FUHE_EXIT_USAGE;
    }
    if (!make_folder(run)) {
        return FUHE_EXIT_OUTPUT;
    }
    if (!open_page(run, &page)) {
        return FUHE_EXIT_OUTPUT;
    }
    for (int i = 0; i < run->names.count; i++) {
        import_path(run, run->names.paths[i]);
    }
    close_page(run);
    if (run->forms == 0 && run->exit_code == FUHE_EXIT_OK) {
        (void)fprintf(
            stderr, "fuhe: %s\n",
            _("no form was found: a form is a table with rows of indicators (level 1, 2, 3, target, result, "
              "points); look whether the document has such tables as tables, not as pictures, and whether its "
              "words need --words"));
    }
    if (run->forms == 0) {
        raise_exit(run, FUHE_EXIT_NOTHING);
    }
    return run->exit_code;
}

/* Words of the program's own where no others are given. */
static bool make_ready(struct run *run) {
    struct fuhe_teaching *teaching = &run->teaching;

    if (teaching->taught == NULL) {
        teaching->taught = fuhe_words_new();
        teaching->options.words = teaching->taught;
    }
    run->arena = fuhe_arena_new();
    run->names.arena = fuhe_arena_new();
    return teaching->taught != NULL && run->arena != NULL && run->names.arena != NULL;
}

enum fuhe_exit fuhe_importing_run(const struct fuhe_importing *importing, char **paths, int count,
                                  struct fuhe_output *output) {
    struct run run = {.importing = importing, .names = {.paths = paths, .count = count}, .output = output};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code = fuhe_teaching_load(&run.teaching, &importing->teaching);

    if (exit_code == FUHE_EXIT_OK && make_ready(&run)) {
        exit_code = import_all(&run);
    } else if (exit_code == FUHE_EXIT_OK) {
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        fuhe_message_complain(NULL, &error);
        exit_code = FUHE_EXIT_NOTHING;
    }
    fuhe_teaching_release(&run.teaching);
    fuhe_arena_free(run.arena);
    fuhe_arena_free(run.names.arena);
    fuhe_text_builder_release(&run.bytes);
    return exit_code;
}
