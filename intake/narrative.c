/* SPDX-License-Identifier: Apache-2.0 */
/* What a department publishes in prose: an item for each project with its score and money, and one sentence on all of
 * them. Converters break paragraphs at the ends of pages, so the text between tables is read as one; an item ends where
 * the next one or a heading begins. */
#include "intake/recogniser_state.h"

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

static const char *const sentence_ends[] = {"。", "！", "？", "；", "!", "?", ";"};
static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

static bool ends_sentence(fuhe_text text) {
    for (size_t i = 0; i < sizeof sentence_ends / sizeof sentence_ends[0]; i++) {
        if (fuhe_text_ends_with(text, fuhe_text_of(sentence_ends[i]))) {
            return true;
        }
    }
    return text.length == 0;
}

/* Behind at most four numerals: no heading has more. */
static size_t skip_numerals(fuhe_text text, size_t at) {
    enum { NUMERAL_BYTES = 3, NUMERALS = sizeof numerals / sizeof numerals[0] };

    for (unsigned count = 0; count < 4; count++) {
        size_t i = 0;
        while (i < NUMERALS && !fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(numerals[i]))) {
            i++;
        }
        if (i == NUMERALS) {
            break;
        }
        at += NUMERAL_BYTES;
    }
    return at;
}

/* 十一、… （三）… 第四部分 … */
static bool is_heading(fuhe_text text) {
    const bool part = fuhe_text_starts_with(text, FUHE_TEXT("第"));
    const bool bracket = fuhe_text_starts_with(text, FUHE_TEXT("（"));
    const size_t from = part || bracket ? 3 : (fuhe_text_starts_with(text, FUHE_TEXT("(")) ? 1 : 0);
    const size_t end = skip_numerals(text, from);
    const fuhe_text rest = fuhe_text_from(text, end);

    if (end == from) {
        return false;
    }
    return fuhe_text_starts_with(rest, part ? FUHE_TEXT("部分") : (bracket ? FUHE_TEXT("）") : FUHE_TEXT("、"))) ||
           (!part && !bracket && from == 1 && fuhe_text_starts_with(rest, FUHE_TEXT(")")));
}

/* Bytes of a number of an item in front: "12. " "（3）" "4、". */
static size_t number_length(fuhe_text text) {
    static const char *const ends[] = {".", "、", "．", "）", ")"};
    size_t at =
        fuhe_text_starts_with(text, FUHE_TEXT("（")) ? 3 : (fuhe_text_starts_with(text, FUHE_TEXT("(")) ? 1 : 0);
    const size_t digits = at;

    while (at < text.length && at < digits + 3 && text.bytes[at] >= '0' && text.bytes[at] <= '9') {
        at++;
    }
    for (size_t i = 0; at > digits && i < sizeof ends / sizeof ends[0]; i++) {
        if (fuhe_text_starts_with(fuhe_text_from(text, at), fuhe_text_of(ends[i]))) {
            return at + strlen(ends[i]);
        }
    }
    return 0;
}

/* Copies the paragraphs one behind the other. */
static enum fuhe_status gather(struct prose *prose, const struct fuhe_intake_document *document) {
    fuhe_text before = {NULL, 0};
    bool after_table = true;
    size_t length = 0;

    for (size_t i = 0; i < document->block_count; i++) {
        length += document->blocks[i].paragraph.text.length;
    }
    char *bytes = fuhe_arena_allocate(prose->arena, length + 1, 1);
    prose->pieces = fuhe_arena_allocate(prose->arena, document->block_count + 1, sizeof *prose->pieces);
    if (bytes == NULL || prose->pieces == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    prose->text.bytes = bytes;
    for (size_t i = 0; i < document->block_count; i++) {
        const struct fuhe_paragraph *paragraph = &document->blocks[i].paragraph;
        if (document->blocks[i].kind == FUHE_BLOCK_GRID) {
            after_table = true;
            continue;
        }
        prose->pieces[prose->piece_count++] =
            (struct piece){prose->text.length, paragraph->place,
                           number_length(paragraph->text) > 0 || ends_sentence(before) || after_table,
                           is_heading(paragraph->text) || after_table};
        memcpy(bytes + prose->text.length, paragraph->text.bytes, paragraph->text.length);
        prose->text.length += paragraph->text.length;
        before = paragraph->text;
        after_table = false;
    }
    return FUHE_STATUS_OK;
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

    begin += number_length(fuhe_text_from(head, begin));
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

    while (offset > least && !ends_sentence((fuhe_text){prose->text.bytes, offset})) {
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
        const bool alone = ends_sentence(before) || fuhe_text_ends_with(before, FUHE_TEXT("，")) ||
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

enum fuhe_status fuhe_recognise_narrative(const struct fuhe_intake_document *document, const struct fuhe_words *words,
                                          struct fuhe_recognition *recognition) {
    struct prose prose = {.words = words, .arena = document->arena, .recognition = recognition};

    FUHE_TRY(gather(&prose, document));
    if (prose.piece_count == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(find_items(&prose));
    find_statement(&prose);
    return FUHE_STATUS_OK;
}
