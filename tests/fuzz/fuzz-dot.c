/* SPDX-License-Identifier: GPL-3.0-or-later
 * libFuzzer: any bytes are read, written back the same and described without a lie. */

#include "tests/dot/check.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t size)
{
  check_any_bytes ((const char *) data, size);
  return 0;
}
