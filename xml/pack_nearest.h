/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_NEAREST_H
#define FUHE_XML_PACK_NEAREST_H

#include "xml/sax_machine.h"

/* The element or attribute of rule packs that was probably meant by one that is not known; NULL when none is near. */
const char *fuhe_pack_nearest(const struct fuhe_sax_oddity *oddity);

/* Whether an element that is not known here belongs beside the one that it stands in, whose end tag is missing then. */
bool fuhe_pack_is_unclosed(const struct fuhe_sax_oddity *oddity);

#endif
