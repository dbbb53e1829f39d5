/* SPDX-License-Identifier: Apache-2.0 */
/* One sentence a problem: what was found, what was expected, what to do. */
#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

static const char *const sentences[FUHE_PROBLEM_COUNT] = {
    [FUHE_PROBLEM_NONE] = N_("no problem"),
    [FUHE_PROBLEM_NO_MEMORY] = N_("memory is out; close other programs or score fewer files at a time"),
    [FUHE_PROBLEM_OPEN] = N_("cannot be opened: {found}; check name and permissions"),
    [FUHE_PROBLEM_IS_DIRECTORY] = N_("is a directory; name the form files in it, for instance with *.xml"),
    [FUHE_PROBLEM_READ] = N_("cannot be read: {found}"),
    [FUHE_PROBLEM_WRITE] = N_("cannot be written: {found}; check folder, permissions and free space"),
    [FUHE_PROBLEM_EMPTY] = N_("is empty; get the document once more"),
    [FUHE_PROBLEM_NOT_XML] = N_("is not well-formed XML: {found}; correct the document at this place"),
    [FUHE_PROBLEM_ENCODING] =
        N_("declares the encoding {found}, which is not known; expected is {expected}; save the document as UTF-8"),
    [FUHE_PROBLEM_BYTES] = N_("has bytes that are not {found}; save the document in the encoding that it declares, or "
                              "declare the one that it has (often GBK)"),
    [FUHE_PROBLEM_DOCTYPE] = N_("has a DOCTYPE, which is refused for safety; remove the declaration"),
    [FUHE_PROBLEM_ENTITY] = N_("uses the entity “{found}”, which is not allowed; write the characters themselves"),
    [FUHE_PROBLEM_ROOT] = N_("begins with the element “{found}”; expected is {expected}; check that this is the right "
                             "file"),
    [FUHE_PROBLEM_NAMESPACE] = N_("has the namespace “{found}”; write xmlns=\"{expected}\" in the first element"),
    [FUHE_PROBLEM_LIMIT_DEPTH] = N_("elements are nested {found} deep; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_TAG] = N_("a tag is {found} bytes long; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_TEXT] = N_("a text is {found} bytes long; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_FORM] = N_("a form takes {found} bytes; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_INDICATORS] = N_("a form has {found} indicators; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_FUNDS] = N_("a form has {found} fund rows; at most {expected} are allowed"),
    [FUHE_PROBLEM_NO_FORM] = N_("holds no form; at least one <form> was expected"),
    [FUHE_PROBLEM_NO_FORM_END] = N_("no form ends within {expected} MiB from here; correct the document"),
    [FUHE_PROBLEM_FOLDER_LOOP] = N_("leads back to a folder above it; it was passed over"),
    [FUHE_PROBLEM_ARCHIVE] = N_("cannot be taken out of its archive: {found}; make the archive anew"),
    [FUHE_PROBLEM_ARCHIVE_LIMIT] =
        N_("the archive has too much in it: {found}, at most {expected} is allowed; split it"),
    [FUHE_PROBLEM_ARCHIVE_NESTED] = N_("is an archive where only forms are expected; unpack it first"),
    [FUHE_PROBLEM_ARCHIVE_OFFICE] = N_("is an office document where an archive was before; call the command once more"),
    [FUHE_PROBLEM_FOLDER_FOREIGN] = N_("holds something else than results of fuhe batch; name a new or empty folder"),
    [FUHE_PROBLEM_FOLDER_BUSY] = N_("is in use by another run; wait for its end or name another folder"),
    [FUHE_PROBLEM_FOLDER_USED] = N_("holds results already; name a new or empty folder"),
    [FUHE_PROBLEM_FOLDER_EXISTS] = N_("is there already and stays as it is; name another folder"),
    [FUHE_PROBLEM_REPORT_FOREIGN] = N_("holds {found}, which is no part of a report and would be lost; take it out or "
                                       "name a new folder"),
    [FUHE_PROBLEM_REPORT_EDITED] =
        N_("{found} in it was changed since the report was made, perhaps filled in, and would "
           "be lost; move {found} out of the folder and run the command again"),
    [FUHE_PROBLEM_STORE_NONE] = N_("holds no results of fuhe batch; name the folder that was given to fuhe batch -o"),
    [FUHE_PROBLEM_STORE_FOREIGN] = N_("is no database of fuhe; name the folder that was given to fuhe batch -o"),
    [FUHE_PROBLEM_STORE_NEWER] = N_("was made by a newer fuhe (version {found} of the database, known is {expected}); "
                                    "install that one or name another folder"),
    [FUHE_PROBLEM_STORE_OLDER] =
        N_("was made by an earlier fuhe (version {found} of the database, known is {expected}); "
           "score the documents again into a new folder"),
    [FUHE_PROBLEM_STORE_DAMAGED] = N_("the database is damaged: {found}; score the documents again into a new folder"),
    [FUHE_PROBLEM_STORE_ENGINE] = N_("the results are those of fuhe {found}, this is {expected}, whose figures could "
                                     "be others; run fuhe batch again"),
    [FUHE_PROBLEM_STORE_EMPTY] =
        N_("no form has been scored in it: run fuhe batch first; what it could not read stands in unscored/"),
    [FUHE_PROBLEM_RUN_COMPLETE] = N_("the last run was complete: there is nothing to go on with"),
    [FUHE_PROBLEM_RUN_FOLDER] =
        N_("the run named its files as seen from {expected}; go there to resume it, or name the files again"),
    [FUHE_PROBLEM_MERGE_INCOMPLETE] = N_("its run has not ended; go on with it first: fuhe batch --resume -o {found}"),
    [FUHE_PROBLEM_MERGE_ENGINE] = N_("was scored by fuhe {found}, {subject} by {expected}; score all shards with one "
                                     "version"),
    [FUHE_PROBLEM_MERGE_RULES] = N_("was scored by other rule packs than {subject}; score all shards by the same ones"),
    [FUHE_PROBLEM_MERGE_COUNT] =
        N_("is shard {found}, but {subject} is shard {expected}: they are not of one run; name all shards of "
           "one run, and no other folder"),
    [FUHE_PROBLEM_MERGE_TWICE] = N_("is shard {found}, and so is {subject}; name each shard once"),
    [FUHE_PROBLEM_MERGE_MISSING] =
        N_("not all shards are there; missing: {found}; score those with fuhe batch --shard, or "
           "name their folders, too"),
    [FUHE_PROBLEM_MERGE_DOCUMENTS] = N_("was to read {found} documents, {subject} was to read {expected}; give every "
                                        "shard the same folders and files"),
    [FUHE_PROBLEM_MERGE_NAMES] = N_("was to read other documents than {subject}, or in another order; give every shard "
                                    "the same folders and files"),
    [FUHE_PROBLEM_MERGE_OVERLAP] = N_("{found} is in two shards, for it changed between their runs or is not the same "
                                      "on every machine; run fuhe batch for every shard again"),
    [FUHE_PROBLEM_MERGE_LOST] =
        N_("documents that no shard has, for they changed between the runs or are not the same on "
           "every machine: {found}; run fuhe batch for every shard again"),
    [FUHE_PROBLEM_INTAKE_EMPTY] = N_("has no text in it"),
    [FUHE_PROBLEM_INTAKE_KIND] =
        N_("is of a kind that is not known; documents are read as .docx, .xlsx, .odt, .ods, HTML, "
           "markdown or plain text with tables: save it as one of these"),
    [FUHE_PROBLEM_INTAKE_OFFICE] =
        N_("is an office document of a kind that is not read as it is (such as .doc, .xls, .wps, .et, .rtf); give the "
           "option --convert, with which LibreOffice turns it into a new kind, or save it as .docx or .xlsx in the "
           "program that made it"),
    [FUHE_PROBLEM_INTAKE_ENCRYPTED] =
        N_("is protected by a password; open it with the password, save it without one, and name that file"),
    [FUHE_PROBLEM_INTAKE_PACKAGE] =
        N_("is a damaged office document: {found}; open it in the program that made it and save it anew"),
    [FUHE_PROBLEM_INTAKE_ARCHIVE] = N_("is an archive; fuhe batch and fuhe import read the documents in it"),
    [FUHE_PROBLEM_INTAKE_PDF] = N_(
        "is a PDF, which has no tables but only letters at places; take the document that it was made from, or turn "
        "it into HTML or markdown by a program that finds tables (pdftotext -layout gives text to read by eye, but no "
        "tables)"),
    [FUHE_PROBLEM_INTAKE_PICTURE] =
        N_("is a picture, which has no text that could be read; take the document that it was made of, or have it "
           "typed in"),
    [FUHE_PROBLEM_INTAKE_FORMS] = N_("is form XML already: fuhe score reads it as it is"),
    [FUHE_PROBLEM_INTAKE_NO_FORM] =
        N_("no form was found in it: a form is a table with rows of indicators (level 1, 2, 3, target, result, "
           "points); fuhe import --show says what is there, and --words teaches words that it does not know"),
    [FUHE_PROBLEM_INTAKE_UNREAD] = N_("no form was found in what was read of it; hidden sheets, embedded documents and "
                                      "text boxes that were not read: "
                                      "{found}; show or take out what has a form, and score again"),
    [FUHE_PROBLEM_INTAKE_NAMES] = N_("another document has the same name, and their XML would be one file; import them "
                                     "one after the other into other folders"),
    [FUHE_PROBLEM_INTAKE_WORDS] = N_("is no table of words: found “{found}”, expected {expected}"),
    [FUHE_PROBLEM_CONVERT_MISSING] = N_("needs LibreOffice to be converted, which is not found (soffice); install it, "
                                        "or save the document as .docx or .xlsx in the program that made it"),
    [FUHE_PROBLEM_CONVERT_RUN] = N_("cannot be converted, for LibreOffice cannot be started: {found}"),
    [FUHE_PROBLEM_CONVERT_FOLDER] =
        N_("cannot be converted, for there is no temporary folder: {found}; check TMPDIR and free space"),
    [FUHE_PROBLEM_CONVERT_NOTHING] =
        N_("cannot be converted by LibreOffice; it may be damaged: open it in the program that made it and save it as "
           ".docx or .xlsx"),
    [FUHE_PROBLEM_CONVERT_TIME] = N_("is not converted by LibreOffice within {expected} seconds; save it as .docx or "
                                     ".xlsx in the program that made it"),
    [FUHE_PROBLEM_FILL_OUTPUT] = N_("is a document: name the file for its filled copy with --output"),
    [FUHE_PROBLEM_FILL_SAME] = N_("is a document, which is not written over: name another file with --output"),
    [FUHE_PROBLEM_FILL_OLD] =
        N_("cannot be filled in, for it is of an old kind (such as .doc, .xls, .wps, .et, .rtf), also with --convert; "
           "open it in the program that made it, save it as .docx or .xlsx, and fill in that file"),
    [FUHE_PROBLEM_FILL_KIND] =
        N_("cannot be filled in: that is done in workbooks (.xlsx, .xlsm) and Word documents (.docx), and this is "
           "{found}; make form XML of it with fuhe import, which --fill writes back"),
    [FUHE_PROBLEM_LIMIT_BYTES] = N_("is larger than {expected} MiB, which is the most that is read; split it"),
    [FUHE_PROBLEM_LIMIT_ATTRIBUTES] =
        N_("an element has {found} attributes; at most {expected} are allowed; is it the right file?"),
    [FUHE_PROBLEM_LIMIT_BLOCKS] =
        N_("has {found} paragraphs and tables; at most {expected} are allowed; is it the right file?"),
    [FUHE_PROBLEM_LIMIT_CELLS] =
        N_("the tables have {found} cells; at most {expected} are allowed; split the document"),
    [FUHE_PROBLEM_LIMIT_COLUMNS] = N_("a table has {found} columns; at most {expected} are allowed"),
    [FUHE_PROBLEM_LIMIT_TABLES] = N_("tables are nested {found} deep; at most {expected} are allowed"),
    [FUHE_PROBLEM_FORM_UNKNOWN] =
        N_("no form has the id or project name “{found}”; index.html of the report lists them all"),
    [FUHE_PROBLEM_TABLE_SIZE] = N_("has more than {expected} MiB; is it the right file?"),
    [FUHE_PROBLEM_TABLE_ENCODING] =
        N_("is neither in UTF-8 nor in GB18030 (GBK); save it in the spreadsheet as “CSV UTF-8”"),
    [FUHE_PROBLEM_TABLE_QUOTE] = N_("a quotation mark opens a cell and does not close at its end; correct the line, or "
                                    "save the table anew as CSV in the spreadsheet"),
    [FUHE_PROBLEM_TABLE_CELLS] =
        N_("the line has more than {expected} cells, so it is not clear which is which; put texts with commas in "
           "quotation marks, or save the table anew as CSV in the spreadsheet"),
    [FUHE_PROBLEM_TABLE_COLUMN] =
        N_("has no column “{expected}”; write the table anew with --format csv, leave its first line as it is, and "
           "fill in “reviewed”"),
    [FUHE_PROBLEM_REVIEWED_BATCH] =
        N_("this line is of a sample of other documents, or of these in another order (batch “{found}”, here "
           "{expected}): what was reviewed says nothing of this batch"),
    [FUHE_PROBLEM_REVIEWED_OTHER] = N_("this line is of a sample drawn with {found}, the command asks for {expected}; "
                                       "give it the same -n and --seed, or the table of that sample"),
    [FUHE_PROBLEM_REVIEWED_UNKNOWN] =
        N_("{found} is not in this sample at that place; the table is that of another batch or was changed: write it "
           "anew with --format csv"),
    [FUHE_PROBLEM_REVIEWED_TWICE] = N_("{found} stands there twice; leave one of the lines out"),
    [FUHE_PROBLEM_REVIEWED_MISSING] =
        N_("{found} of the sample is not there; put its line back, with “reviewed” left empty if it is not reviewed "
           "yet"),
    [FUHE_PROBLEM_REVIEWED_SCORE] =
        N_("“{found}” is no score from 0 to {expected}; write digits with a point, such as 91.5, or leave the cell "
           "empty if the form is not reviewed yet"),
    [FUHE_PROBLEM_PACK_UNKNOWN] = N_("there are no rules named “{found}”; known are: {expected}; the name of a file "
                                     "ends in .xml"),
    [FUHE_PROBLEM_PACK_ELEMENT] = N_(
        "“{found}” in {subject} is not known; correct it, for a rule that is not understood must not be passed over"),
    [FUHE_PROBLEM_PACK_UNCLOSED] =
        N_("“{found}” stands inside {subject}, where it does not belong; is the end tag </{subject}> missing?"),
    [FUHE_PROBLEM_PACK_MISSING] = N_("{subject} lacks {expected}; add it"),
    [FUHE_PROBLEM_PACK_VALUE] = N_("the value “{found}” of {subject} is not understood; expected is {expected}"),
    [FUHE_PROBLEM_PACK_DUPLICATE] = N_("{subject}: “{found}” stands twice; keep one"),
    [FUHE_PROBLEM_PACK_GAP] = N_("{subject}: no band covers {found}; close the gap"),
    [FUHE_PROBLEM_PACK_OVERLAP] = N_("{subject}: two bands cover {found}; separate them"),
    [FUHE_PROBLEM_PACK_UNREACHABLE] = N_("{subject}: no value reaches {found}; correct its bounds"),
    [FUHE_PROBLEM_PACK_NOT_MONOTONE] = N_("{subject}: more performance scores less: {found}"),
    [FUHE_PROBLEM_PACK_TURNS_UP] = N_("{subject}: going further beyond the target earns points back: {found}"),
    [FUHE_PROBLEM_PACK_FULL] = N_("{subject}: {found}, but the whole weight is {expected}"),
    [FUHE_PROBLEM_PACK_NO_WORDS] =
        N_("{subject}: a cell with “{found}” is read as {expected}, never as words; take the word out"),
    [FUHE_PROBLEM_PACK_DEFAULT] = N_("{subject}: points come of “{found}”, which is no value, in {expected}"),
    [FUHE_PROBLEM_PACK_AMBIGUOUS] =
        N_("{subject}: the same weights as “{found}”, so that no form can tell which is meant; keep one"),
    [FUHE_PROBLEM_PACK_WEIGHTS] = N_("{subject}: the weights add up to {found}; expected is {expected}"),
    [FUHE_PROBLEM_PACK_ORDER] = N_("{subject}: {found} must stand before {expected}; list them from high to low"),
    [FUHE_PROBLEM_PACK_TURNED] = N_("{subject}: low ({found}) is above high ({expected}); exchange them"),
    [FUHE_PROBLEM_PACK_WORD_MET] =
        N_("{subject}: “{found}” is a word for full marks already, in {expected}; keep it in one of them"),
    [FUHE_PROBLEM_PACK_RATIO] =
        N_("{subject}: {found} is no multiple of a target from 1 to {expected}; 200 % is written as 2"),
    [FUHE_PROBLEM_PACK_RECALLED] =
        N_("{subject}: “recalled” (from memory alone) is for drafts; read the paper, or write status=\"draft\""),
    [FUHE_PROBLEM_PACK_PLACEHOLDER] =
        N_("{subject}: “{found}” is still to be filled in; fill it in, or write status=\"draft\""),
    [FUHE_PROBLEM_PACK_PERIOD] = N_("from ({found}) is after to ({expected}); correct the dates"),
    [FUHE_PROBLEM_PACK_DRAFT] =
        N_("the rule pack {found} is a draft, not all of it is proven; to use it all the same add "
           "--allow-draft"),
    [FUHE_PROBLEM_PACK_BASE] = N_("the base “{found}” is not at hand; at hand are: {expected}"),
    [FUHE_PROBLEM_PACK_BASE_FILE] =
        N_("the base “{found}” is not at hand; put it beside this file ({subject}), or name "
           "one of: {expected}"),
    [FUHE_PROBLEM_PACK_BASE_VERSION] = N_("the base {subject} is wanted in version {found}, at hand is {expected}; "
                                          "correct base-version, or put the other version beside this file"),
    [FUHE_PROBLEM_PACK_BASE_UNSOUND] =
        N_("its base {found} is no sound rule pack; fuhe rules check {found} says what is wrong with it"),
    [FUHE_PROBLEM_PACK_BASE_OTHER] =
        N_("its base {found} is at hand with other content than in the file beside this one; "
           "give that file another version (or id)"),
    [FUHE_PROBLEM_PACK_CIRCLE] = N_("its bases lead back to itself: {found}; take one of them out"),
    [FUHE_PROBLEM_PACK_DEPTH] =
        N_("{found} overlays stand on each other; at most {expected} are allowed: write the rules "
           "of the lower ones as one pack"),
    [FUHE_PROBLEM_PACK_SAME] =
        N_("{subject} changes nothing: the base {found} says the same; take it out, or state what differs"),
    [FUHE_PROBLEM_PACK_WHY] =
        N_("{subject} has {found}, which says why a rule differs from that of a base; name the base (pack/@base), or "
           "take it out"),
    [FUHE_PROBLEM_PACK_SOURCE] =
        N_("{subject}: the base has a source “{found}”, too; cite that one without stating it, or choose another id"),
    [FUHE_PROBLEM_PACK_ON_DRAFT] =
        N_("the base {found} is a draft; what stands on it is one, too: write status=\"draft\""),
    [FUHE_PROBLEM_PACK_ON_REPEALED] =
        N_("the base {found} is repealed; name the rules that replaced it, or write status=\"repealed\" or \"draft\""),
    [FUHE_PROBLEM_PACK_TAKEN] =
        N_("another rule pack {found} is at hand, with other content; give this one another version (or id)"),
    [FUHE_PROBLEM_PACK_FOLDER] =
        N_("holds no rule pack; name a folder with .xml files, or with folders that hold a pack.xml"),
    [FUHE_PROBLEM_INTERNAL] = N_("a fault of this program ({found}); please report it"),
};

/* What the system says, and the kinds of values that rule packs have, for translation; any other text stays as it is.
 */
static const char *const known_words[] = {
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("No space left on device"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("Broken pipe"),
    N_("Read-only file system"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Bad file descriptor"),
    N_("Too many levels of symbolic links"),
    N_("Not a zip archive"),
    N_("it is encrypted"),
    N_("it is no file"),
    N_("its size is not as announced"),
    N_("text"),
    N_("a number"),
    N_("a finding code"),
    N_("the name of a rule"),
    N_("the id of a source"),
    N_("another one, or no source"),
    N_("text without @ / \\ and space"),
    N_("points for cost, as the pack is for forms with cost indicators"),
    N_("no entry"),
    N_("a rank"),
    N_("zero"),
    N_("unreadable"),
};

/* How the parser begins what it says most often, for translation; what it adds (a name, a line) stays as it is. */
static const char *const known_beginnings[] = {
    N_("the document ends before its first element"),
    N_("the document ends inside "),
    N_("Opening and ending tag mismatch: "),
    N_("Double hyphen within comment: "),
    N_("Comment must not contain '--' (double-hyphen)"),
    N_("Couldn't find end of Start Tag "),
    N_("Extra content at the end of the document"),
    N_("StartTag: invalid element name"),
    N_("Specification mandates value for attribute "),
    N_("AttValue: \" or ' expected"),
    N_("attributes construct error"),
    N_("error parsing attribute name"),
    N_("Unescaped '<' not allowed in attributes values"),
    N_("xmlParseEntityRef: no name"),
    N_("EntityRef: expecting ';'"),
    N_("expected '>'"),
};

static void translate_beginning(const char *text, char *translated, size_t size) {
    for (size_t i = 0; i < sizeof known_beginnings / sizeof known_beginnings[0]; i++) {
        const size_t length = strlen(known_beginnings[i]);
        if (strncmp(known_beginnings[i], text, length) == 0) {
            (void)snprintf(translated, size, "%s%s", _(known_beginnings[i]), text + length);
            return;
        }
    }
    (void)snprintf(translated, size, "%s", text);
}

const char *fuhe_message_system(const char *text) {
    for (size_t i = 0; i < sizeof known_words / sizeof known_words[0]; i++) {
        if (strcmp(known_words[i], text) == 0) {
            return _(known_words[i]);
        }
    }
    return text;
}

const char *fuhe_message_file(const char *file) {
    return strcmp(file, "-") == 0 ? _("standard input") : file;
}

/* Who opens a table in a spreadsheet counts its rows, not its characters. */
static bool is_of_table(const struct fuhe_error *error) {
    return error->problem >= FUHE_PROBLEM_REVIEWED_BATCH && error->problem <= FUHE_PROBLEM_REVIEWED_SCORE &&
           error->subject[0] != '\0';
}

static void write_cell(struct fuhe_output *output, const struct fuhe_error *error) {
    char line[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"line", {line, fuhe_size_format(error->line, line)}},
                                               {"column", fuhe_text_of(error->subject)},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(output, _(" line {line}, column “{column}”:"), words);
}

static void write_place(struct fuhe_output *output, const struct fuhe_error *error) {
    if (error->line == 0) {
        return;
    }
    if (is_of_table(error)) {
        write_cell(output, error);
        return;
    }
    fuhe_output_size(output, error->line);
    fuhe_output_char(output, ':');
    if (error->column > 0) {
        fuhe_output_size(output, error->column);
        fuhe_output_char(output, ':');
    }
}

/* An element that is not closed, as the parser says it: "… tag mismatch: scale line 17 and pack". */
struct mismatch {
    char opened[64];
    char line[16];
    char closed[64];
};

static bool read_mismatch(const struct fuhe_error *error, struct mismatch *mismatch) {
    return error->problem == FUHE_PROBLEM_NOT_XML &&
           sscanf(error->found, "Opening and ending tag mismatch: %63s line %15[0-9] and %63s", mismatch->opened,
                  mismatch->line, mismatch->closed) == 3;
}

/* What the problem alone does not say. */
static const char *special_sentence(const struct fuhe_error *error) {
    static const char broken_off[] = "the document ends inside ";

    if (error->problem == FUHE_PROBLEM_NOT_XML && strncmp(error->found, broken_off, sizeof broken_off - 1) == 0) {
        return _("is not complete: {found}; the file breaks off here, get it once more");
    }
    if (error->problem == FUHE_PROBLEM_PACK_ELEMENT && error->expected[0] != '\0') {
        return _("“{found}” in {subject} is not known; is {expected} meant?");
    }
    return NULL;
}

void fuhe_message_error(struct fuhe_output *output, const char *file, const struct fuhe_error *error) {
    char found[2 * sizeof error->found];
    struct mismatch mismatch = {"", "", ""};
    const char *sentence = special_sentence(error);
    translate_beginning(fuhe_message_system(error->found), found, sizeof found);
    if (read_mismatch(error, &mismatch)) {
        sentence = _("<{opened}> of line {line} has no end tag in front of </{closed}>; close it");
    }
    const struct fuhe_template_word words[] = {
        {"found", fuhe_text_of(found)},
        {"expected", fuhe_text_of(fuhe_message_system(error->expected))},
        {"subject", fuhe_text_of(error->subject)},
        {"opened", fuhe_text_of(mismatch.opened)},
        {"line", fuhe_text_of(mismatch.line)},
        {"closed", fuhe_text_of(mismatch.closed)},
        {NULL, {NULL, 0}},
    };

    if (file != NULL) {
        fuhe_width_write(output, fuhe_text_of(fuhe_message_file(file)));
        fuhe_output_char(output, ':');
    }
    write_place(output, error);
    fuhe_output_string(output, file != NULL || error->line > 0 ? " " : "");
    fuhe_template_words(output, sentence != NULL ? sentence : _(sentences[error->problem]), words);
}

static enum fuhe_status write_standard_error(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)context;
    (void)err;
    (void)fwrite(bytes, 1, length, stderr);
    return FUHE_STATUS_OK;
}

void fuhe_message_complain(const char *file, const struct fuhe_error *error) {
    static struct fuhe_output output;

    fuhe_output_init(&output, write_standard_error, NULL);
    fuhe_output_string(&output, "fuhe: ");
    fuhe_message_error(&output, file, error);
    fuhe_output_char(&output, '\n');
    if (fuhe_output_flush(&output, NULL) != FUHE_STATUS_OK) {
        return; /* nowhere left to complain */
    }
}
