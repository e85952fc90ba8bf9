/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/link.h"

#include "base/text.h"

/* Only the host is decoded: it is what has to be shown as it is looked up. */
#define HOST_ONLY \
  (G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT)

/**
 * amicus_link_normalise:
 * @address: anything that a file may hold
 *
 * Gives the address with its host in ASCII, so that letters which look like others show as what they are
 * (IDNA, RFC 5891).
 *
 * Returns: (transfer full) (nullable): the address to show and to open, or %NULL if it may not be opened
 */
char *
amicus_link_normalise (const char *address)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  if (!amicus_link_is_safe (address))
    return NULL;

  uri = g_uri_parse (address, HOST_ONLY, NULL);
  if (uri == NULL)
    return NULL;
  if (g_uri_get_host (uri) == NULL)
    return g_uri_to_string (uri);

  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (host == NULL)
    return NULL;

  return g_uri_join (HOST_ONLY, g_uri_get_scheme (uri), NULL, host, g_uri_get_port (uri),
                     g_uri_get_path (uri), g_uri_get_query (uri), g_uri_get_fragment (uri));
}
