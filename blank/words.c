/* SPDX-License-Identifier: Apache-2.0 */
/* The form's own words, in the order of the Ministry's layout. They are Chinese and not for translation: the form is an
 * official one. */
#include "blank/words.h"

#include <stdio.h>
#include <string.h>

const struct fuhe_blank_column_words fuhe_blank_columns[FUHE_BLANK_COLUMNS] = {
    [FUHE_BLANK_BLOCK] = {"绩\n效\n指\n标", 6, 780, 800},
    [FUHE_BLANK_LEVEL1] = {"一级指标", 11, 1180, 1240},
    [FUHE_BLANK_LEVEL2] = {"二级指标", 15, 1540, 1860},
    [FUHE_BLANK_NAME] = {"三级指标", 20, 1480, 2140},
    [FUHE_BLANK_TARGET] = {"年度指标值", 12, 1160, 1250},
    [FUHE_BLANK_ACTUAL] = {"实际完成值", 12, 1160, 1250},
    [FUHE_BLANK_WEIGHT] = {"分值", 7, 620, 720},
    [FUHE_BLANK_SCORE] = {"得分", 8, 720, 760},
    [FUHE_BLANK_REASON] = {"偏差原因分析及改进措施", 19, 1566, 2250},
    [FUHE_BLANK_REVIEWED_SCORE] = {"校验得分", 9, 0, 960},
    [FUHE_BLANK_REVIEWED_REASON] = {"偏差原因", 18, 0, 1900},
};

const char *const fuhe_blank_funds[FUHE_BLANK_FUNDS] = {"年度资金总额", "其中：当年财政拨款", "上年结转资金",
                                                        "其他资金"};

const char *const fuhe_blank_figures[FUHE_BLANK_FIGURES] = {"年初预算数", "全年预算数",    "全年执行数",
                                                            "分值",       "执行率\n（%）", "得分"};

const char fuhe_blank_signature[] =
    "单位负责人（签字）：　　　　　填报人（签字）：　　　　　联系电话：　　　　　填报日期：　　年　月　日";

uint32_t fuhe_blank_column_count(const struct fuhe_blank *blank) {
    return blank->request.has_review ? FUHE_BLANK_COLUMNS : FUHE_BLANK_REVIEWED_SCORE;
}

void fuhe_blank_copy(fuhe_text text, size_t characters, char *copy, size_t size) {
    size_t end = 0;

    for (size_t next = 0; characters > 0 && next < text.length; characters--) {
        (void)fuhe_text_next(text, &next);
        if (next >= size) {
            break;
        }
        end = next;
    }
    if (end > 0) {
        memcpy(copy, text.bytes, end);
    }
    copy[end] = '\0';
}

void fuhe_blank_title(uint32_t year, char text[FUHE_BLANK_TEXT_SIZE]) {
    if (year == 0) {
        (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "项目支出绩效自评表（　　　　年度）");
    } else {
        (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "项目支出绩效自评表（%u年度）", (unsigned)year);
    }
}

void fuhe_blank_level1(const struct fuhe_blank_group *group, char text[FUHE_BLANK_TEXT_SIZE]) {
    char weight[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(group->weight, 0, weight);
    if (group->weight.scaled > 0) {
        (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "%s\n（%s分）", group->level1, weight);
    } else {
        (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "%s", group->level1);
    }
}

void fuhe_blank_grades(const struct fuhe_pack *pack, size_t ticked, char text[FUHE_BLANK_TEXT_SIZE]) {
    char name[FUHE_BLANK_WORD_SIZE];
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < pack->grade_count && length + 2 * sizeof name < FUHE_BLANK_TEXT_SIZE; i++) {
        fuhe_blank_copy(pack->grades[i].name.zh, SIZE_MAX, name, sizeof name);
        length += (size_t)snprintf(text + length, FUHE_BLANK_TEXT_SIZE - length, "%s%s%s", i > 0 ? "　" : "",
                                   i == ticked ? "☑" : "□", name);
    }
}

void fuhe_blank_says(const struct fuhe_pack *pack, enum fuhe_rule rule, size_t characters,
                     char text[FUHE_BLANK_TEXT_SIZE]) {
    fuhe_blank_copy(pack->citations[rule].says.zh, characters, text, FUHE_BLANK_TEXT_SIZE);
}

/* --- 填报说明 ---------------------------------------------------------------------------------------------------- */

static const char *const before[] = {
    "每个项目填报一张自评表，每张工作表（每张表格）只填一个项目。",
    "金额单位为万元；没有的填0。全年预算数为调整后的预算数，执行率＝全年执行数÷全年预算数。",
    "年度指标值与批复的绩效目标一致，写明方向、数值和单位，如“≥95%"
    "”“≤20万元”“12次”。定性指标写明应达到的结果，如“完成”。",
    "实际完成值按年度指标值的口径和单位填写，须有佐证材料，不能只写“已完成”而没有数值。",
    "分值（权重）由单位按重要程度分配到三级指标。",
    "得分不得超过分值；低于分值的，或者完成值明显超过指标值的，须说明偏差原因和改进措施。",
    "行数不够时，在同一类指标中间插入行；用不到的行留空即可，不必删除。",
};

static const char after[] = "报送电子文件原件，不要转成图片或扫描件；签字盖章的纸质件另行报送。";

enum { BEFORE = sizeof before / sizeof before[0] };

/* "产出指标50分、效益指标30分、…、预算执行率10分，合计应为100分。"; where no rule weighs the groups, of all indicators.
 */
static void write_weights(const struct fuhe_blank *blank, char text[FUHE_BLANK_TEXT_SIZE]) {
    const struct fuhe_pack *pack = blank->request.pack;
    char weight[FUHE_DECIMAL_TEXT_SIZE];
    char whole[FUHE_DECIMAL_TEXT_SIZE];
    size_t length = 0;

    text[0] = '\0';
    for (uint32_t i = 0; i < blank->group_count; i++) {
        const struct fuhe_blank_group *group = &blank->groups[i];
        (void)fuhe_decimal_format(group->weight, 0, weight);
        if (group->weight.scaled > 0) {
            length += (size_t)snprintf(text + length, FUHE_BLANK_TEXT_SIZE - length, "%s%s分、", group->level1, weight);
        }
    }
    if (length == 0) {
        length = (size_t)snprintf(text, FUHE_BLANK_TEXT_SIZE, "各项指标分值连同");
    }
    (void)fuhe_decimal_format(pack->execution.weight, 0, weight);
    (void)fuhe_decimal_format(pack->full_marks, 0, whole);
    (void)snprintf(text + length, FUHE_BLANK_TEXT_SIZE - length, "预算执行率%s分，合计应为%s分。", weight, whole);
}

/* The line without its number; false behind the last one. */
static bool write_line(const struct fuhe_blank *blank, const char *const *keeper, uint32_t line,
                       char text[FUHE_BLANK_TEXT_SIZE]) {
    if (line == 0) {
        write_weights(blank, text);
        return true;
    }
    if (line == 1) {
        fuhe_blank_says(blank->request.pack, FUHE_RULE_EXECUTION, 200, text);
        return true;
    }
    for (line -= 2; line > 0 && *keeper != NULL; line--) {
        keeper++;
    }
    (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "%s", *keeper != NULL ? *keeper : after);
    return line == 0;
}

bool fuhe_blank_instruction(const struct fuhe_blank *blank, const char *const *keeper, uint32_t line,
                            char text[FUHE_BLANK_TEXT_SIZE]) {
    char part[FUHE_BLANK_TEXT_SIZE];

    if (line < BEFORE) {
        (void)snprintf(part, sizeof part, "%s", before[line]);
    } else if (!write_line(blank, keeper, line - BEFORE, part)) {
        return false;
    }
    (void)snprintf(text, FUHE_BLANK_TEXT_SIZE, "%u. %.1000s", (unsigned)line + 1, part);
    return true;
}
