#!/usr/bin/env python3
"""Do the example graphs say what the fact tables say?

Usage: test-data.py AMICUS-CLI SOURCE-ROOT

Each row of the tables is named in a comment of the graph, directly before the statement that carries it.
The test reads these comments and the statements with a small reader of its own, and everything else from
`amicus-cli dump`. Without the tables there is nothing to compare with, and the test is skipped.
"""

import csv
import json
import os
import re
import subprocess
import sys

# ---- Vocabulary -----------------------------------------------------------------------------------------

ENTITY_KINDS = set("""company agency government court organization ngo lab association media person people
    litigation filing doctrine product vulnerability event place document source""".split())
RELATION_KINDS = set("""owns subsidiary member employs founded funds sells supplies plaintiff defendant appellant
    appellee amicus counsel judge signatory appeal concerns cites reports researches targets exploits affects
    claims denies supports opposes sanctions part related""".split())
STATUSES = {"established", "alleged", "disputed", "denied", "possible"}
GROUP_KINDS = {"coalition", "group", "sector"}

# Which kinds of the vocabulary a kind of the tables may become.
TABLE_KINDS = [
    (r"trade association", "association"), (r"news agency|media", "media"), (r"ngo/.*lab", "lab"),
    (r"ngo", "ngo organization"), (r"company|group of companies", "company organization"),
    (r"agency", "agency"), (r"government", "government"), (r"court case", "litigation"),
    (r"court filing/document", "filing"), (r"court", "court"), (r"legal doctrine", "doctrine"),
    (r"group of persons", "people"), (r"group \(list\)", "document"), (r"group", "people organization"),
    (r"person", "person"), (r"product", "product"), (r"vulnerability", "vulnerability"), (r"event", "event"),
    (r"country", "place"), (r"document \(source\)", "source"), (r"document", "document"),
]

# Who is meant by the tables' words for who says something.
SPEAKERS = [
    ("NSO's lawyer", "king_spalding"), ("NSO", "nso"), ("Citizen Lab", "citizen_lab"), ("coalition", "coalition"),
    ("Apple", "apple"), ("plaintiffs", "whatsapp_inc"), ("Hulio", "hulio"), ("consortium", "pp"),
    ("El Faro", "elfaro"), ("Amnesty Security Lab", "amn_lab"), ("Amnesty", "amnesty"), ("Knight", "knight"),
    ("Access Now", "access_now"), ("Abdulaziz", "abdulaziz"), ("FBI", "fbi"), ("Moroccan", "morocco"),
    ("Al Maktoum", "maktoum"), ("Facebook", "meta"), ("Israeli Justice", "il_gov"), ("unnamed others", "other_researchers"),
]

DATE = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?:[0-9]{2}|XX)){0,2}[?~%]?"
EDTF = re.compile(rf"(?:{DATE}|(?:{DATE}|\.\.)/(?:{DATE}|\.\.))")

# ---- A reader for the statements and the comments before them --------------------------------------------

TOKEN = re.compile(r'\s+|//(?P<line>[^\n]*)|/\*.*?\*/|"(?P<str>(?:[^"\\]|\\.)*)"|(?P<op>->|--|[{}\[\];,=:])'
                   r'|(?P<id>[^\W\d]\w*|-?(?:\.\d+|\d+(?:\.\d*)?))', re.S)
ROWS = re.compile(r"\s*((?:[AB][0-9]+\b\s*)+)(?::|$)")


class Statement:
    def __init__(self, kind, rows, line):
        self.kind, self.rows, self.line = kind, rows, line
        self.ids, self.attributes = [], {}

    def named(self):
        """All that the statement names: its ends or members, and the speakers of its attributes."""
        names = set(self.ids)
        for attribute in ("saidBy", "deniedBy", "entity"):
            names.update(items(self.attributes.get(attribute)))
        return names


def read_statements(text):
    tokens, rows, position = [], [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise ValueError(f"line {text.count(chr(10), 0, position) + 1}: cannot read {text[position:position + 20]!r}")
        line = text.count("\n", 0, position) + 1
        if match["line"] is not None:
            tokens.append(("comment", match["line"], line))
        elif match["str"] is not None:
            tokens.append(("id", match["str"].replace('\\"', '"'), line))
        elif match["op"]:
            tokens.append(("op", match["op"], line))
        elif match["id"]:
            tokens.append(("id", match["id"], line))
        position = match.end()

    statements, open_groups, at = [], [], 0

    def take_attributes(index, into):
        while index < len(tokens) and tokens[index][1] == "[":
            index += 1
            while tokens[index][1] != "]":
                if tokens[index][0] == "id":
                    into[tokens[index][1]] = tokens[index + 2][1]
                    index += 3
                else:
                    index += 1
            index += 1
        return index

    while at < len(tokens):
        sort, word, line = tokens[at]
        following = tokens[at + 1][1] if at + 1 < len(tokens) else ""
        if sort == "comment":
            match = ROWS.match(word)
            rows = match[1].split() if match else rows if not word.strip() else []
            at += 1
            continue
        if sort == "op":
            if word == "}" and open_groups:
                open_groups.pop()
            at += 1
            continue
        if word == "digraph":
            at += 3
        elif word == "subgraph":
            statement = Statement("subgraph", rows, line)
            statement.ids.append(following)
            statements.append(statement)
            open_groups.append(statement)
            at += 3
        elif word in ("graph", "node", "edge") and following == "[":
            at = take_attributes(at + 1, {})
        elif following == "=":
            if open_groups:
                open_groups[-1].attributes[word] = tokens[at + 2][1]
            at += 3
        elif following == "->":
            statement = Statement("edge", rows, line)
            statement.ids = [word, tokens[at + 2][1]]
            at = take_attributes(at + 3, statement.attributes)
            statements.append(statement)
        else:
            statement = Statement("node", rows, line)
            statement.ids = [word]
            at = take_attributes(at + 1, statement.attributes)
            statements.append(statement)
            for group in open_groups:
                group.ids.append(word)
        rows = []
    return statements


# ---- Values ----------------------------------------------------------------------------------------------

def items(value):
    return [item for item in (value or "").split("\\n") if item]


def citations(value):
    """(source, locator, quote) of each item; a semicolon after a backslash does not divide."""
    for item in items(value):
        parts = [part.replace("\\;", ";").strip() for part in re.split(r"(?<!\\);", item, maxsplit=2)]
        yield tuple(parts + [""] * (3 - len(parts)))


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


# ---- TAP -------------------------------------------------------------------------------------------------

class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def test(self, name, problems):
        self.count += 1
        problems = sorted(set(problems))
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems[:20]:
            print(f"# {problem}")
        if len(problems) > 20:
            print(f"# and {len(problems) - 20} more")
        self.failed += bool(problems)

    def end(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0


# ---- One graph -------------------------------------------------------------------------------------------

class Graph:
    def __init__(self, cli, path):
        self.path, self.problems = path, []
        self.nodes, self.edges, self.groups, self.root = {}, [], {}, {}
        self.checked = subprocess.run([cli, "check", path], capture_output=True, text=True, encoding="utf-8")
        dump = subprocess.run([cli, "dump", path], capture_output=True, text=True, encoding="utf-8")
        if dump.returncode:
            self.problems.append(f"dump: exit {dump.returncode}: {dump.stderr.strip()}")
        for line in dump.stdout.splitlines():
            try:
                self.add(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                self.problems.append(f"dump: {error!r} in {line[:80]}")
        with open(path, encoding="utf-8") as file:
            self.statements = read_statements(file.read())
        self.collectives = {}
        for members, attributes in self.clusters().values():
            if attributes.get("entity"):
                self.collectives[attributes["entity"]] = set(members) - {attributes["entity"]}
        self.carriers = {}
        for statement in self.statements:
            for row in statement.rows:
                self.carriers.setdefault(row, []).append(statement)

    def add(self, record):
        def clean(attributes):
            return {name: value for name, value in attributes.items() if value != ""}
        if "graph" in record:
            self.root = clean(record["graph"].get("attributes", record["graph"]))
        elif "node" in record:
            self.nodes[record["node"]] = clean(record["attributes"])
        elif "edge" in record:
            self.edges.append((*record["edge"], clean(record["attributes"])))
        elif "subgraph" in record:
            self.groups[record["subgraph"]] = (record["nodes"], clean(record["attributes"]))

    def mentioned(self, row):
        """All that the statements of a row name. A group names its members, and all members name the group."""
        names = set().union(*(statement.named() for statement in self.carriers[row]))
        for entity, members in self.collectives.items():
            if entity in names:
                names |= members
            elif members <= names:
                names.add(entity)
        return names

    def clusters(self):
        return {name: group for name, group in self.groups.items() if name.startswith("cluster")}

    def attributed(self):
        """(where, attributes) of every node, edge and group, as dumped."""
        for name, attributes in self.nodes.items():
            yield name, attributes
        for tail, head, attributes in self.edges:
            yield f"{tail} -> {head}", attributes
        for name, (_, attributes) in self.clusters().items():
            yield name, attributes


def test_graph(tap, graph, entities, relations, names):
    """What holds for both graphs. entities and relations are rows of the tables."""
    base = os.path.basename(graph.path)

    def test(name, problems):
        tap.test(f"{base}: {name}", problems)

    complaint = (graph.checked.stdout + graph.checked.stderr).strip()
    test("amicus-cli check is silent", ([f"exit {graph.checked.returncode}"] if graph.checked.returncode else []) +
         complaint.splitlines())
    test("amicus-cli dump is JSON lines", graph.problems)
    test("the graph follows the vocabulary and has a title in both languages",
         [f"{name} is missing" for name in ("label", "label_fr", "description", "description_fr") if not graph.root.get(name)] +
         ([] if graph.root.get("amicus") == "1" else ["amicus is not 1"]))
    drawn = [statement for statement in graph.statements if statement.kind == "edge"]
    declared = {name for statement in graph.statements if statement.kind == "node" for name in statement.ids}
    test("the test's own reader and the dump see the same graph",
         [f"{len(drawn)} edge statements, {len(graph.edges)} edges dumped"] * (len(drawn) != len(graph.edges)) +
         [f"node {name} in one only" for name in declared ^ set(graph.nodes)])

    # Entities
    problems = []
    for row in entities:
        node = graph.nodes.get(row["id"])
        kinds = next(kinds for pattern, kinds in TABLE_KINDS if re.match(pattern, row["kind"])).split()
        if node is None:
            problems.append(f"{row['id']} is missing")
        elif node.get("kind") not in kinds:
            problems.append(f"{row['id']}: {node.get('kind')}, for {row['kind']}")
    test(f"the {len(entities)} entities are there, each of its kind", problems)
    known = {row["id"] for row in entities}
    test("nothing but entities and sources is there",
         [name for name, node in graph.nodes.items() if name not in known and node.get("kind") != "source"])
    problems = []
    for row in entities:
        node = graph.nodes.get(row["id"], {})
        if not node.get("label"):
            problems.append(f"{row['id']} has no label")
        elif not (node.get("label_fr") or node["label"] in row["name_fr"] or row["name_en"] == row["name_fr"]):
            problems.append(f"{row['id']} has no French label, and {node['label']!r} is not its French name")
        for name in ("label", "label_fr"):
            if len(node.get(name, "")) > 40:
                problems.append(f"{row['id']}: {name} is too long for a card")
    test("every entity has a label in both languages, short enough for a card", problems)
    test("every person has a public role, given in the description",
         [name for name, node in graph.nodes.items() if node.get("kind") == "person" and
          not (node.get("description") or node.get("alias"))])

    # Relations
    problems = []
    for tail, head, attributes in graph.edges:
        where = f"{tail} -> {head}"
        if attributes.get("kind") not in RELATION_KINDS:
            problems.append(f"{where}: kind {attributes.get('kind')}")
        if attributes.get("status") not in STATUSES:
            problems.append(f"{where}: status {attributes.get('status')}")
        if not attributes.get("cites"):
            problems.append(f"{where}: no cites")
        if ("label" in attributes) != ("label_fr" in attributes):
            problems.append(f"{where}: labelled in one language only")
        if len(attributes.get("label", "").split()) > 4 or len(attributes.get("label_fr", "").split()) > 4:
            problems.append(f"{where}: the label is long")
        if attributes.get("status") in ("alleged", "disputed") and not (attributes.get("saidBy") or attributes.get("description")):
            problems.append(f"{where}: {attributes['status']}, but nobody says it")
        if attributes.get("status") in ("disputed", "denied") and not (attributes.get("deniedBy") or attributes.get("kind") == "denies"):
            problems.append(f"{where}: {attributes['status']}, but nobody denies it")
    test("every relation has a kind, a status, evidence, and labels in both languages or none", problems)
    pairs = {}
    for statement in drawn:
        pairs.setdefault(tuple(statement.ids), []).append(statement.attributes.get("key"))
    test("parallel relations have keys",
         [" -> ".join(pair) for pair, keys in pairs.items() if len(keys) > 1 and (None in keys or len(set(keys)) < len(keys))])
    test("who says and who denies it is in the file",
         [f"{where}: {name}" for where, attributes in graph.attributed() for attribute in ("saidBy", "deniedBy")
          for name in items(attributes.get(attribute)) if name not in graph.nodes and name not in graph.groups])
    test("dates are EDTF",
         [f"{where}: {name}={attributes[name]}" for where, attributes in graph.attributed()
          for name in ("date", "startDate", "endDate", "publishedAt", "retrievedAt")
          if name in attributes and not EDTF.fullmatch(attributes[name])])
    test("kinds of entities are in the vocabulary",
         [f"{name}: {node.get('kind')}" for name, node in graph.nodes.items() if node.get("kind") not in ENTITY_KINDS])

    # Groups and sources
    problems = []
    for name, (members, attributes) in graph.clusters().items():
        problems += [f"{name}: no {what}" for what in ("label", "label_fr") if not attributes.get(what)]
        problems += [f"{name}: kind {attributes.get('kind')}"] * (attributes.get("kind") not in GROUP_KINDS)
        problems += [f"{name}: entity {entity}" for entity in items(attributes.get("entity")) if entity not in graph.nodes]
        problems += [f"{name}: empty"] * (not members)
    test("groups have a kind and a label in both languages", problems + (["no group"] if not graph.clusters() else []))
    cited = {source for _, attributes in graph.attributed() for source, _, _ in citations(attributes.get("cites"))}
    sources = {name for name, node in graph.nodes.items() if node.get("kind") == "source"}
    test("what is cited is a source, and every source is cited",
         [f"{name} is cited, but is no source" for name in cited - sources] +
         [f"{name} is never cited" for name in sources - cited])
    test("sources stand in the subgraph of sources, each with a title",
         [name for name in sources if name not in graph.groups.get("sources", ([], {}))[0] or not graph.nodes[name].get("label")])

    # Rows
    known_rows = {row["id"]: row for row in relations}
    test(f"the {len(relations)} relations of the table are carried by statements",
         [row for row in known_rows if row not in graph.carriers] +
         [f"{row} is not in the table" for row in graph.carriers if row not in names])
    test("every relation drawn carries a row",
         [f"line {statement.line}" for statement in drawn if not statement.rows])
    ends, statuses, years, evidence, notes, speakers = [], [], [], [], [], []
    for name, row in known_rows.items():
        carriers = graph.carriers.get(name, [])
        if not carriers:
            continue
        mentioned = graph.mentioned(name)
        ends += [f"{name}: {end} is not in line {carriers[0].line}" for end in (row["subject"], row["object"])
                 if end != "(event)" and end not in mentioned]
        found = {statement.attributes["status"] for statement in carriers if "status" in statement.attributes}
        denied = {who for statement in carriers for who in items(statement.attributes.get("deniedBy"))}
        said = {who for statement in carriers for who in items(statement.attributes.get("saidBy"))}
        if found and row["status"] not in found and not (
                row["status"] in ("alleged", "denied") and "disputed" in found or
                row["status"] == "denied" and row["subject"] in denied):
            statuses.append(f"{name}: {row['status']} became {', '.join(sorted(found))}")
        text = " ".join(value for statement in carriers for value in statement.attributes.values())
        years += [f"{name}: {year}" for year in re.findall(r"\b(?:19|20)[0-9]{2}\b", row["date"]) if year not in text]
        here = {source for statement in carriers for source, _, _ in citations(statement.attributes.get("cites"))}
        evidence += [f"{name}: {source}" for source in (row.get("sources") or "").lower().split() if source not in here]
        if row.get("note") and not any(statement.attributes.get("description") or statement.attributes.get("percentage")
                                       for statement in carriers):
            notes.append(f"{name}: {row['note']}")
        if row["status"] in ("alleged", "denied") and found:
            speaker = next((who for words, who in SPEAKERS if row["attribution"].startswith(words) and
                            "unclear" not in row["attribution"]), None)
            if speaker and speaker in graph.nodes and speaker not in said | denied:
                speakers.append(f"{name}: {row['attribution']}")
    test("a row's subject and object are in the statement that carries it", ends)
    test("a row's status is the status drawn", statuses)
    test("the speaker of an allegation or denial is named", speakers)
    test("a row's years are kept", years)
    test("a row's sources are cited", evidence)
    test("a row's note is kept in a description", notes)


def test_quotes(tap, graph, relations, article):
    base = os.path.basename(graph.path)
    paragraphs = [line for line in article.splitlines() if line.strip()]
    problems, quoted = [], 0
    for where, attributes in graph.attributed():
        for _, locator, quote in citations(attributes.get("cites")):
            quoted += 1
            match = re.fullmatch(r"¶ ([0-9]+)(?:-([0-9]+))?", locator)
            if not match or not quote:
                problems.append(f"{where}: {locator!r}, {quote!r}")
            elif not any(quote in paragraph for paragraph in paragraphs[int(match[1]) - 1:int(match[2] or match[1])]):
                problems.append(f"{where}: {locator} does not say {quote!r}")
    tap.test(f"{base}: each of {quoted} quotes is found verbatim in its paragraph", problems + (["no quote"] if not quoted else []))
    problems = []
    for row in relations:
        here = [citation for statement in graph.carriers.get(row["id"], [])
                for citation in citations(statement.attributes.get("cites"))]
        if not any(row["quote"] in quote and locator.replace("¶ ", "") == row["paragraph"].replace("P", "")
                   for _, locator, quote in here):
            problems.append(f"{row['id']}: {row['paragraph']} {row['quote']}")
    tap.test(f"{base}: the quote of every row stands where the row is carried", problems)
    tap.test(f"{base}: a picture, not a hairball: 35 to 50 relations drawn",
             [] if 35 <= len(graph.edges) <= 50 else [f"{len(graph.edges)} relations"])
    related = {end for tail, head, _ in graph.edges for end in (tail, head)}
    tap.test(f"{base}: no entity stands alone",
             [name for name, node in graph.nodes.items() if node.get("kind") != "source" and name not in related])


def test_sources(tap, graph, sources):
    base, problems = os.path.basename(graph.path), []
    by_id = {row["id"].lower(): row for row in sources}
    for name, node in graph.nodes.items():
        if node.get("kind") != "source":
            continue
        if name not in by_id:
            problems.append(f"{name} is not in the table")
        elif by_id[name]["address"].startswith("http") and node.get("URL") != by_id[name]["address"]:
            problems.append(f"{name}: {node.get('URL')}")
        elif not (node.get("URL") or node.get("description")):
            problems.append(f"{name}: neither address nor a word on why there is none")
    tap.test(f"{base}: sources have the address of the table", problems)


def main():
    cli, root = sys.argv[1:3]
    seed = os.path.join(os.environ.get("AMICUS_SHARED") or os.path.join(root, "..", "shared"), "seed")
    if not os.path.isfile(os.path.join(seed, "seed-relations.tsv")):
        print("1..0 # SKIP the fact tables are not here")
        return 0
    if not os.access(cli, os.X_OK):
        print(f"Bail out! {cli} cannot be run")
        return 1
    with open(os.path.join(seed, "article-fr.txt"), encoding="utf-8") as file:
        article = file.read()
    tap = Tap()

    relations = table(os.path.join(seed, "seed-relations.tsv"))
    graph = Graph(cli, os.path.join(root, "data", "nso-2020.gv"))
    test_graph(tap, graph, table(os.path.join(seed, "seed-entities.tsv")), relations, {row["id"] for row in relations})
    test_quotes(tap, graph, relations, article)

    entities = [row for row in table(os.path.join(seed, "ext-entities.tsv")) if row["tier"] == "A"]
    core = {row["id"] for row in entities}
    relations = table(os.path.join(seed, "ext-relations.tsv"))
    graph = Graph(cli, os.path.join(root, "data", "nso.gv"))
    test_graph(tap, graph, entities, [row for row in relations if row["subject"] in core and row["object"] in core],
               {row["id"] for row in relations})
    test_sources(tap, graph, table(os.path.join(seed, "sources.tsv")))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
