/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of measures, and one function a reading (more, less, equal, rank, zero, words) that prints target and actual
 * in the ways people print them and keeps the score as a fraction. */
#include "bench/measures.h"

#include <stdio.h>
#include <string.h>

static void set_score(struct sheet_row *row, int64_t top, int64_t bottom) {
    row->top = top > bottom ? bottom : top;
    row->bottom = bottom;
}

/* A count as people type it: plain, with separators, or in full-width digits. */
static void print_count(struct random_source *random, int64_t count, char text[64]) {
    const int64_t habit = random_between(random, 0, 99);
    char plain[32];
    size_t used = 0;

    if (count >= 1000 && habit < 40) {
        (void)snprintf(text, 64, "%d,%03d", (int)(count / 1000), (int)(count % 1000));
        return;
    }
    if (habit < 98) {
        (void)snprintf(text, 64, "%d", (int)count);
        return;
    }
    (void)snprintf(plain, sizeof plain, "%d", (int)count);
    for (const char *digit = plain; *digit != '\0'; digit++) {
        used += (size_t)snprintf(text + used, 64 - used, "\xEF\xBC%c", 0x90 + (*digit - '0'));
    }
}

/* Mostly what was planned, sometimes more, sometimes less. */
static int64_t outcome(struct random_source *random, int64_t target) {
    const int64_t luck = random_between(random, 0, 99);

    if (luck < 70) {
        return target;
    }
    if (luck < 82) {
        return target + random_between(random, 1, 1 + target / 5);
    }
    return target - random_between(random, 0, target / 3);
}

static void write_more(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    static const char *const relations[] = {"", "", "", "≥", "不少于", "不低于"};
    const int64_t target = random_between(random, measure->low, measure->high);
    const int64_t actual = outcome(random, target);
    char digits[64];

    print_count(random, target, digits);
    if (random_percent(random, 8)) {
        row->relation = "≥";
        row->unit = measure->unit;
        (void)snprintf(row->target, sizeof row->target, "%s", digits);
    } else {
        (void)snprintf(row->target, sizeof row->target, "%s%s%s", RANDOM_PICK(random, relations), digits,
                       measure->unit);
    }
    if (random_percent(random, 3)) {
        memcpy(row->adjusted, row->target, sizeof row->adjusted);
    }
    print_count(random, actual, digits);
    (void)snprintf(row->actual, sizeof row->actual, "%s%s", digits, measure->unit);
    set_score(row, actual, target);
}

static void write_percent(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    static const char *const relations[] = {"", "≥", "≧", "不低于", "＞="};
    const int64_t target = random_between(random, measure->low, measure->high) * 100;
    const int64_t actual = random_percent(random, 80) ? random_between(random, target, 10000)
                                                      : target - random_between(random, 1, target / 6);
    char digits[32];

    (void)snprintf(row->target, sizeof row->target, "%s%d%s", RANDOM_PICK(random, relations), (int)(target / 100),
                   measure->unit);
    sheet_format_hundredths(actual, digits);
    (void)snprintf(row->actual, sizeof row->actual, "%s%s", digits, measure->unit);
    set_score(row, actual, target);
}

/* Less is better; above the target the loss is linear and ends at its double. */
static void write_less(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    const int64_t target = random_between(random, measure->low, measure->high);
    const int64_t actual = random_percent(random, 85) ? target - random_between(random, 0, target / 4)
                                                      : target + random_between(random, 1, target);

    switch (random_between(random, 0, 2)) {
    case 0:
        (void)snprintf(row->target, sizeof row->target, "≤%d%s", (int)target, measure->unit);
        break;
    case 1:
        (void)snprintf(row->target, sizeof row->target, "不超过%d%s", (int)target, measure->unit);
        break;
    default:
        (void)snprintf(row->target, sizeof row->target, "%d%s以内", (int)target, measure->unit);
        break;
    }
    (void)snprintf(row->actual, sizeof row->actual, "%d%s", (int)actual, measure->unit);
    set_score(row, 2 * target - actual, target);
}

static void write_equal(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    const int target = (int)random_between(random, measure->low, measure->high);

    (void)snprintf(row->target, sizeof row->target, "=%d%s", target, measure->unit);
    (void)snprintf(row->actual, sizeof row->actual, "%d%s", target, measure->unit);
    set_score(row, 1, 1);
}

static void write_rank(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    const int64_t target = random_between(random, measure->low, measure->high);
    const int64_t actual = random_between(random, 1, random_percent(random, 85) ? target : target + 3);

    (void)snprintf(row->target, sizeof row->target, "前%d名", (int)target);
    (void)snprintf(row->actual, sizeof row->actual, random_percent(random, 70) ? "前%d名" : "第%d名", (int)actual);
    set_score(row, target, actual);
}

static void write_zero(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    const bool word = random_percent(random, 50);
    const int actual = random_percent(random, 95) ? 0 : (int)random_between(random, 1, 3);

    if (word) {
        (void)snprintf(row->target, sizeof row->target, "无");
    } else {
        (void)snprintf(row->target, sizeof row->target, "0%s", measure->unit);
    }
    if (word && actual == 0) {
        (void)snprintf(row->actual, sizeof row->actual, "无");
    } else {
        (void)snprintf(row->actual, sizeof row->actual, "%d%s", actual, measure->unit);
    }
    set_score(row, actual == 0 ? 1 : 0, 1);
}

static void write_words(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    const char *word = random_percent(random, 80) ? "完成" : measure->unit;

    (void)snprintf(row->target, sizeof row->target, "%s", word);
    (void)snprintf(row->actual, sizeof row->actual, "%s", word);
    set_score(row, 1, 1);
}

static void write_scale(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    static const struct {
        const char *word;
        int64_t low;
        int64_t high;
    } steps[] = {{"全部完成", 100, 100}, {"基本完成", 80, 99}, {"部分完成", 60, 79}, {"未完成", 0, 50}};
    const size_t luck = (size_t)random_between(random, 0, 19);
    const size_t step = luck < 12 ? 0 : luck < 17 ? 1 : luck < 19 ? 2 : 3;

    (void)measure;
    (void)snprintf(row->target, sizeof row->target, "完成");
    (void)snprintf(row->actual, sizeof row->actual, "%s", steps[step].word);
    set_score(row, random_between(random, steps[step].low, steps[step].high), 100);
}

/* Words that no rule can measure: the claim has to be believed. */
static void write_judgement(struct random_source *random, const struct measure *measure, struct sheet_row *row) {
    static const char *const targets[] = {"提升", "明显改善", "持续优化", "有效保障"};
    static const char *const actuals[] = {"有所提升", "得到改善", "不断优化", "较好保障"};
    const size_t choice = (size_t)random_between(random, 0, 3);

    (void)measure;
    (void)snprintf(row->target, sizeof row->target, "%s", targets[choice]);
    (void)snprintf(row->actual, sizeof row->actual, "%s", actuals[choice]);
    set_score(row, random_between(random, 90, 100), 100);
}

static const struct measure outputs[] = {
    {"数量指标", "聘用窗口工作人员", "人", 2, 60, write_more},
    {"数量指标", "开展业务培训", "次", 1, 12, write_more},
    {"数量指标", "培训基层干部", "人次", 60, 4200, write_more},
    {"数量指标", "设备巡检", "次", 4, 52, write_more},
    {"数量指标", "编制统计简报", "期", 4, 24, write_equal},
    {"数量指标", "政务外网点位数", "个", 20, 400, write_more},
    {"数量指标", "录入系统维护", "个领域", 8, 40, write_more},
    {"数量指标", "宣传资料印制", "份", 500, 9000, write_more},
    {"数量指标", "委托第三方机构", "家", 1, 4, write_more},
    {"质量指标", "项目验收合格率", "%", 90, 100, write_percent},
    {"质量指标", "系统运行故障率", "‰", 2, 20, write_less},
    {"质量指标", "监测排名", "", 3, 20, write_rank},
    {"质量指标", "安全责任事故", "起", 0, 0, write_zero},
    {"质量指标", "营造良好宣传氛围", "良好", 0, 0, write_words},
    {"时效指标", "压缩审批时限", "个工作日", 5, 80, write_less},
    {"时效指标", "按期完成年度任务", "完成", 0, 0, write_scale},
    {"时效指标", "热线平均等待时长", "秒", 10, 60, write_less},
    {"时效指标", "工单按时办结率", "%", 85, 99, write_percent},
};

const struct measure_block measure_outputs = {"产出指标", outputs, sizeof outputs / sizeof outputs[0], 5};

static const struct measure effects[] = {
    {"社会效益指标", "大厅运行保障", "完成", 0, 0, write_words},
    {"社会效益指标", "公共服务能力", "提升", 0, 0, write_judgement},
    {"社会效益指标", "共享数据覆盖率", "%", 80, 100, write_percent},
    {"社会效益指标", "群体性事件", "起", 0, 0, write_zero},
    {"社会效益指标", "全省营商环境评价排名", "", 3, 12, write_rank},
    {"经济效益指标", "节约建设经费", "完成", 0, 0, write_words},
    {"经济效益指标", "带动就业人数", "人", 20, 900, write_more},
    {"生态效益指标", "改善人居环境", "改善", 0, 0, write_scale},
    {"可持续影响指标", "长效管理机制", "健全", 0, 0, write_words},
};

const struct measure_block measure_effects = {"效益指标", effects, sizeof effects / sizeof effects[0], 7};

static const struct measure satisfactions[] = {
    {"服务对象满意度指标", "办事群众满意度", "%", 85, 98, write_percent},
    {"服务对象满意度指标", "企业满意度", "%", 80, 95, write_percent},
    {"服务对象满意度指标", "工作人员满意度", "满意", 0, 0, write_words},
    {"服务对象满意度指标", "异议申诉", "件", 0, 0, write_zero},
};

const struct measure_block measure_satisfactions = {"满意度指标", satisfactions,
                                                    sizeof satisfactions / sizeof satisfactions[0], 3};
