/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/dot/corpus.h"

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

GPtrArray *
load_dot_files (void)
{
  const char *shared = g_getenv ("AMICUS_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "..", "shared", NULL);
  g_autofree char *data = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", NULL);
  const char *const roots[] = { shared != NULL ? shared : beside, "/usr/share/doc/graphviz/examples", data };
  const char *const folders[][2] = {
    { roots[0], "corpora/dot/graphviz-rtest" }, { roots[0], "corpora/dot/graphviz-ts" },
    { roots[1], "graphs/directed" }, { roots[1], "graphs/undirected" }, { roots[2], "." },
  };
  GPtrArray *files = g_ptr_array_new_with_free_func (unref_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (folders[i][0], folders[i][1], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          char *contents;
          gsize size;

          if ((g_str_has_suffix (name, ".gv") || g_str_has_suffix (name, ".dot")) &&
              g_file_get_contents (path, &contents, &size, NULL))
            g_ptr_array_add (files, g_bytes_new_take (contents, size));
        }
    }

  return files;
}
