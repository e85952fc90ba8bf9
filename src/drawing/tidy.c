/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/tidy.h"

typedef struct
{
  gpointer data;
  GDestroyNotify free_func;
} Waste;

static void
throw_away (gpointer data,
            gpointer pool_data)
{
  g_autofree Waste *waste = data;

  waste->free_func (waste->data);
}

/* One thread that comes when it is needed; as others wait for nothing here, one is enough. */
static GThreadPool *
get_pool (void)
{
  static gsize pool = 0;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (throw_away, NULL, 1, FALSE, NULL));
  return (GThreadPool *) pool;
}

/**
 * amicus_tidy:
 * @data: (transfer full): what nobody uses any more
 * @free_func: frees it, in any thread
 *
 * Frees something large, some time soon.
 */
void
amicus_tidy (gpointer       data,
             GDestroyNotify free_func)
{
  Waste *waste = g_new (Waste, 1);

  *waste = (Waste) { data, free_func };
  g_thread_pool_push (get_pool (), waste, NULL);
}
