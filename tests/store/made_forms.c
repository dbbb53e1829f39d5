/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/store/made_forms.h"

#include <stdint.h>
#include <stdio.h>

#include "tests/support/cases.h"

static uint32_t draw(uint32_t *state, uint32_t below) {
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % below;
}

void made_forms_write(const char *path) {
    FILE *file = fopen(path, "wb");
    uint32_t state = 11;

    assert_non_null(file);
    (void)fputs("<forms xmlns='urn:fuhe:form:1' region='延边'>\n", file);
    for (uint32_t i = 0; i < MADE_FORMS; i++) {
        const uint32_t department = draw(&state, MADE_DEPARTMENTS) * draw(&state, 2);
        const uint32_t done = 40 + draw(&state, 61);
        const uint32_t budget = draw(&state, 900000);
        (void)fprintf(file, "<form id='f%u' year='2024'><project>项目%u</project>", i, i);
        (void)fprintf(file, department == 3 ? "<unit>单位%u</unit>" : "<department>部门%u</department>", department);
        (void)fprintf(file,
                      "<funds unit='元'><fund label='年度资金总额' initial='1' budget='%u.%02u' executed='%u.%02u'"
                      " rate='100' weight='10' score='10'/></funds><indicators>",
                      budget, i % 100, budget, i % 100);
        (void)fprintf(file,
                      "<indicator level1='产出指标' level2='数量指标' name='件数' weight='50' score='%u.%u'>"
                      "<target>100件</target><actual>%u件</actual></indicator>",
                      done / 2, done % 2 * 5, done);
        (void)fputs(
            "<indicator level1='效益指标' level2='社会效益' name='用户' weight='30' score='30'><target>5户</target>"
            "<actual>5户</actual></indicator><indicator level1='满意度指标' level2='满意度' name='满意度'"
            " weight='10' score='10'><target>≥90%</target><actual>95%</actual></indicator></indicators>",
            file);
        if (i % 23 != 0) {
            (void)fprintf(file, "<total claimed='%u.%02u'/>", 50 + done / 2 + draw(&state, 4) * draw(&state, 3),
                          draw(&state, 3) * 25);
        }
        (void)fputs("</form>\n", file);
    }
    (void)fputs("</forms>\n", file);
    assert_int_equal(fclose(file), 0);
}
