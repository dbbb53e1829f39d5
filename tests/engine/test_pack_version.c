/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/pack_version.h"
#include "tests/support/cases.h"

struct version_case {
    const char *name;
    const char *earlier;
    const char *later; /* the same text: neither */
};

static const struct version_case version_cases[] = {
    {"numbers by their value", "9", "10"},
    {"parts by their value", "1.9", "1.10"},
    {"the first part decides", "1.10", "2.1"},
    {"fewer parts", "1", "1.0"},
    {"nothing and something", "", "0"},
    {"years", "2024", "2025-1"},
    {"letters behind", "2024a", "2024b"},
    {"letters in front", "v9", "v10"},
    {"longer than any integer", "99999999999999999999", "100000000000000000000"},
    {"zero before one", "0", "1"},
    {"zeros in front do not count", "009", "10"},
    {"but tell two apart", "01", "1"},
    {"numbers before letters", "1", "a"},
    {"the same", "1.2", "1.2"},
};

static void versions_are_ordered(void **state) {
    const struct version_case *row = *state;
    const fuhe_text earlier = fuhe_text_of(row->earlier);
    const fuhe_text later = fuhe_text_of(row->later);

    if (fuhe_text_equals(earlier, later)) {
        assert_int_equal(fuhe_pack_version_compare(earlier, later), 0);
        return;
    }
    assert_true(fuhe_pack_version_compare(earlier, later) < 0);
    assert_true(fuhe_pack_version_compare(later, earlier) > 0);
}

int main(void) {
    return RUN_CASES("versions", version_cases, versions_are_ordered);
}
