"""Scores pairs of people with nomenklatura's logic-v2.

Reads JSON lines {"query": name, "names": [listed names]} from standard input, writes the score of each as a line,
and last the seconds that the scoring took.
"""

import json
import sys
import time

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm

algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()


def person(id_, names):
    return EntityProxy.from_dict({"id": id_, "schema": "Person", "properties": {"name": names}})


def main():
    pairs = [json.loads(line) for line in sys.stdin]
    # Its tables are loaded with the first pair; they are not what is timed.
    algorithm.compare(person("q", ["John Smith"]), person("c", ["Jon Smith"]), config)
    began = time.perf_counter()
    # It remembers an entity's names by the entity's id, so each has an id of its own.
    for number, pair in enumerate(pairs):
        query = person(f"q{number}", [pair["query"]])
        result = algorithm.compare(query, person(f"c{number}", pair["names"]), config)
        print(result.score)
    print(time.perf_counter() - began)


main()
