/* SPDX-License-Identifier: MIT */

#include "layout-worker/arena.h"

#include <cgraph.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#define ARENA_SIZE ((size_t) 1 << 30)
#define ALIGNMENT ((size_t) 16)

/* cgraph keeps subgraphs in the order of the addresses of their names, and fdp directs edges by
 * the addresses of their ends. So all graphs of a request live in one range of memory that is
 * given away from bottom to top: what was made later lies higher, in every run, whatever was laid
 * out before. */
static uint8_t *arena;
static size_t start;
static size_t used;

static void *
arena_open (Agdisc_t *disc)
{
  return NULL;
}

/* Fresh pages are zero, as cgraph wants its memory. */
static void *
arena_alloc (void  *heap,
             size_t size)
{
  size_t rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  void *memory = arena + used;

  if (rounded < size || rounded > ARENA_SIZE - used)
    return NULL;

  used += rounded;
  return memory;
}

static void *
arena_resize (void  *heap,
              void  *old,
              size_t old_size,
              size_t size)
{
  void *memory = arena_alloc (heap, size);

  if (memory != NULL && old != NULL)
    memcpy (memory, old, old_size < size ? old_size : size);
  return memory;
}

static void
arena_free (void *heap,
            void *memory)
{
}

/**
 * worker_arena_install:
 *
 * Makes all graphs that are opened from now on live here, also those that engines make for
 * themselves.
 *
 * Returns: false if there is no room
 */
bool
worker_arena_install (void)
{
  void *memory = mmap (NULL, ARENA_SIZE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (memory == MAP_FAILED)
    return false;

  arena = memory;
  AgMemDisc = (Agmemdisc_t) { arena_open, arena_alloc, arena_resize, arena_free, NULL };
  return true;
}

/**
 * worker_arena_reset:
 *
 * Gives back the memory of all graphs. None may be open. The next begins a little higher: circo
 * remembers what it knows of a graph by the graph's address, so no two may ever have the same.
 */
void
worker_arena_reset (void)
{
  madvise (arena, used, MADV_DONTNEED);
  start += ALIGNMENT;
  used = start;
}
