/* SPDX-License-Identifier: Apache-2.0 */
/* Five sentences, each a phrase and some words drawn by the goal's numbers. */
#include "tests/crosscheck/made_goals.h"

#include <stdio.h>

enum { SENTENCES = 5, WORDS_LEAST = 5, WORDS_MORE = 25 };

static const char *const phrases[SENTENCES][4] = {
    {"目标1：", "完成", "年内完成", "按计划实施"},
    {"支持", "开展", "进一步推进", "建设"},
    {"保障", "新增", "改造", "购置"},
    {"预计投入资金", "安排资金", "下达资金", "拨付资金"},
    {"提高财政资金使用效益", "群众满意度明显提升", "改善生产生活条件", "按时足额支付，专款专用"},
};

static const char *const places[] = {"延吉市", "图们市",       "敦化市",   "珲春市",   "龙井市",
                                     "和龙市", "汪清县河东乡", "安图县城", "郫都区镇", "团结街道办事处"};

struct writer {
    char *text;
    size_t used;
    uint64_t words; /* states of three sources of numbers */
    uint64_t figures;
};

static uint32_t draw(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}

static uint64_t start(uint32_t number) {
    uint64_t state = number * UINT64_C(0x9E3779B97F4A7C15) + 1;

    (void)draw(&state);
    (void)draw(&state);
    return state;
}

static void put(struct writer *writer, const char *text) {
    const int written = snprintf(writer->text + writer->used, MADE_GOAL_BYTES - writer->used, "%s", text);

    writer->used += written > 0 ? (size_t)written : 0;
}

static void put_character(struct writer *writer, uint32_t character) {
    const char bytes[4] = {(char)(0xE0 | character >> 12), (char)(0x80 | (character >> 6 & 0x3F)),
                           (char)(0x80 | (character & 0x3F)), '\0'};

    put(writer, bytes);
}

static void put_words(struct writer *writer, uint32_t count, uint64_t *state) {
    for (uint32_t i = 0; i < count * 2; i++) {
        put_character(writer, 0x4E00 + draw(state) % 2500);
    }
}

/* Three digits. */
static void put_figure(struct writer *writer, bool full_width) {
    const uint32_t figure = 100 + draw(&writer->figures) % 900;
    char digits[8];

    (void)snprintf(digits, sizeof digits, "%u", (unsigned)figure);
    for (size_t i = 0; digits[i] != '\0'; i++) {
        const char digit[2] = {digits[i], '\0'};
        if (full_width) {
            put_character(writer, 0xFF10 + (uint32_t)(digits[i] - '0'));
        } else {
            put(writer, digit);
        }
    }
}

static void put_sentence(struct writer *writer, const struct made_goal *goal, int sentence) {
    put(writer, phrases[sentence][draw(&writer->words) % 4]);
    if (sentence == 0 || sentence == 2) {
        put(writer, places[goal->place % (sizeof places / sizeof places[0])]);
    }
    put_words(writer, WORDS_LEAST + draw(&writer->words) % WORDS_MORE, &writer->words);
    if (sentence == 1 || sentence == 3) {
        put_figure(writer, goal->other_signs);
        put(writer, sentence == 1 ? "项" : "万元");
    }
    put(writer, goal->other_signs ? " ；" : "。");
}

/* A sentence that is dropped takes its words along, and leaves those of the others as they are. */
size_t made_goal_write(const struct made_goal *goal, char text[MADE_GOAL_BYTES]) {
    struct writer writer = {text, 0, 0, start(goal->figures)};

    text[0] = '\0';
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
        const bool of_letter = goal->letter != 0 && sentence > 0;
        writer.words = start((of_letter ? ~goal->letter : goal->words) * SENTENCES + (uint32_t)sentence);
        if (sentence != goal->dropped) {
            put_sentence(&writer, goal, sentence);
        }
        if (sentence == 2 && goal->inserted != 0) {
            uint64_t state = start(~goal->inserted);
            put_words(&writer, 4, &state);
            put(&writer, "，");
        }
    }
    return writer.used;
}
