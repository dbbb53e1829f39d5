/* SPDX-License-Identifier: Apache-2.0 */
/* A folder with the document and a profile, LibreOffice in it, and what it made of the document. */
#include "doors/soffice.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "doors/door.h"
#include "doors/keeper.h"

enum { FOLDER_SIZE = 2048, PATH_SIZE = FOLDER_SIZE + 64, URL_SIZE = 3 * FOLDER_SIZE + 64 };

/* The settings of the profile: no macros, no links, and a network that is not there. */
#define SETTING(path, name, value)                                                                                     \
    "<item oor:path=\"/org.openoffice." path "\"><prop oor:name=\"" name "\" oor:op=\"fuse\"><value>" value            \
    "</value></prop></item>\n"

static const char settings[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n" //
    SETTING("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
        SETTING("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
            SETTING("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
                SETTING("Office.Calc/Content/Update", "Link", "2") SETTING("Office.Writer/Content/Update", "Link", "2")
                    SETTING("Inet/Settings", "ooInetProxyType", "2")
                        SETTING("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1")
                            SETTING("Inet/Settings", "ooInetHTTPProxyPort", "9")
                                SETTING("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1")
                                    SETTING("Inet/Settings", "ooInetHTTPSProxyPort", "9")
                                        SETTING("Inet/Settings", "ooInetNoProxy", "") "</oor:items>\n";

static enum fuhe_status no_folder(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_FOLDER, strerror(errno), NULL);
}

/* --- files in the folder --- */

struct place {
    char path[PATH_SIZE];
};

static struct place place_of(const char *folder, const char *name, const char *ending) {
    struct place place;

    (void)snprintf(place.path, sizeof place.path, "%s/%s%s%s", folder, name, ending == NULL ? "" : ".",
                   ending == NULL ? "" : ending);
    return place;
}

/* Not open in programs that other threads start meanwhile. */
static bool write_file(const char *path, fuhe_text bytes) {
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");

    if (file == NULL) {
        return false;
    }
    const bool written = fwrite(bytes.bytes, 1, bytes.length, file) == bytes.length;
    return fclose(file) == 0 && written;
}

static enum fuhe_status prepare(const struct fuhe_soffice_job *job, const char *folder, struct fuhe_error *err) {
    const struct place document = place_of(folder, "document", job->from);
    const struct place registry = place_of(folder, "profile/user/registrymodifications", "xcu");
    static const char *const folders[] = {"profile", "profile/user", "result"};

    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (mkdir(place_of(folder, folders[i], NULL).path, S_IRWXU) != 0) {
            return no_folder(err);
        }
    }
    return write_file(document.path, job->document) && write_file(registry.path, FUHE_TEXT(settings)) ? FUHE_STATUS_OK
                                                                                                      : no_folder(err);
}

static enum fuhe_status read_file(FILE *file, struct fuhe_arena *arena, fuhe_text *bytes, struct fuhe_error *err) {
    char found[32];

    const long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size <= 0 || fseek(file, 0, SEEK_SET) != 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_NOTHING, NULL, NULL);
    }
    if (size > FUHE_LIMIT_INTAKE_BYTES) {
        (void)snprintf(found, sizeof found, "%ld", size >> 20);
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, found, "64");
    }
    char *block = fuhe_arena_allocate(arena, (size_t)size, 1);
    if (block == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (fread(block, 1, (size_t)size, file) != (size_t)size) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, strerror(errno), NULL);
    }
    *bytes = (fuhe_text){block, (size_t)size};
    return FUHE_STATUS_OK;
}

/* --- the program --- */

/* A path as an address: what is no letter or digit there is written in hexadecimal digits. */
static void write_url(const char *path, char url[URL_SIZE]) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
    size_t length = 0;

    for (; *path != '\0' && length + 4 < URL_SIZE; path++) {
        if (strchr(plain, *path) != NULL) {
            url[length++] = *path;
        } else {
            length += (size_t)snprintf(url + length, URL_SIZE - length, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
    url[length] = '\0';
}

static enum fuhe_status run(const struct fuhe_soffice_job *job, const struct fuhe_keeper *keeper,
                            struct fuhe_error *err) {
    const struct place document = place_of(keeper->folder, "document", job->from);
    const struct place result = place_of(keeper->folder, "result", NULL);
    char url[URL_SIZE];
    char profile[URL_SIZE + 64];

    write_url(keeper->folder, url);
    (void)snprintf(profile, sizeof profile, "-env:UserInstallation=file://%s/profile", url);
    const char *const arguments[] = {job->program, "--headless", "--norestore", "--nologo",    profile, "--convert-to",
                                     job->to,      "--outdir",   result.path,   document.path, NULL};
    return fuhe_keeper_run(keeper, arguments, job->seconds, err);
}

static enum fuhe_status convert_in(const struct fuhe_soffice_job *job, const struct fuhe_keeper *keeper,
                                   struct fuhe_arena *arena, fuhe_text *converted, struct fuhe_error *err) {
    const struct place result = place_of(keeper->folder, "result/document", job->to);

    FUHE_TRY(prepare(job, keeper->folder, err));
    FUHE_TRY(run(job, keeper, err));
    FILE *file = fopen(result.path, "rb");
    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_NOTHING, NULL, NULL);
    }
    const enum fuhe_status status = read_file(file, arena, converted, err);
    (void)fclose(file);
    return status;
}

/* A folder that nobody else may enter. */
static enum fuhe_status make_folder(char folder[FOLDER_SIZE], struct fuhe_error *err) {
    const char *around = getenv("TMPDIR");

    if (around == NULL || around[0] != '/') {
        around = "/tmp";
    }
    if (snprintf(folder, FOLDER_SIZE, "%s/fuhe-XXXXXX", around) >= FOLDER_SIZE) {
        errno = ENAMETOOLONG;
        return no_folder(err);
    }
    return mkdtemp(folder) == NULL ? no_folder(err) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_soffice_convert(const struct fuhe_soffice_job *job, struct fuhe_arena *arena,
                                      fuhe_text *converted, struct fuhe_error *err) {
    char folder[FOLDER_SIZE];
    struct fuhe_keeper keeper;

    FUHE_TRY(make_folder(folder, err));
    enum fuhe_status status = fuhe_keeper_begin(&keeper, folder, err);
    if (status != FUHE_STATUS_OK) {
        (void)remove(folder);
        return status;
    }
    status = convert_in(job, &keeper, arena, converted, err);
    fuhe_keeper_end(&keeper);
    return status;
}
