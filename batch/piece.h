/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_PIECE_H
#define FUHE_BATCH_PIECE_H

#include "batch/document.h"

/* What one worker takes at a time. */

enum {
    FUHE_PIECE_FILES_MAX = 32,        /* small files, or entries of an archive, taken together */
    FUHE_PIECE_BYTES = 262144,        /* likewise, about so many bytes */
    FUHE_PIECE_SMALL_BYTES = 1 << 20, /* a file of more is a long document */
    FUHE_PIECE_BYTES_KEPT = 4 << 20   /* memory of a whole document that is kept for the next */
};

enum fuhe_piece_kind {
    FUHE_PIECE_FILES,   /* whole files; those that are archives are looked for forms */
    FUHE_PIECE_ENTRIES, /* files in an archive */
    FUHE_PIECE_PART     /* of a long document */
};

struct fuhe_piece {
    enum fuhe_piece_kind kind;
    struct fuhe_buffer bytes;  /* paths of files or of the archive, each ended by NUL; or the bytes of a part; or … */
    struct fuhe_buffer called; /* what the files or the archive are called (name.h), each ended by NUL */
    size_t count;              /* files */
    struct fuhe_error error;   /* of the last of the files, which is not to be opened then */
    bool is_elsewhere;         /* … the name, as shown, of a long document that belongs to another shard */
    bool is_known;             /* the only file is a long document with the bytes of an earlier run, whose … */
    struct fuhe_hash hash;     /* … this is */
    size_t archive_number;     /* tells archives apart */
    size_t from;               /* entries */
    size_t to;
    struct fuhe_part part;
};

#endif
