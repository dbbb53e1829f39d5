/* SPDX-License-Identifier: Apache-2.0 */
/* A report has our mark, a hidden file that names all that stands beside it and is locked while the report is made.
 * A folder without the mark, or with more in it than the mark names, holds somebody's work and is refused. */
#include "cli/report_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/interrupt.h"
#include "cli/marked_folder.h"
#include "verify/manifest.h"

static const char mark[] = ".fuhe-report";

/* --- removing --- */

static void remove_inside(int parent, const char *name, const char *spared);

static void remove_entry(int folder, const char *name) {
    if (unlinkat(folder, name, 0) != 0) {
        remove_inside(folder, name, NULL);
        (void)unlinkat(folder, name, AT_REMOVEDIR);
    }
}

/* Removes all that is in a folder but `spared` (may be NULL). Links are removed, not followed. */
static void remove_inside(int parent, const char *name, const char *spared) {
    const int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = descriptor < 0 ? NULL : fdopendir(descriptor);
    const struct dirent *entry;

    if (folder == NULL) {
        return;
    }
    while ((entry = readdir(folder)) != NULL) {
        if (!fuhe_folder_is_no_entry(entry->d_name) && (spared == NULL || strcmp(entry->d_name, spared) != 0)) {
            remove_entry(dirfd(folder), entry->d_name);
        }
    }
    (void)closedir(folder);
}

/* --- the mark --- */

enum { MARK_BYTES = 65536 };

static int not_an_entry(const struct dirent *entry) {
    return !fuhe_folder_is_no_entry(entry->d_name) && strcmp(entry->d_name, mark) != 0;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Names what stands in the folder, a line each. It is on the disk before the folder has its place, for without it the
 * report is taken for somebody's work. */
static bool write_mark(const struct fuhe_report_folder *folder) {
    struct dirent **entries;
    const int count = scandir(folder->building, &entries, not_an_entry, by_name);
    bool written = count >= 0;

    for (int i = 0; i < count; i++) {
        written = written && dprintf(folder->lock, "%s\n", entries[i]->d_name) > 0;
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    return written && fsync(folder->lock) == 0;
}

/* What the mark of a folder names, as lines between line ends; empty when there is no mark. */
static void read_mark(const char *path, char lines[MARK_BYTES]) {
    char name[FUHE_PATH_BYTES];
    FILE *file = fuhe_folder_join(name, path, mark) ? fopen(name, "r") : NULL;

    lines[0] = '\0';
    if (file == NULL) {
        return;
    }
    lines[0] = '\n';
    const size_t length = fread(lines + 1, 1, MARK_BYTES - 2, file);
    lines[length + 1] = '\0';
    (void)fclose(file);
}

static bool names(const char *lines, const char *name) {
    char line[FUHE_PATH_BYTES];
    const int length = snprintf(line, sizeof line, "\n%s\n", name);

    return length > 0 && (size_t)length < sizeof line && strstr(lines, line) != NULL;
}

/* The first entry of the folder that is no part of a report; NULL when there is none. */
static const struct dirent *find_foreign(DIR *folder, const char *lines) {
    const struct dirent *entry;

    while ((entry = readdir(folder)) != NULL) {
        const bool is_ours = fuhe_folder_is_no_entry(entry->d_name) ||
                             (lines[0] != '\0' && strcmp(entry->d_name, mark) == 0) || names(lines, entry->d_name);
        if (!is_ours) {
            return entry;
        }
    }
    return NULL;
}

/* What people wrote into a table of the report would be lost with it. */
static enum fuhe_status check_edited(const char *path, struct fuhe_error *err) {
    char name[sizeof err->found];

    return fuhe_manifest_find_edited(path, name, sizeof name)
               ? fuhe_folder_refuse(err, FUHE_PROBLEM_REPORT_EDITED, name)
               : FUHE_STATUS_OK;
}

static enum fuhe_status check_place(const char *path, struct fuhe_error *err) {
    char lines[MARK_BYTES];
    DIR *folder = opendir(path);

    if (folder == NULL) {
        return errno == ENOENT ? FUHE_STATUS_OK : fuhe_folder_refuse_system(err);
    }
    read_mark(path, lines);
    const struct dirent *foreign = find_foreign(folder, lines);
    const enum fuhe_status status =
        foreign == NULL ? FUHE_STATUS_OK : fuhe_folder_refuse(err, FUHE_PROBLEM_REPORT_FOREIGN, foreign->d_name);
    (void)closedir(folder);
    return status == FUHE_STATUS_OK && lines[0] != '\0' ? check_edited(path, err) : status;
}

/* --- opening --- */

/* The place without links and without slashes at its end. */
static bool settle_place(struct fuhe_report_folder *folder, const char *path) {
    char *resolved = realpath(path, NULL);
    const int length = snprintf(folder->place, sizeof folder->place, "%s", resolved == NULL ? path : resolved);

    free(resolved);
    errno = ENAMETOOLONG;
    if (length <= 0 || (size_t)length >= sizeof folder->place) {
        return false;
    }
    for (size_t end = (size_t)length; end > 1 && folder->place[end - 1] == '/'; end--) {
        folder->place[end - 1] = '\0';
    }
    return true;
}

/* "out/.report.new" beside "out/report". */
static bool name_beside(char beside[FUHE_PATH_BYTES], const char *place, const char *ending) {
    const char *slash = strrchr(place, '/');
    const int folder_length = slash == NULL ? 0 : (int)(slash - place) + 1;
    const int length =
        snprintf(beside, FUHE_PATH_BYTES, "%.*s.%s.%s", folder_length, place, place + folder_length, ending);

    errno = ENAMETOOLONG;
    return length > 0 && length < FUHE_PATH_BYTES;
}

static bool is_marked(const char *path) {
    char name[FUHE_PATH_BYTES];

    return fuhe_folder_join(name, path, mark) && access(name, F_OK) == 0;
}

/* What stands in the way must be what a program that was killed has left: a folder, no link, empty or with our mark. */
static enum fuhe_status check_building(const char *path, struct fuhe_error *err) {
    const int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

    if (descriptor < 0) {
        return errno == ENOENT ? FUHE_STATUS_OK : fuhe_folder_refuse_system(err);
    }
    (void)close(descriptor);
    const bool usable = is_marked(path) || rmdir(path) == 0;
    return usable ? FUHE_STATUS_OK : fuhe_folder_refuse(err, FUHE_PROBLEM_REPORT_FOREIGN, path);
}

/* The folder may have got its place between opening its mark and locking it. */
static enum fuhe_status lock_building(struct fuhe_report_folder *folder, struct fuhe_error *err) {
    FUHE_TRY(fuhe_folder_lock(folder->building, mark, &folder->lock, err));
    if (is_marked(folder->building)) {
        return FUHE_STATUS_OK;
    }
    (void)close(folder->lock);
    return fuhe_folder_refuse(err, FUHE_PROBLEM_FOLDER_BUSY, NULL);
}

/* What a program that was killed left while the folders changed places: the earlier report goes back. */
static void restore_former(const struct fuhe_report_folder *folder) {
    if (is_marked(folder->former) && access(folder->place, F_OK) != 0) {
        (void)rename(folder->former, folder->place);
    } else if (is_marked(folder->former)) {
        remove_entry(AT_FDCWD, folder->former);
    }
}

static enum fuhe_status make_building(struct fuhe_report_folder *folder, struct fuhe_error *err) {
    FUHE_TRY(check_building(folder->building, err));
    if (mkdir(folder->building, 0777) != 0 && errno != EEXIST) {
        return fuhe_folder_refuse_system(err);
    }
    FUHE_TRY(lock_building(folder, err));
    remove_inside(AT_FDCWD, folder->building, mark);
    restore_former(folder);
    return ftruncate(folder->lock, 0) == 0 ? FUHE_STATUS_OK : fuhe_folder_refuse_system(err);
}

enum fuhe_status fuhe_report_folder_open(struct fuhe_report_folder *folder, const char *path, struct fuhe_error *err) {
    if (!settle_place(folder, path) || !name_beside(folder->building, folder->place, "new") ||
        !name_beside(folder->former, folder->place, "old")) {
        return fuhe_folder_refuse_system(err);
    }
    FUHE_TRY(check_place(folder->place, err));
    fuhe_interrupt_hold();
    const enum fuhe_status status = make_building(folder, err);
    fuhe_interrupt_go_on(status == FUHE_STATUS_OK ? folder->building : NULL);
    return status;
}

/* --- closing --- */

static enum fuhe_status change_places(const struct fuhe_report_folder *folder, struct fuhe_error *err) {
    const bool had_former = is_marked(folder->place);

    FUHE_TRY(check_place(folder->place, err));
    if (had_former && rename(folder->place, folder->former) != 0) {
        return fuhe_folder_refuse_system(err);
    }
    if (rename(folder->building, folder->place) != 0) {
        const enum fuhe_status status = fuhe_folder_refuse_system(err);
        if (had_former) {
            (void)rename(folder->former, folder->place);
        }
        return status;
    }
    return FUHE_STATUS_OK;
}

/* Only what is ours. It may take long: stopped meanwhile, the program leaves that to the handler. */
static void remove_unfinished(const char *path) {
    if (!is_marked(path)) {
        return;
    }
    fuhe_interrupt_go_on(path);
    remove_entry(AT_FDCWD, path);
    fuhe_interrupt_hold();
}

enum fuhe_status fuhe_report_folder_close(struct fuhe_report_folder *folder, bool keep, struct fuhe_error *err) {
    enum fuhe_status status = FUHE_STATUS_OK;

    fuhe_interrupt_hold();
    if (keep) {
        status = write_mark(folder) ? change_places(folder, err) : fuhe_folder_refuse_system(err);
    }
    remove_unfinished(keep && status == FUHE_STATUS_OK ? folder->former : folder->building);
    fuhe_interrupt_go_on(NULL);
    (void)close(folder->lock);
    return status;
}
