/* SPDX-License-Identifier: Apache-2.0 */
/* Reads documents one after the other; what one of them has is forgotten before the next. The XML file is named after
 * the document, with its whole name where two documents differ only in their ending. */
#include "cli/importing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/import_text.h"
#include "html/intake_page.h"
#include "report/messages.h"
#include "report/translate.h"
#include "xml/form_writer.h"
#include "xml/input.h"

struct run {
    const struct fuhe_importing *importing;
    char **paths;
    int count;
    struct fuhe_words *words;
    struct fuhe_arena *arena;
    struct fuhe_output *output;
    struct fuhe_intake_page *page; /* NULL: none is asked for */
    size_t forms;
    enum fuhe_exit exit_code;
};

static void raise_exit(struct run *run, enum fuhe_exit exit_code) {
    run->exit_code = exit_code > run->exit_code ? exit_code : run->exit_code;
}

/* --- bytes ------------------------------------------------------------------------------------------------------- */

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status read_all(const struct fuhe_input *input, char **bytes, size_t *length, struct fuhe_error *err) {
    size_t capacity = 65536;
    size_t count = 1;

    *length = 0;
    *bytes = malloc(capacity);
    while (*bytes != NULL && count > 0 && *length <= FUHE_LIMIT_INTAKE_BYTES) {
        if (*length == capacity) {
            char *grown = realloc(*bytes, capacity *= 2);
            if (grown == NULL) {
                return no_memory(err);
            }
            *bytes = grown;
        }
        FUHE_TRY(input->read(input->context, *bytes + *length, capacity - *length, &count, err));
        *length += count;
    }
    return *bytes == NULL ? no_memory(err) : FUHE_STATUS_OK;
}

static enum fuhe_status read_file(const char *path, char **bytes, size_t *length, struct fuhe_error *err) {
    int descriptor;

    FUHE_TRY(fuhe_input_file_open(path, &descriptor, err));
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    const enum fuhe_status status = read_all(&input, bytes, length, err);
    fuhe_input_file_close(descriptor);
    return status;
}

/* --- XML --------------------------------------------------------------------------------------------------------- */

static const char *base_of(const char *path) {
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static size_t stem_length(const char *base) {
    const char *dot = strrchr(base, '.');

    return dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
}

/* Whether another document would have the same name without (or, with `whole`, even with) its ending. */
static bool is_taken(const struct run *run, const char *base, bool whole) {
    const size_t length = whole ? strlen(base) : stem_length(base);
    int found = 0;

    for (int i = 0; i < run->count; i++) {
        const char *other = base_of(run->paths[i]);
        const size_t other_length = whole ? strlen(other) : stem_length(other);
        found += other_length == length && strncmp(base, other, length) == 0;
    }
    return found > 1;
}

static enum fuhe_status write_xml(const struct fuhe_intake *intake, struct fuhe_output *output,
                                  struct fuhe_error *err) {
    struct fuhe_form_writer *writer = fuhe_form_writer_new(output, &intake->recognition.document, true);

    for (size_t i = 0; writer != NULL && i < intake->recognition.form_count; i++) {
        fuhe_form_writer_write(writer, &intake->recognition.forms[i]->form);
    }
    return fuhe_form_writer_end(writer, err);
}

static void write_file(struct run *run, const char *path, const struct fuhe_intake *intake) {
    static struct fuhe_output_file file;
    char name[FUHE_PATH_BYTES];
    struct fuhe_error error = {0};
    const char *base = strcmp(path, "-") == 0 ? "stdin" : base_of(path);
    const size_t length = is_taken(run, base, false) ? strlen(base) : stem_length(base);
    const int size = snprintf(name, sizeof name, "%s/%.*s.xml", run->importing->folder, (int)length, base);

    if (size < 0 || (size_t)size >= sizeof name) {
        (void)fuhe_error_set(&error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(ENAMETOOLONG), NULL);
    } else if (fuhe_output_file_open(&file, name, &error) == FUHE_STATUS_OK) {
        const enum fuhe_status status = write_xml(intake, &file.output, &error);
        if (fuhe_output_file_close(&file, status == FUHE_STATUS_OK, &error) == FUHE_STATUS_OK &&
            status == FUHE_STATUS_OK) {
            fuhe_import_fill(run->output, _("    written: {file}\n"),
                             (const struct fuhe_template_word[]){{"file", fuhe_text_of(name)}, {NULL, {NULL, 0}}});
            return;
        }
    }
    fuhe_message_complain(name, &error);
    raise_exit(run, FUHE_EXIT_OUTPUT);
}

/* --- one document ------------------------------------------------------------------------------------------------ */

static void take_result(struct run *run, const char *path, struct fuhe_intake *intake) {
    const struct fuhe_recognition *recognition = &intake->recognition;
    const fuhe_text source = fuhe_text_of(base_of(path));

    intake->recognition.document.source = (struct fuhe_cell){source, {0}, FUHE_CELL_TEXT};
    run->forms += recognition->form_count;
    fuhe_import_write_summary(run->output, fuhe_message_file(path), intake);
    if (run->importing->show && !fuhe_import_write_forms(run->output, intake)) {
        raise_exit(run, FUHE_EXIT_INTERNAL);
    }
    if (fuhe_import_needs_look(recognition)) {
        raise_exit(run, FUHE_EXIT_FINDINGS);
    }
    if (run->page != NULL) {
        fuhe_intake_page_add(run->page, fuhe_message_file(base_of(path)), intake);
    }
    if (run->importing->folder != NULL && recognition->form_count > 0) {
        write_file(run, path, intake);
    }
}

static void import_document(struct run *run, const char *path) {
    struct fuhe_error error = {0};
    struct fuhe_intake intake;
    char *bytes = NULL;
    size_t length = 0;
    enum fuhe_status status = read_file(path, &bytes, &length, &error);

    fuhe_arena_reset(run->arena);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_intake_read((fuhe_text){bytes, length}, run->words, run->arena, &intake, &error);
    }
    if (status == FUHE_STATUS_OK) {
        take_result(run, path, &intake);
    } else {
        fuhe_message_complain(path, &error);
        if (run->page != NULL) {
            fuhe_intake_page_add_failure(run->page, fuhe_message_file(base_of(path)), &error);
        }
        raise_exit(run, status == FUHE_STATUS_NO_MEMORY ? FUHE_EXIT_NOTHING : FUHE_EXIT_UNSCORED);
    }
    free(bytes);
}

/* --- the run ----------------------------------------------------------------------------------------------------- */

static bool learn(struct run *run) {
    const char *path = run->importing->words;
    struct fuhe_error error = {0};
    char *bytes = NULL;
    size_t length = 0;

    if (path == NULL) {
        return true;
    }
    enum fuhe_status status = read_file(path, &bytes, &length, &error);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_words_teach(run->words, (fuhe_text){bytes, length}, &error);
    }
    free(bytes);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(path, &error);
    }
    return status == FUHE_STATUS_OK;
}

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
    struct fuhe_error error = {0};

    for (int i = 0; run->importing->folder != NULL && i < run->count; i++) {
        if (is_taken(run, base_of(run->paths[i]), true)) {
            (void)fuhe_error_set(&error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_INTAKE_NAMES, NULL, NULL);
            fuhe_message_complain(run->paths[i], &error);
            return false;
        }
    }
    return true;
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

    if (!learn(run)) {
        return FUHE_EXIT_UNSCORED;
    }
    if (!names_differ(run)) {
        return FUHE_EXIT_USAGE;
    }
    if (!make_folder(run)) {
        return FUHE_EXIT_OUTPUT;
    }
    if (!open_page(run, &page)) {
        return FUHE_EXIT_OUTPUT;
    }
    for (int i = 0; i < run->count; i++) {
        import_document(run, run->paths[i]);
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

enum fuhe_exit fuhe_importing_run(const struct fuhe_importing *importing, char **paths, int count,
                                  struct fuhe_output *output) {
    struct run run = {.importing = importing, .paths = paths, .count = count, .output = output};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code = FUHE_EXIT_NOTHING;

    run.words = fuhe_words_new();
    run.arena = fuhe_arena_new();
    if (run.words != NULL && run.arena != NULL) {
        exit_code = import_all(&run);
    } else {
        (void)no_memory(&error);
        fuhe_message_complain(NULL, &error);
    }
    fuhe_words_free(run.words);
    fuhe_arena_free(run.arena);
    return exit_code;
}
