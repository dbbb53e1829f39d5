/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe import FILE…: documents as units file them into form XML. */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/importing.h"
#include "cli/teaching.h"
#include "report/messages.h"
#include "report/translate.h"

static const struct fuhe_option options[] = {
    {"output", 'o', "FOLDER", N_("folder for the XML, one file a document; made when it is not there"),
     FUHE_OPTION_TEXT(struct fuhe_importing, folder)},
    {"show", 0, NULL, N_("print every form as it was recognised, with row, line and column of its values"),
     FUHE_OPTION_FLAG(struct fuhe_importing, show)},
    {"page", 0, "FILE", N_("a page for the browser: every form over its table, with what each cell was read as"),
     FUHE_OPTION_TEXT(struct fuhe_importing, page)},
    FUHE_OPTION_WORDS(struct fuhe_importing, teaching.words),
    FUHE_OPTION_CONVERT(struct fuhe_importing, teaching.converts),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("forms were found, and nothing needs a person's eye")},
    {FUHE_EXIT_FINDINGS, N_("forms were found; something marked ? must be looked at by a person")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("some document or the file of words could not be read")},
    {FUHE_EXIT_NOTHING, N_("no form was found in any document")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* The document that the page would be written over, NULL for none. */
static const char *overwritten(const struct fuhe_importing *importing, char **paths, int count) {
    for (int i = 0; importing->page != NULL && i < count; i++) {
        if (fuhe_input_file_is(paths[i], importing->page)) {
            return paths[i];
        }
    }
    return NULL;
}

static enum fuhe_exit run(int argc, char **argv) {
    static struct fuhe_output_file file;
    struct fuhe_importing importing = {0};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_import, argc, argv, &importing, &count, &exit_code)) {
        return exit_code;
    }
    if (count == 0) {
        return fuhe_options_complain(&fuhe_command_import, _("name at least one document"), "");
    }
    const char *document = overwritten(&importing, argv, count);
    if (document != NULL) {
        return fuhe_options_complain(&fuhe_command_import,
                                     _("--page names a document that is read; choose another name"), document);
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    exit_code = fuhe_importing_run(&importing, argv, count, &file.output);
    return fuhe_output_file_finish(&file, exit_code);
}

const struct fuhe_command fuhe_command_import = {
    "import",
    N_("[OPTION…] FILE…"),
    N_("Reads forms out of documents with tables (docx, xlsx, odt, ods, HTML, markdown, plain text) and writes them as "
       "XML, "
       "which the "
       "other "
       "commands take. Says what was found, and what a person must look at."),
    options,
    exits,
    run};
