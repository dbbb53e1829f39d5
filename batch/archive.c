/* SPDX-License-Identifier: Apache-2.0 */
/* Zip archives through libzip. What the directory of an archive announces is held against the limits before anything is
 * inflated, and what is inflated is held against what was announced. */
#include "batch/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "batch/hashed_input.h"
#include "batch/name.h"
#include "xml/legacy_name.h"

struct fuhe_archive {
    zip_t *zip;
    size_t count;
    zip_file_t *file; /* the entry that is being read */
    size_t left;      /* of what it announced */
    char name[4096];  /* of the entry looked at last */
};

bool fuhe_archive_is(fuhe_text bytes) {
    return fuhe_text_starts_with(bytes, FUHE_TEXT("PK\3\4")) || fuhe_text_starts_with(bytes, FUHE_TEXT("PK\5\6"));
}

bool fuhe_archive_is_name(const char *path) {
    const size_t length = strlen(path);

    return length > 4 && strcasecmp(path + length - 4, ".zip") == 0;
}

bool fuhe_archive_may_be_document(const char *path, const struct fuhe_error *err) {
    return err->problem == FUHE_PROBLEM_ARCHIVE_OFFICE ||
           (err->problem == FUHE_PROBLEM_ARCHIVE && !fuhe_archive_is_name(path));
}

static enum fuhe_status refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *found) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, found, NULL);
}

static enum fuhe_status refuse_zip(struct fuhe_error *err, zip_error_t *error) {
    const bool no_memory = zip_error_code_zip(error) == ZIP_ER_MEMORY;

    if (no_memory) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return refuse(err, FUHE_PROBLEM_ARCHIVE, zip_error_strerror(error));
}

/* --- the whole --- */

/* Folders, and what systems and office programs leave behind: ".DS_Store", "__MACOSX/…". */
static bool is_left_out(fuhe_text name) {
    size_t start = name.length;

    while (start > 0 && name.bytes[start - 1] != '/') {
        start--;
    }
    return start == name.length || fuhe_name_is_left_behind(name.bytes + start) ||
           fuhe_text_starts_with(name, FUHE_TEXT("__MACOSX/"));
}

/* The name as stored; NULL for an entry that is not to be read. */
static const char *entry_name(const struct fuhe_archive *archive, size_t index) {
    const char *name = zip_get_name(archive->zip, index, ZIP_FL_ENC_RAW);

    return name == NULL || is_left_out(fuhe_text_of(name)) ? NULL : name;
}

static bool has_files(const struct fuhe_archive *archive) {
    bool found = false;

    for (size_t i = 0; i < archive->count && !found; i++) {
        found = entry_name(archive, i) != NULL;
    }
    return found;
}

enum { MIB_SHIFT = 20 };

static enum fuhe_status check_total(struct fuhe_archive *archive, struct fuhe_error *err) {
    zip_uint64_t total = 0;
    zip_stat_t information;

    for (size_t i = 0; i < archive->count; i++) {
        const bool known =
            zip_stat_index(archive->zip, i, 0, &information) == 0 && (information.valid & ZIP_STAT_SIZE) != 0;
        const zip_uint64_t size = known ? information.size >> MIB_SHIFT : 0;
        total += known ? information.size & ((1u << MIB_SHIFT) - 1) : 0;
        total += (size < FUHE_ARCHIVE_TOTAL_MIB_MAX ? size : FUHE_ARCHIVE_TOTAL_MIB_MAX + 1) << MIB_SHIFT;
    }
    if (total >> MIB_SHIFT > FUHE_ARCHIVE_TOTAL_MIB_MAX) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, total >> MIB_SHIFT, FUHE_ARCHIVE_TOTAL_MIB_MAX,
                                    "MiB");
    }
    return FUHE_STATUS_OK;
}

/* By the parts in which office documents say what they are. */
static bool is_office_document(const struct fuhe_archive *archive) {
    static const char *const parts[] = {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"};
    bool found = false;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && !found; i++) {
        found = zip_name_locate(archive->zip, parts[i], 0) >= 0;
    }
    return found;
}

static enum fuhe_status check(struct fuhe_archive *archive, struct fuhe_error *err) {
    if (is_office_document(archive)) {
        return refuse(err, FUHE_PROBLEM_ARCHIVE_OFFICE, NULL);
    }
    if (archive->count > FUHE_ARCHIVE_ENTRIES_MAX) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, archive->count, FUHE_ARCHIVE_ENTRIES_MAX, "files");
    }
    if (!has_files(archive)) {
        return refuse(err, FUHE_PROBLEM_NO_FORM, NULL);
    }
    return check_total(archive, err);
}

enum fuhe_status fuhe_archive_open(const char *path, struct fuhe_archive **archive, struct fuhe_error *err) {
    struct fuhe_archive *opened = calloc(1, sizeof *opened);
    zip_error_t error;
    int code = 0;

    if (opened == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    opened->zip = zip_open(path, ZIP_RDONLY, &code);
    if (opened->zip == NULL) {
        zip_error_init_with_code(&error, code);
        const enum fuhe_status status = refuse_zip(err, &error);
        zip_error_fini(&error);
        free(opened);
        return status;
    }
    opened->count = (size_t)zip_get_num_entries(opened->zip, 0);
    const enum fuhe_status status = check(opened, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_archive_close(opened);
        return status;
    }
    *archive = opened;
    return FUHE_STATUS_OK;
}

void fuhe_archive_close(struct fuhe_archive *archive) {
    if (archive != NULL) {
        fuhe_archive_end(archive);
        zip_discard(archive->zip);
        free(archive);
    }
}

size_t fuhe_archive_count(const struct fuhe_archive *archive) {
    return archive->count;
}

/* --- one entry --- */

static void check_entry(const zip_stat_t *information, struct fuhe_error *err) {
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    const zip_uint64_t size = information->size;
    const zip_uint64_t packed = information->comp_size;

    if ((information->valid & needed) != needed) {
        (void)refuse(err, FUHE_PROBLEM_ARCHIVE, "its size is not as announced");
    } else if (information->encryption_method != ZIP_EM_NONE) {
        (void)refuse(err, FUHE_PROBLEM_ARCHIVE, "it is encrypted");
    } else if (size >> MIB_SHIFT >= FUHE_ARCHIVE_ENTRY_MIB_MAX) {
        (void)fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, size >> MIB_SHIFT, FUHE_ARCHIVE_ENTRY_MIB_MAX,
                                   "MiB");
    } else if (size > FUHE_ARCHIVE_RATIO_FREE_BYTES && size / FUHE_ARCHIVE_RATIO_MAX > packed) {
        (void)fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, packed == 0 ? size : size / packed,
                                   FUHE_ARCHIVE_RATIO_MAX, ": 1");
    }
}

bool fuhe_archive_look(struct fuhe_archive *archive, size_t index, struct fuhe_archive_entry *entry) {
    zip_stat_t information;

    *entry = (struct fuhe_archive_entry){.name = entry_name(archive, index)};
    if (entry->name == NULL) {
        return false;
    }
    if (fuhe_legacy_name_convert(entry->name, archive->name, sizeof archive->name)) {
        entry->name = archive->name;
    }
    if (zip_stat_index(archive->zip, index, 0, &information) != 0) {
        (void)refuse_zip(&entry->error, zip_get_error(archive->zip));
        return true;
    }
    check_entry(&information, &entry->error);
    entry->size = (size_t)information.size;
    return true;
}

static enum fuhe_status read_entry(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct fuhe_archive *archive = context;
    const zip_int64_t got = zip_fread(archive->file, buffer, size);

    if (got < 0) {
        return refuse_zip(err, zip_file_get_error(archive->file));
    }
    if ((size_t)got > archive->left) {
        return refuse(err, FUHE_PROBLEM_ARCHIVE, "its size is not as announced");
    }
    archive->left -= (size_t)got;
    *count = (size_t)got;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_archive_begin(struct fuhe_archive *archive, size_t index, struct fuhe_input *input,
                                    struct fuhe_error *err) {
    zip_stat_t information;

    archive->file = zip_fopen_index(archive->zip, index, 0);
    if (archive->file == NULL) {
        return refuse_zip(err, zip_get_error(archive->zip));
    }
    archive->left = zip_stat_index(archive->zip, index, 0, &information) == 0 ? (size_t)information.size : 0;
    *input = (struct fuhe_input){read_entry, archive};
    return FUHE_STATUS_OK;
}

void fuhe_archive_end(struct fuhe_archive *archive) {
    if (archive->file != NULL) {
        (void)zip_fclose(archive->file);
        archive->file = NULL;
    }
}

bool fuhe_archive_hash(struct fuhe_archive *archive, size_t index, struct fuhe_hash *hash) {
    struct fuhe_input input;

    if (fuhe_archive_begin(archive, index, &input, NULL) != FUHE_STATUS_OK) {
        return false;
    }
    const bool hashed = fuhe_hash_input(&input, hash);
    fuhe_archive_end(archive);
    return hashed;
}
