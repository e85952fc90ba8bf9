/* SPDX-License-Identifier: GPL-3.0-or-later
 * Large blocks of memory. */

#define G_LOG_DOMAIN "amicus-base"

#include "base/memory.h"

#include <sys/mman.h>

/* From this size on the C library maps a block of its own instead of taking it from the heap. */
#define LARGE_BLOCK ((gsize) 128 * 1024)
#define PAGE ((gsize) 4096)

/* The first write to a page costs as much as thousands of others, and to read a large file once is
 * little more than that. Nothing changes where the system has no large pages. */
static void
ask_for_large_pages (gpointer block,
                     gsize size)
{
  gsize start = (gsize) block / PAGE * PAGE;

  if (size >= LARGE_BLOCK)
    madvise ((gpointer) start, (gsize) block + size - start, MADV_HUGEPAGE);
}

/**
 * amicus_memory_new_array:
 * @element_size: bytes of an element
 * @n_elements: how many are to come, about
 *
 * Makes an array that need not grow up to that number. Room that is not needed costs nothing as
 * long as it is not touched, while growing means moving.
 *
 * Returns: (transfer full): an empty array
 */
GArray *
amicus_memory_new_array (guint element_size,
                         guint n_elements)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, element_size, n_elements);

  ask_for_large_pages (array->data, (gsize) element_size * n_elements);
  return array;
}
