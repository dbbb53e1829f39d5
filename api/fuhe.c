/* SPDX-License-Identifier: Apache-2.0 */
/* The public interface: reader, choice of pack and engine wired together. */
#include "api/fuhe.h"

const char *fuhe_version(void) {
    return "0.1.0";
}
