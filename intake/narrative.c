/* SPDX-License-Identifier: Apache-2.0 */
/* What a department publishes in prose: an item for each project with its score and money, and one sentence on all of
 * them. Converters break paragraphs at the ends of pages, so the text between tables is read as one; an item ends where
 * the next one or a heading begins. */
#include "intake/heading.h"
#include "intake/recogniser_state.h"
#include "doors/text_builder.h"

struct piece {
    size_t begin; /* of a paragraph, in the text as a whole */
    struct fuhe_place place;
    bool begins_item; /* numbered, or behind a complete sentence */
    bool is_heading;
};

struct prose {
    const struct fuhe_words *words;
    struct fuhe_arena *arena;
    struct fuhe_recognition *recognition;
    fuhe_text text;
    struct piece *pieces;
    size_t piece_count;
};

/* --- the text as a whole ----------------------------------------------------------------------------------------- */

static bool is_alone(const struct fuhe_grid *grid, size_t i) {
    const struct fuhe_grid_cell *cells = grid->cells;

    for (size_t at = i; at > 0 && cells[at - 1].row == cells[i].row; at--) {
        if (cells[at - 1].text.length > 0) {
            return false;
        }
    }
    for (size_t at = i + 1; at < grid->cell_count && cells[at].row == cells[i].row; at++) {
        if (cells[at].text.length > 0) {
            return false;
        }
    }
    return true;
}

/* Whether a cell may be prose: a sentence alone in its row, or any in a table without a form. */
static bool is_prose(const struct fuhe_grid *grid, size_t i, bool of_form) {
    const fuhe_text text = grid->cells[i].text;

    return text.length > 0 && !fuhe_heading_is_page(text) &&
           (!of_form || (fuhe_text_contains(text, FUHE_TEXT("。")) && is_alone(grid, i)));
}

struct gathering {
    struct prose *prose;
    size_t form; /* the first one that does not end in front of the grid at hand */
    struct fuhe_text_builder text;
    size_t capacity;
    fuhe_text before; /* the piece in front */
    bool after_table;
};

static enum fuhe_status add_piece(struct gathering *gathering, fuhe_text text, struct fuhe_place place, bool begins) {
    struct prose *prose = gathering->prose;
    void *items = prose->pieces;

    FUHE_TRY(fuhe_arena_grow(prose->arena, &items, prose->piece_count, &gathering->capacity, sizeof *prose->pieces));
    prose->pieces = items;
    prose->pieces[prose->piece_count++] =
        (struct piece){gathering->text.length, place,
                       begins || fuhe_heading_number(text) > 0 || fuhe_heading_ends_sentence(gathering->before) ||
                           gathering->after_table,
                       fuhe_heading_is(text) || gathering->after_table};
    fuhe_text_builder_add(&gathering->text, text);
    gathering->before = text;
    gathering->after_table = false;
    return gathering->text.failed ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
}

/* Where a paragraph within a cell ends, which is a space by now: behind a sentence, in front of an item or heading. */
static size_t paragraph_end(fuhe_text text) {
    for (size_t at = 1; at < text.length; at++) {
        const bool gap = text.bytes[at] == ' ' || text.bytes[at] == '\n';
        if (!gap || text.bytes[at - 1] == ' ') {
            continue;
        }
        const fuhe_text rest = fuhe_text_trim(fuhe_text_from(text, at));
        if (text.bytes[at] == '\n' || (fuhe_heading_ends_sentence((fuhe_text){text.bytes, at}) &&
                                       (fuhe_heading_number(rest) > 0 || fuhe_heading_is(rest)))) {
            return at;
        }
    }
    return text.length;
}

/* The cells of a row belong together. */
static enum fuhe_status add_cell(struct gathering *gathering, const struct fuhe_grid_cell *cell, bool begins) {
    for (fuhe_text rest = cell->text; rest.length > 0;) {
        const fuhe_text part = {rest.bytes, paragraph_end(rest)};
        FUHE_TRY(add_piece(gathering, part, cell->place, begins));
        rest = fuhe_text_trim(fuhe_text_from(rest, part.length));
        begins = false;
    }
    return FUHE_STATUS_OK;
}

/* Whether a form has rows in a grid; grids come in the order of the document. */
static bool is_of_form(struct gathering *gathering, const struct fuhe_grid *grid) {
    const struct fuhe_recognition *recognition = gathering->prose->recognition;

    while (gathering->form < recognition->form_count && recognition->forms[gathering->form]->last_grid < grid) {
        gathering->form++;
    }
    return gathering->form < recognition->form_count && recognition->forms[gathering->form]->first_grid <= grid;
}

/* Most tables have nothing to do with the narrative. */
static bool has_phrase(const struct prose *prose, const struct fuhe_grid *grid) {
    size_t begin;
    size_t end;
    bool found = false;

    for (size_t i = 0; i < grid->cell_count && !found; i++) {
        const fuhe_text text = grid->cells[i].text;
        found = fuhe_words_search(prose->words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, text, 0, &begin, &end) ||
                fuhe_words_search(prose->words, FUHE_WORDS_STATEMENT, FUHE_ROLE_FUNDS, text, 0, &begin, &end);
    }
    return found;
}

static enum fuhe_status add_grid(struct gathering *gathering, const struct fuhe_grid *grid) {
    const bool of_form = is_of_form(gathering, grid);
    uint32_t row = UINT32_MAX;

    gathering->after_table = true;
    const size_t count = has_phrase(gathering->prose, grid) ? grid->cell_count : 0;
    for (size_t i = 0; i < count; i++) {
        if (is_prose(grid, i, of_form)) {
            FUHE_TRY(add_cell(gathering, &grid->cells[i], grid->cells[i].row != row));
            row = grid->cells[i].row;
        }
    }
    gathering->after_table = true;
    return FUHE_STATUS_OK;
}

/* Copies the paragraphs one behind the other, with what tables have of prose. */
static enum fuhe_status gather(struct gathering *gathering, const struct fuhe_door_document *document) {
    for (size_t i = 0; i < document->block_count; i++) {
        const struct fuhe_block_of_text *block = &document->blocks[i];
        FUHE_TRY(block->kind == FUHE_BLOCK_GRID
                     ? add_grid(gathering, &block->grid)
                     : add_piece(gathering, block->paragraph.text, block->paragraph.place, false));
    }
    return fuhe_arena_copy(gathering->prose->arena, fuhe_text_builder_text(&gathering->text), &gathering->prose->text);
}

/* The last piece that begins at or before an offset. */
static size_t piece_at(const struct prose *prose, size_t offset) {
    size_t low = 0;
    size_t high = prose->piece_count;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        low = prose->pieces[middle].begin <= offset ? middle : low;
        high = prose->pieces[middle].begin <= offset ? high : middle;
    }
    return low;
}

static struct fuhe_cell cell_of(const struct prose *prose, size_t begin, size_t end) {
    const fuhe_text text = fuhe_text_trim((fuhe_text){prose->text.bytes + begin, end - begin});
    const struct fuhe_place place = prose->pieces[piece_at(prose, begin)].place;

    return (struct fuhe_cell){text, place, text.length > 0 ? FUHE_CELL_TEXT : FUHE_CELL_BLANK};
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static bool is_figure_byte(char byte) {
    return (byte >= '0' && byte <= '9') || byte == '.' || byte == ',' || byte == '-';
}

/* The number that begins at an offset, white space apart; its end, or `from` when there is none. */
static size_t figure_end(fuhe_text text, size_t *from) {
    const size_t begin = text.length - fuhe_text_trim(fuhe_text_from(text, *from)).length;
    size_t end;

    *from = begin < *from ? *from : begin;
    while (*from < text.length && text.bytes[*from] == ' ') {
        ++*from;
    }
    end = *from;
    while (end < text.length && is_figure_byte(text.bytes[end])) {
        end++;
    }
    while (end > *from && (text.bytes[end - 1] == '.' || text.bytes[end - 1] == ',')) {
        end--;
    }
    return end;
}

/* The figure behind a phrase within an item; *behind is moved behind it. Other units than 万元, 分 and % stay with it.
 */
static struct fuhe_cell figure_behind(const struct prose *prose, enum fuhe_role role, size_t from, size_t to,
                                      size_t *behind) {
    const fuhe_text item = {prose->text.bytes, to};
    size_t begin;
    size_t end;

    if (!fuhe_words_search(prose->words, FUHE_WORDS_NARRATIVE, role, item, from, &begin, &end)) {
        return (struct fuhe_cell){0};
    }
    size_t figure = end;
    size_t stop = figure_end(item, &figure);
    if (stop == figure) {
        return (struct fuhe_cell){0};
    }
    const fuhe_text unit = fuhe_text_trim(fuhe_text_from(item, stop));
    const size_t unit_begins = (size_t)(unit.bytes - item.bytes);
    if (fuhe_text_starts_with(unit, FUHE_TEXT("元"))) {
        stop = unit_begins + 3;
    } else if (fuhe_text_starts_with(unit, FUHE_TEXT("亿元"))) {
        stop = unit_begins + 6;
    }
    *behind = stop > *behind ? stop : *behind;
    return cell_of(prose, figure, stop);
}

/* --- items ------------------------------------------------------------------------------------------------------- */

/* Paragraphs are broken once or twice within an item, never more often. */
static size_t item_begin(const struct prose *prose, size_t offset) {
    size_t piece = piece_at(prose, offset);

    for (unsigned broken = 0; broken < 10 && piece > 0; broken++, piece--) {
        if (prose->pieces[piece].begins_item || prose->pieces[piece].is_heading) {
            break;
        }
    }
    return prose->pieces[piece].begin;
}

/* Where the next heading begins, or the item whose score stands at `next`. */
static size_t item_end(const struct prose *prose, size_t from, size_t next) {
    const size_t limit = next < prose->text.length ? item_begin(prose, next) : prose->text.length;
    size_t piece = piece_at(prose, from) + 1;

    while (piece < prose->piece_count && !prose->pieces[piece].is_heading && prose->pieces[piece].begin < limit) {
        piece++;
    }
    const size_t end = piece < prose->piece_count ? prose->pieces[piece].begin : prose->text.length;
    return limit > from && limit < end ? limit : end;
}

/* The project's name: in front of its phrase, or of the first comma. */
static struct fuhe_cell name_of(const struct prose *prose, size_t begin, size_t score) {
    const fuhe_text head = {prose->text.bytes, score};
    size_t end;
    size_t unused;

    begin += fuhe_heading_number(fuhe_text_from(head, begin));
    if (!fuhe_words_search(prose->words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_NAME_END, head, begin, &end, &unused)) {
        end = begin + fuhe_text_find(fuhe_text_from(head, begin), FUHE_TEXT("，"));
        end = begin + fuhe_text_find((fuhe_text){head.bytes + begin, end - begin}, FUHE_TEXT("："));
    }
    return cell_of(prose, begin, end);
}

/* The text of an item begins behind the sentence with its figures. */
static size_t text_begin(const struct prose *prose, size_t figures, size_t end) {
    const fuhe_text rest = {prose->text.bytes + figures, end - figures};
    const size_t stop = fuhe_text_find(rest, FUHE_TEXT("。"));

    return stop < rest.length ? figures + stop + 3 : end;
}

static enum fuhe_status add_item(struct prose *prose, size_t score, size_t next) {
    struct fuhe_recognition *recognition = prose->recognition;
    const size_t begin = item_begin(prose, score);
    const size_t end = item_end(prose, score, next);
    struct fuhe_narrative item = {.disclosed = {.present = true}};
    struct fuhe_disclosed *disclosed = &item.disclosed;
    void *items = recognition->narratives;
    size_t behind = score;

    disclosed->total = figure_behind(prose, FUHE_ROLE_TOTAL, score, end, &behind);
    if (disclosed->total.state != FUHE_CELL_TEXT) {
        return FUHE_STATUS_OK;
    }
    disclosed->name = name_of(prose, begin, score);
    disclosed->place = disclosed->name.place;
    disclosed->budget = figure_behind(prose, FUHE_ROLE_BUDGET, score, end, &behind);
    disclosed->executed = figure_behind(prose, FUHE_ROLE_EXECUTED, score, end, &behind);
    disclosed->rate = figure_behind(prose, FUHE_ROLE_RATE, score, end, &behind);
    disclosed->text = cell_of(prose, text_begin(prose, behind, end), end);
    FUHE_TRY(fuhe_arena_grow(prose->arena, &items, recognition->narrative_count, &recognition->narrative_capacity,
                             sizeof item));
    recognition->narratives = items;
    recognition->narratives[recognition->narrative_count++] = item;
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_items(struct prose *prose) {
    size_t begin;
    size_t end;
    bool more = fuhe_words_search(prose->words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, prose->text, 0, &begin, &end);

    while (more) {
        const size_t score = begin;
        const size_t behind = end;
        more =
            fuhe_words_search(prose->words, FUHE_WORDS_NARRATIVE, FUHE_ROLE_TOTAL, prose->text, behind, &begin, &end);
        FUHE_TRY(add_item(prose, score, begin));
    }
    return FUHE_STATUS_OK;
}

/* --- the statement ----------------------------------------------------------------------------------------------- */

enum { SENTENCE_BYTES_MAX = 1500 };

/* Where the sentence around an offset begins, unless it is a very long one. */
static size_t sentence_begin(const struct prose *prose, size_t offset) {
    const size_t least = offset > SENTENCE_BYTES_MAX ? offset - SENTENCE_BYTES_MAX : 0;

    while (offset > least && !fuhe_heading_ends_sentence((fuhe_text){prose->text.bytes, offset})) {
        offset--;
    }
    return offset;
}

/* The number in front of a word, the last one before `to`. */
static struct fuhe_cell figure_before(const struct prose *prose, size_t from, size_t to, fuhe_text word) {
    size_t at = from;
    size_t found = to;

    while ((at += fuhe_text_find((fuhe_text){prose->text.bytes + at, to - at}, word)) < to) {
        found = at;
        at += word.length;
    }
    size_t end = found;
    while (end > from && prose->text.bytes[end - 1] == ' ') {
        end--;
    }
    size_t begin = end;
    while (begin > from && is_figure_byte(prose->text.bytes[begin - 1])) {
        begin--;
    }
    return found < to && begin < end ? cell_of(prose, begin, end) : (struct fuhe_cell){0};
}

static struct fuhe_cell share_of(const struct prose *prose, size_t from) {
    const fuhe_text all = fuhe_text_from(prose->text, from);
    const fuhe_text rest = {all.bytes, all.length < SENTENCE_BYTES_MAX ? all.length : SENTENCE_BYTES_MAX};
    const size_t stop = fuhe_text_find(rest, FUHE_TEXT("。"));
    const size_t begin = fuhe_text_find((fuhe_text){rest.bytes, stop}, FUHE_TEXT("占"));
    const size_t end = fuhe_text_find((fuhe_text){rest.bytes, stop}, FUHE_TEXT("%"));

    return begin < end && end < stop ? figure_before(prose, from + begin, from + end + 1, FUHE_TEXT("%"))
                                     : (struct fuhe_cell){0};
}

static bool is_zero(const struct fuhe_cell *cell) {
    for (size_t i = 0; i < cell->text.length; i++) {
        if (cell->text.bytes[i] != '0' && cell->text.bytes[i] != '.') {
            return false;
        }
    }
    return true;
}

/* The first sentence of its kind that is about any project. A second one makes it unclear which is meant. */
static void take_statement(struct prose *prose, size_t begin, size_t end) {
    struct fuhe_statement *statement = &prose->recognition->document.statement;
    const struct fuhe_cell projects = figure_before(prose, sentence_begin(prose, begin), begin, FUHE_TEXT("个"));
    size_t figure = end;
    const size_t stop = figure_end(prose->text, &figure);

    if (projects.state != FUHE_CELL_TEXT || is_zero(&projects) || stop == figure) {
        return;
    }
    if (statement->present) {
        prose->recognition->statement_is_unclear =
            prose->recognition->statement_is_unclear || !fuhe_text_equals(statement->projects.text, projects.text);
        return;
    }
    const fuhe_text unit = fuhe_text_trim(fuhe_text_from(prose->text, stop));
    statement->present = true;
    statement->place = projects.place;
    statement->projects = projects;
    statement->funds = cell_of(prose, figure, stop);
    statement->share = share_of(prose, stop);
    if (fuhe_text_starts_with(unit, FUHE_TEXT("万元"))) {
        statement->unit = (struct fuhe_cell){{unit.bytes, 6}, statement->funds.place, FUHE_CELL_TEXT};
    } else if (fuhe_text_starts_with(unit, FUHE_TEXT("元"))) {
        statement->unit = (struct fuhe_cell){{unit.bytes, 3}, statement->funds.place, FUHE_CELL_TEXT};
    }
}

/* 项目支出 942.48 万元, behind a mark of punctuation: the department's own, where the text gives one figure only. */
static void take_spending(struct prose *prose) {
    struct fuhe_statement *statement = &prose->recognition->document.statement;
    size_t begin;
    size_t end = 0;

    while (fuhe_words_search(prose->words, FUHE_WORDS_STATEMENT, FUHE_ROLE_SPENDING, prose->text, end, &begin, &end)) {
        size_t figure = end;
        const size_t stop = figure_end(prose->text, &figure);
        const fuhe_text before = {prose->text.bytes, begin};
        const bool alone = fuhe_heading_ends_sentence(before) || fuhe_text_ends_with(before, FUHE_TEXT("，")) ||
                           fuhe_text_ends_with(before, FUHE_TEXT("："));
        const fuhe_text unit = fuhe_text_trim(fuhe_text_from(prose->text, stop));
        if (!alone || stop == figure || !fuhe_text_starts_with(unit, statement->unit.text)) {
            continue;
        }
        const struct fuhe_cell cell = cell_of(prose, figure, stop);
        if (statement->spending.state == FUHE_CELL_TEXT && !fuhe_text_equals(statement->spending.text, cell.text)) {
            prose->recognition->statement_is_unclear = true;
            statement->spending = (struct fuhe_cell){0};
            return;
        }
        statement->spending = cell;
    }
}

static void find_statement(struct prose *prose) {
    size_t begin;
    size_t end = 0;

    while (fuhe_words_search(prose->words, FUHE_WORDS_STATEMENT, FUHE_ROLE_FUNDS, prose->text, end, &begin, &end)) {
        take_statement(prose, begin, end);
    }
    if (prose->recognition->document.statement.present) {
        take_spending(prose);
    }
}

enum fuhe_status fuhe_recognise_narrative(const struct fuhe_door_document *document, const struct fuhe_words *words,
                                          struct fuhe_recognition *recognition) {
    struct prose prose = {.words = words, .arena = document->arena, .recognition = recognition};
    struct gathering gathering = {.prose = &prose, .after_table = true};

    const enum fuhe_status status = gather(&gathering, document);
    fuhe_text_builder_release(&gathering.text);
    if (status != FUHE_STATUS_OK || prose.piece_count == 0) {
        return status;
    }
    FUHE_TRY(find_items(&prose));
    find_statement(&prose);
    return FUHE_STATUS_OK;
}
