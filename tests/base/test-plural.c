/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/plural.h"

#include <string.h>

typedef struct
{
  const char *expression;
  gulong (*rule) (gulong n);
} Rule;

/* The compiler reads the same expression as we do. */
#define RULE(name, expression) \
  static gulong rule_##name (gulong n) { return expression; } \
  static const Rule name = { #expression, rule_##name };

RULE (english, n != 1)
RULE (french, (n > 1))
RULE (japanese, 0 * n)
RULE (polish, n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2)
RULE (russian, ((n % 10 == 1 && n % 100 != 11) ? 0
                : ((n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)) ? 1 : 2)))
RULE (arabic, n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5)
RULE (slovenian, (n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3))
RULE (irish, n == 1 ? 0 : n == 2 ? 1 : n < 7 ? 2 : n < 11 ? 3 : 4)
RULE (minus, (n + 10 - 2 - 1) % 5)
RULE (divided, n * 3 / 2 % 4)
RULE (negated, !(n == 1) + !!(n > 100))
RULE (nested, n > 50 ? n > 75 ? 3 : 2 : n > 25 ? 1 : 0)

static void
test_rules (void)
{
  const Rule rules[] = { english, french, japanese, polish, russian, arabic, slovenian, irish, minus,
                         divided, negated, nested };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *header =
        g_strdup_printf ("Language: x\nPlural-Forms: nplurals=6; plural=%s;\nX: y\n", rules[i].expression);

      for (guint n = 0; n < 250; n++)
        g_assert_cmpuint (amicus_plural_form (header, n), ==, rules[i].rule (n));
    }
}

/* What makes no sense means the English rule. */
static void
test_nonsense (void)
{
  static const char *const headers[] = {
    "", "Language: fr\n", "plural=", "plural=;", "plural=n n;", "plural=(n;", "plural=n);", "plural=n >;",
    "plural=n ? 1;", "plural=n : 1;", "plural=m;", "plural=1 2 +;", "plural=? :;", "plural=n & 1;", "plural=7;",
  };
  g_autoptr (GString) deep = g_string_new ("plural=");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, i % 2 == 0 ? "(" : "!");

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    for (guint n = 0; n < 3; n++)
      g_assert_cmpuint (amicus_plural_form (headers[i], n), ==, n == 1 ? 0 : 1);
  g_assert_cmpuint (amicus_plural_form (deep->str, 2), ==, 1);
}

static void
test_random (void)
{
  static const char letters[] = "n0123456789 ()?:!=<>&|+-*/%";

  for (guint i = 0; i < 100000; i++)
    {
      char header[40] = "plural=";

      for (gsize at = strlen (header); at < sizeof header - 1; at++)
        header[at] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      g_assert_cmpuint (amicus_plural_form (header, (guint) g_test_rand_int_range (0, 100)), <=, 5);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plural/rules", test_rules);
  g_test_add_func ("/plural/nonsense", test_nonsense);
  g_test_add_func ("/plural/random", test_random);

  return g_test_run ();
}
