/* SPDX-License-Identifier: MIT
 * Memory, or the end: too little of it is one crash more for the client. */

#pragma once

#include <stdlib.h>

static inline void *
worker_allocate (size_t n,
                 size_t size)
{
  void *memory = calloc (n > 0 ? n : 1, size);

  if (memory == NULL)
    abort ();
  return memory;
}
