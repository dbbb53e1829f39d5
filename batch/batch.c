/* SPDX-License-Identifier: Apache-2.0 */
/* Workers and order. Each piece of work has a ticket and, until it is handed on, one of a ring of slots. A worker takes
 * the reader lock to get a piece, works on it without a lock, and marks its slot done; whoever completes the slot whose
 * turn it is hands on that one and all done behind it. A piece with very large results waits for its turn and then
 * hands on as it goes, so no slot grows without limit. */
#include "batch/batch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "batch/feed.h"
#include "batch/worker.h"

struct slot {
    size_t ticket;
    bool done;
    bool told; /* some of it has been handed on already */
    struct fuhe_piece piece;
    size_t raw_number; /* of a part, before any shift */
    struct fuhe_outcome outcome;
    struct fuhe_part_yield yield; /* of a part */
};

struct thread {
    struct fuhe_batch *batch;
    pthread_t id;
    bool started;
    bool again; /* the part was begun with a wrong number */
    struct slot *slot;
    struct fuhe_batch_worker worker;
    struct fuhe_store_known *known; /* NULL without a store */
};

struct fuhe_batch {
    const struct fuhe_batch_request *request;
    atomic_bool stop;
    pthread_mutex_t reader_lock;
    struct fuhe_feed *feed;
    struct fuhe_store_known *known; /* of the feed; NULL without a store */

    pthread_mutex_t lock; /* of everything below */
    pthread_cond_t moved; /* a slot was handed on */
    pthread_cond_t over;  /* a worker ended: who waits for all of them is not woken by each piece */
    struct slot *slots;
    size_t slot_count;
    size_t next_ticket;
    size_t turn; /* the ticket to be handed on next */
    bool handing_on;
    bool ended;   /* there are no more pieces */
    bool stopped; /* … to be begun, for the batch was stopped */
    size_t running;
    enum fuhe_status status;
    struct fuhe_tally tally;
    struct fuhe_feed_progress fed;
    struct thread *threads;
};

static void fail(struct fuhe_batch *batch, enum fuhe_status status) {
    pthread_mutex_lock(&batch->lock);
    batch->status = batch->status == FUHE_STATUS_OK ? status : batch->status;
    pthread_mutex_unlock(&batch->lock);
    atomic_store(&batch->stop, true);
}

static bool has_failed(struct fuhe_batch *batch) {
    pthread_mutex_lock(&batch->lock);
    const bool failed = batch->status != FUHE_STATUS_OK;
    pthread_mutex_unlock(&batch->lock);
    return failed;
}

/* --- handing on --- */

static enum fuhe_status write_streams(const struct fuhe_batch *batch, struct fuhe_outcome *outcome) {
    const struct fuhe_batch_sink *sink = &batch->request->sink;

    for (size_t i = 0; i < outcome->format_count; i++) {
        const fuhe_text bytes = fuhe_memory_output_text(outcome->streams[i]);
        FUHE_TRY(outcome->streams[i]->output.status);
        if (bytes.length > 0) {
            FUHE_TRY(sink->write(sink->context, i, bytes));
        }
    }
    for (size_t i = 0; i < outcome->unscored_count; i++) {
        FUHE_TRY(sink->unscored(sink->context, &outcome->unscored[i]));
    }
    return FUHE_STATUS_OK;
}

/* Hands on what is in the outcome and empties it. Only for the slot whose turn it is. */
static void emit(struct fuhe_batch *batch, struct fuhe_outcome *outcome) {
    if (!has_failed(batch)) {
        const enum fuhe_status status = write_streams(batch, outcome);
        if (status != FUHE_STATUS_OK) {
            fail(batch, status);
        }
    }
    pthread_mutex_lock(&batch->lock);
    fuhe_tally_add(&batch->tally, &outcome->tally);
    pthread_mutex_unlock(&batch->lock);
    fuhe_outcome_reset(outcome);
}

/* --- parts of long documents --- */

static bool is_part(const struct slot *slot) {
    return slot->piece.kind == FUHE_PIECE_PART && !(slot->piece.part.first && slot->piece.part.last);
}

/* Whether the part has been given the right number for its first form; if not, it and later ones get it. */
static bool correct_number(struct fuhe_batch *batch, struct slot *slot) {
    struct fuhe_gathering *gathering = &slot->piece.part.document->gathering;

    if (slot->piece.part.number == gathering->sum.numbers) {
        return true;
    }
    slot->piece.part.number = gathering->sum.numbers;
    pthread_mutex_lock(&batch->lock);
    gathering->shift = gathering->sum.numbers - slot->raw_number;
    pthread_mutex_unlock(&batch->lock);
    return false;
}

/* Takes out of the scoring what must come together with the other parts. */
static enum fuhe_status keep_part(struct slot *slot, struct fuhe_batch_scoring *scoring) {
    const struct fuhe_part *part = &slot->piece.part;
    const struct fuhe_part_front front = {part->place, part->first ? 0 : part->document->head_columns};
    struct fuhe_unit *unit = slot->yield.unit;

    slot->yield.unit = scoring->unit;
    scoring->unit = unit;
    slot->yield.last_pack = scoring->last_pack;
    slot->yield.numbers = scoring->number - part->number;
    slot->yield.forms = scoring->forms;
    slot->yield.failures = scoring->failures;
    return fuhe_part_yield_keep(&slot->yield, &scoring->around, &front);
}

static enum fuhe_status gather(struct slot *slot) {
    struct fuhe_long_document *document = slot->piece.part.document;

    FUHE_TRY(fuhe_gathering_add(&document->gathering, &slot->yield));
    if (!slot->piece.part.last) {
        return FUHE_STATUS_OK;
    }
    const bool failed = slot->piece.part.error.status != FUHE_STATUS_OK;
    return fuhe_gathering_close(&document->gathering, document->file, failed ? NULL : fuhe_long_document_hash(document),
                                &slot->outcome);
}

/* --- working --- */

/* Works on the piece of the thread's slot. A part may turn out to have been begun with a wrong number. */
static enum fuhe_status work(struct thread *thread) {
    struct slot *slot = thread->slot;
    enum fuhe_status status;

    do {
        thread->again = false;
        thread->worker.scoring.outcome = &slot->outcome;
        status = fuhe_batch_worker_run(&thread->worker, &slot->piece);
        if (thread->again) {
            fuhe_outcome_reset(&slot->outcome);
        }
    } while (thread->again);
    if (!is_part(slot) && slot->piece.bytes.capacity > FUHE_PIECE_BYTES_KEPT) {
        fuhe_buffer_free(&slot->piece.bytes);
    }
    if (status == FUHE_STATUS_OK && is_part(slot)) {
        status = keep_part(slot, &thread->worker.scoring);
    }
    return status;
}

/* Waits for the turn of the slot and hands on what it has so far. */
static enum fuhe_status relieve(void *context) {
    struct thread *thread = context;
    struct fuhe_batch *batch = thread->batch;
    struct slot *slot = thread->slot;

    pthread_mutex_lock(&batch->lock);
    while (batch->turn != slot->ticket) {
        pthread_cond_wait(&batch->moved, &batch->lock);
    }
    pthread_mutex_unlock(&batch->lock);
    if (!slot->told && is_part(slot) && !correct_number(batch, slot)) {
        thread->again = true;
        return FUHE_STATUS_STOPPED;
    }
    slot->told = true;
    emit(batch, &slot->outcome);
    return has_failed(batch) ? FUHE_STATUS_STOPPED : FUHE_STATUS_OK;
}

/* What is to be done in order with a slot whose turn it is, by the thread that has it now. */
static enum fuhe_status settle(struct thread *thread, struct slot *slot) {
    if (!is_part(slot)) {
        return FUHE_STATUS_OK;
    }
    if (!slot->told && !correct_number(thread->batch, slot)) {
        fuhe_outcome_reset(&slot->outcome);
        thread->slot = slot;
        FUHE_TRY(work(thread));
    }
    return gather(slot);
}

static void hand_on(struct thread *thread, struct slot *slot) {
    struct fuhe_batch *batch = thread->batch;

    if (!has_failed(batch)) {
        const enum fuhe_status status = settle(thread, slot);
        if (status != FUHE_STATUS_OK) {
            fail(batch, status);
        }
    }
    emit(batch, &slot->outcome);
    if (slot->piece.kind == FUHE_PIECE_PART && slot->piece.part.last) {
        fuhe_long_document_free(slot->piece.part.document);
    }
}

/* Marks the slot of the thread as done, and hands on all whose turn it is unless another thread is at it. */
static void finish_slot(struct thread *thread) {
    struct fuhe_batch *batch = thread->batch;

    pthread_mutex_lock(&batch->lock);
    thread->slot->done = true;
    while (!batch->handing_on && batch->slots[batch->turn % batch->slot_count].done) {
        struct slot *slot = &batch->slots[batch->turn % batch->slot_count];
        batch->handing_on = true;
        pthread_mutex_unlock(&batch->lock);
        hand_on(thread, slot);
        pthread_mutex_lock(&batch->lock);
        batch->handing_on = false;
        slot->done = false;
        batch->turn++;
        pthread_cond_broadcast(&batch->moved);
    }
    pthread_mutex_unlock(&batch->lock);
}

/* Gets a piece into the next slot; false when there are no more. */
static bool take_piece(struct thread *thread) {
    struct fuhe_batch *batch = thread->batch;
    bool given = false;

    pthread_mutex_lock(&batch->reader_lock);
    pthread_mutex_lock(&batch->lock);
    while (batch->next_ticket - batch->turn == batch->slot_count) {
        pthread_cond_wait(&batch->moved, &batch->lock);
    }
    struct slot *slot = &batch->slots[batch->next_ticket % batch->slot_count];
    const bool ended = batch->ended;
    pthread_mutex_unlock(&batch->lock);

    const enum fuhe_status status =
        ended || atomic_load(&batch->stop) ? FUHE_STATUS_OK : fuhe_feed_next(batch->feed, &slot->piece, &given);
    if (status != FUHE_STATUS_OK) {
        fail(batch, status);
        given = false;
    }
    pthread_mutex_lock(&batch->lock);
    batch->fed = fuhe_feed_progress(batch->feed);
    batch->stopped |= !ended && !given && atomic_load(&batch->stop);
    batch->ended = !given;
    if (given) {
        slot->ticket = batch->next_ticket++;
        slot->told = false;
        if (is_part(slot)) {
            slot->raw_number = slot->piece.part.number;
            slot->piece.part.number += slot->piece.part.document->gathering.shift;
        }
    }
    pthread_mutex_unlock(&batch->lock);
    pthread_mutex_unlock(&batch->reader_lock);
    thread->slot = slot;
    return given;
}

static void *run_thread(void *context) {
    struct thread *thread = context;
    struct fuhe_batch *batch = thread->batch;

    while (take_piece(thread)) {
        const enum fuhe_status status = work(thread);
        if (status != FUHE_STATUS_OK) {
            fail(batch, status);
        }
        finish_slot(thread);
    }
    pthread_mutex_lock(&batch->lock);
    batch->running--;
    pthread_cond_broadcast(&batch->over);
    pthread_mutex_unlock(&batch->lock);
    return NULL;
}

/* --- the whole --- */

static bool init_slot(struct slot *slot, const struct fuhe_batch_request *request) {
    return fuhe_outcome_init(&slot->outcome, request->formats, request->format_count) &&
           fuhe_part_yield_init(&slot->yield);
}

static void release_slot(struct slot *slot) {
    fuhe_outcome_release(&slot->outcome);
    fuhe_buffer_free(&slot->piece.bytes);
    fuhe_buffer_free(&slot->piece.called);
    fuhe_part_yield_release(&slot->yield);
}

/* What answers who asks the store of the request; NULL without one, too. */
static bool make_known(const struct fuhe_batch_request *request, struct fuhe_store_known **known) {
    *known = request->store == NULL ? NULL : fuhe_store_known_new(request->store);
    return request->store == NULL || *known != NULL;
}

static bool init_thread(struct thread *thread, struct fuhe_batch *batch) {
    const struct fuhe_batch_request *request = batch->request;
    const bool made = fuhe_batch_worker_init(&thread->worker, request->library, request->rules, request->reading) &&
                      make_known(request, &thread->known);

    thread->batch = batch;
    thread->worker.scoring.reviews_only = request->reviews_only;
    thread->worker.scoring.known = thread->known;
    thread->worker.scoring.shard = request->shard;
    thread->worker.scoring.relieve = relieve;
    thread->worker.scoring.context = thread;
    return made;
}

static bool init_lock(struct fuhe_batch *batch) {
    pthread_condattr_t attributes;
    bool made = pthread_condattr_init(&attributes) == 0;

    made = made && pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0 &&
           pthread_cond_init(&batch->over, &attributes) == 0 && pthread_cond_init(&batch->moved, NULL) == 0;
    (void)pthread_condattr_destroy(&attributes);
    return made && pthread_mutex_init(&batch->lock, NULL) == 0 && pthread_mutex_init(&batch->reader_lock, NULL) == 0;
}

static void free_batch(struct fuhe_batch *batch) {
    for (size_t i = 0; i < batch->slot_count && batch->slots != NULL; i++) {
        release_slot(&batch->slots[i]);
    }
    for (size_t i = 0; i < batch->request->workers && batch->threads != NULL; i++) {
        fuhe_batch_worker_release(&batch->threads[i].worker);
        fuhe_store_known_free(batch->threads[i].known);
    }
    fuhe_feed_free(batch->feed);
    fuhe_store_known_free(batch->known);
    free(batch->slots);
    free(batch->threads);
    free(batch);
}

static bool init_all(struct fuhe_batch *batch) {
    const struct fuhe_batch_request *request = batch->request;
    bool made = batch->feed != NULL && batch->slots != NULL && batch->threads != NULL;

    for (size_t i = 0; i < batch->slot_count && made; i++) {
        made = init_slot(&batch->slots[i], request);
    }
    for (size_t i = 0; i < request->workers && made; i++) {
        made = init_thread(&batch->threads[i], batch);
    }
    return made && init_lock(batch);
}

/* As many as can be had; one will do. */
static void start_threads(struct fuhe_batch *batch) {
    batch->running = batch->request->workers;
    for (size_t i = 0; i < batch->request->workers; i++) {
        struct thread *thread = &batch->threads[i];
        thread->started = pthread_create(&thread->id, NULL, run_thread, thread) == 0;
        if (!thread->started) {
            pthread_mutex_lock(&batch->lock);
            batch->running--;
            pthread_mutex_unlock(&batch->lock);
        }
    }
}

/* Whether some format wants to be told of files, with their hashes. */
static bool marks_files(const struct fuhe_batch_request *request) {
    bool marks = false;

    for (size_t i = 0; i < request->format_count; i++) {
        marks |= request->formats[i]->file != NULL;
    }
    return marks;
}

struct fuhe_batch *fuhe_batch_start(const struct fuhe_batch_request *request) {
    struct fuhe_batch *batch = calloc(1, sizeof *batch);

    if (batch == NULL) {
        return NULL;
    }
    batch->request = request;
    batch->slot_count = 2 * request->workers + 2;
    atomic_init(&batch->stop, false);
    fuhe_tally_reset(&batch->tally);
    batch->feed = make_known(request, &batch->known) ? fuhe_feed_new(&request->source, &request->shard, batch->known,
                                                                     marks_files(request), &batch->stop)
                                                     : NULL;
    batch->slots = calloc(batch->slot_count, sizeof *batch->slots);
    batch->threads = calloc(request->workers, sizeof *batch->threads);
    if (!init_all(batch)) {
        free_batch(batch);
        return NULL;
    }
    start_threads(batch);
    if (!batch->threads[0].started && batch->running == 0) {
        free_batch(batch);
        return NULL;
    }
    return batch;
}

static bool is_before(const struct timespec *a, const struct timespec *b) {
    return a->tv_sec < b->tv_sec || (a->tv_sec == b->tv_sec && a->tv_nsec < b->tv_nsec);
}

bool fuhe_batch_wait(struct fuhe_batch *batch, unsigned milliseconds) {
    struct timespec now;
    struct timespec end;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    end = now;
    end.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    end.tv_sec += (time_t)(milliseconds / 1000) + end.tv_nsec / 1000000000;
    end.tv_nsec %= 1000000000;
    pthread_mutex_lock(&batch->lock);
    while (batch->running > 0 && is_before(&now, &end)) {
        (void)pthread_cond_timedwait(&batch->over, &batch->lock, &end);
        (void)clock_gettime(CLOCK_MONOTONIC, &now);
    }
    const bool over = batch->running == 0;
    pthread_mutex_unlock(&batch->lock);
    return over;
}

/* Work is measured in bytes and files, as if opening a file took as long as reading 4096 bytes; files to come are
 * taken to be as large as those before. */
struct fuhe_batch_progress fuhe_batch_progress(struct fuhe_batch *batch) {
    enum { UNIT = 4096 };

    pthread_mutex_lock(&batch->lock);
    const struct fuhe_feed_progress fed = batch->fed;
    struct fuhe_batch_progress progress = {
        .files = fed.files, .forms = batch->tally.forms, .failures = batch->tally.failures};
    pthread_mutex_unlock(&batch->lock);
    progress.done = fed.files + fed.bytes / UNIT;
    progress.whole = progress.done + fed.left / UNIT;
    progress.whole += fed.files == 0 ? fed.pending : fed.pending * (progress.whole / fed.files);
    return progress;
}

void fuhe_batch_stop(struct fuhe_batch *batch) {
    atomic_store(&batch->stop, true);
}

enum fuhe_status fuhe_batch_finish(struct fuhe_batch *batch, struct fuhe_tally *tally, bool *stopped) {
    for (size_t i = 0; i < batch->request->workers; i++) {
        if (batch->threads[i].started) {
            (void)pthread_join(batch->threads[i].id, NULL);
        }
    }
    const enum fuhe_status status = batch->status;
    *tally = batch->tally;
    *stopped = batch->stopped;
    (void)pthread_cond_destroy(&batch->moved);
    (void)pthread_cond_destroy(&batch->over);
    (void)pthread_mutex_destroy(&batch->lock);
    (void)pthread_mutex_destroy(&batch->reader_lock);
    free_batch(batch);
    return status;
}
