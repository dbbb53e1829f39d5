/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules new: the folder of a rule pack to be written. It is made under another name beside its place, and moved
 * there when all files are complete. */
#include "cli/rules_new.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/marked_folder.h"
#include "cli/rules_named.h"
#include "cli/rules_skeleton.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { ID_BYTES_MAX = 64 };

/* --- names ------------------------------------------------------------------------------------------------------- */

static bool is_id(const char *id) {
    const size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return id[length] == '\0' && length > 0 && length <= ID_BYTES_MAX && id[0] >= 'a' && id[0] <= 'z' &&
           id[length - 1] != '-';
}

/* The place without slashes at its end, which would put the folder under work into it. */
static bool settle_place(char place[FUHE_PATH_BYTES], const char *path) {
    const int length = snprintf(place, FUHE_PATH_BYTES, "%s", path);

    if (length <= 0 || length >= FUHE_PATH_BYTES) {
        errno = ENAMETOOLONG;
        return false;
    }
    for (size_t end = (size_t)length; end > 1 && place[end - 1] == '/'; end--) {
        place[end - 1] = '\0';
    }
    return true;
}

static enum fuhe_status check_free(const char *place, struct fuhe_error *err) {
    struct stat information;

    if (lstat(place, &information) == 0) {
        return fuhe_folder_refuse(err, FUHE_PROBLEM_FOLDER_EXISTS, NULL);
    }
    return errno == ENOENT ? FUHE_STATUS_OK : fuhe_folder_refuse_system(err);
}

/* --- the folder -------------------------------------------------------------------------------------------------- */

static bool make_building(char building[FUHE_PATH_BYTES], const char *place) {
    const mode_t mask = umask(0);
    const int length = snprintf(building, FUHE_PATH_BYTES, "%s.XXXXXX", place);

    (void)umask(mask);
    if (length < 0 || length >= FUHE_PATH_BYTES) {
        errno = ENAMETOOLONG;
        return false;
    }
    fuhe_interrupt_hold();
    const bool made = mkdtemp(building) != NULL;
    const int reason = errno;
    if (made) {
        (void)chmod(building, 0777 & ~mask); /* as a folder made in the ordinary way */
    }
    fuhe_interrupt_go_on(made ? building : NULL);
    errno = reason;
    return made;
}

static enum fuhe_status write_file(const char *building, const struct fuhe_rules_skeleton_file *row,
                                   const struct fuhe_rules_skeleton *skeleton, struct fuhe_error *err) {
    static struct fuhe_output_file file;
    char path[FUHE_PATH_BYTES];

    if (!fuhe_folder_join(path, building, row->name)) {
        return fuhe_folder_refuse_system(err);
    }
    FUHE_TRY(fuhe_output_file_open(&file, path, err));
    row->write(&file.output, skeleton);
    return fuhe_output_file_close(&file, true, err);
}

static void remove_building(const char *building) {
    char path[FUHE_PATH_BYTES];

    for (const struct fuhe_rules_skeleton_file *row = fuhe_rules_skeleton_files; row->name != NULL; row++) {
        if (fuhe_folder_join(path, building, row->name)) {
            (void)unlink(path);
        }
    }
    (void)rmdir(building);
}

static enum fuhe_status settle(const char *building, const char *place, enum fuhe_status status,
                               struct fuhe_error *err) {
    fuhe_interrupt_hold();
    if (status == FUHE_STATUS_OK) {
        status = check_free(place, err);
    }
    if (status == FUHE_STATUS_OK && rename(building, place) != 0) {
        status = fuhe_folder_refuse_system(err);
    }
    if (status != FUHE_STATUS_OK) {
        remove_building(building);
    }
    fuhe_interrupt_go_on(NULL);
    return status;
}

static enum fuhe_status make_folder(const struct fuhe_rules_skeleton *skeleton, struct fuhe_error *err) {
    static char building[FUHE_PATH_BYTES]; /* may be removed by the handler of signals */
    enum fuhe_status status = FUHE_STATUS_OK;

    FUHE_TRY(check_free(skeleton->folder, err));
    if (!make_building(building, skeleton->folder)) {
        return fuhe_folder_refuse_system(err);
    }
    for (size_t i = 0; fuhe_rules_skeleton_files[i].name != NULL && status == FUHE_STATUS_OK; i++) {
        if (fuhe_rules_skeleton_has(skeleton, &fuhe_rules_skeleton_files[i])) {
            status = write_file(building, &fuhe_rules_skeleton_files[i], skeleton, err);
        }
    }
    return settle(building, skeleton->folder, status, err);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static void write_summary(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    const struct fuhe_template_word words[] = {{"folder", fuhe_text_of(skeleton->folder)},
                                               {"id", fuhe_text_of(skeleton->id)},
                                               {"base", skeleton->base->pack->id},
                                               {"version", skeleton->base->pack->version},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(output,
                        skeleton->full ? _("{folder}: new rule pack {id}, a copy of {base}, version {version}")
                                       : _("{folder}: new rule pack {id} on the base of {base}, version {version}"),
                        words);
    fuhe_output_char(output, '\n');
    for (const struct fuhe_rules_skeleton_file *row = fuhe_rules_skeleton_files; row->name != NULL; row++) {
        if (!fuhe_rules_skeleton_has(skeleton, row)) {
            continue;
        }
        fuhe_output_string(output, "  ");
        fuhe_output_string(output, row->name);
        fuhe_output_text(output, fuhe_text_from(FUHE_TEXT("           "), strlen(row->name)));
        fuhe_output_string(output, _(row->holds));
        fuhe_output_char(output, '\n');
    }
    fuhe_template_words(
        output, _("Next: edit {folder}/pack.xml, then fuhe rules check {folder} and fuhe rules test {folder}"), words);
    fuhe_output_char(output, '\n');
}

/* An overlay finds its base beside itself or beside its folder, under the name of the base. */
static enum fuhe_exit check_base(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    struct fuhe_pack_library library;
    struct fuhe_error error = {0};
    char path[FUHE_PATH_BYTES];
    size_t index;
    enum fuhe_status status = fuhe_pack_library_init(&library, &error);

    if (status == FUHE_STATUS_OK && fuhe_folder_join(path, skeleton->folder, "pack.xml")) {
        status = fuhe_pack_library_add_file(&library, path, &index, &error);
    }
    fuhe_pack_library_free(&library);
    if (status == FUHE_STATUS_OK) {
        return FUHE_EXIT_OK;
    }
    if (error.problem != FUHE_PROBLEM_PACK_BASE_FILE && error.problem != FUHE_PROBLEM_PACK_BASE_VERSION) {
        fuhe_message_complain(path, &error);
        return fuhe_rules_exit(status);
    }
    const struct fuhe_template_word words[] = {{"folder", fuhe_text_of(skeleton->folder)},
                                               {"base", skeleton->base->pack->id},
                                               {"file", fuhe_text_of(skeleton->base->file)},
                                               {NULL, {NULL, 0}}};
    fuhe_template_words(output,
                        _("First: the base is looked for beside the new pack, and is not there. Copy it: cp {file} "
                          "{folder}/{base}.xml"),
                        words);
    fuhe_output_char(output, '\n');
    return FUHE_EXIT_OK;
}

static enum fuhe_exit begin(struct fuhe_output *output, const struct fuhe_rules_base *base, const char *id,
                            const struct fuhe_rules_new_request *request) {
    char place[FUHE_PATH_BYTES];
    struct fuhe_error error = {0};
    const char *folder = request->folder == NULL ? id : request->folder;
    const struct fuhe_rules_skeleton skeleton = {.id = id, .folder = place, .base = base, .full = request->full};

    if (fuhe_text_equals(base->pack->id, fuhe_text_of(id))) {
        return fuhe_options_complain(&fuhe_command_rules, _("the base has this id; take another"), id);
    }
    const bool has_place = settle_place(place, folder);
    const enum fuhe_status status = has_place ? make_folder(&skeleton, &error) : fuhe_folder_refuse_system(&error);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(folder, &error);
        return FUHE_EXIT_OUTPUT;
    }
    write_summary(output, &skeleton);
    return base->built_in ? FUHE_EXIT_OK : check_base(output, &skeleton);
}

enum fuhe_exit fuhe_rules_new(struct fuhe_output *output, struct fuhe_pack_library *library, const char *id,
                              const struct fuhe_rules_new_request *request) {
    struct fuhe_rules_base base;

    if (!is_id(id)) {
        return fuhe_options_complain(
            &fuhe_command_rules,
            _("an id has small letters, digits and hyphens, a letter first and no hyphen last, at most 64"), id);
    }
    if (fuhe_pack_library_find(library, id) < library->count) {
        return fuhe_options_complain(&fuhe_command_rules, _("a rule pack of this id is built in; take another"), id);
    }
    enum fuhe_exit exit_code =
        fuhe_rules_base_find(&base, library, request->base == NULL ? "mof-2021-cost" : request->base);
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = begin(output, &base, id, request);
    }
    fuhe_rules_base_release(&base);
    return exit_code;
}
