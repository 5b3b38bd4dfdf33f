// Lists and what became of them as the JSON that doors give out: the command line with --json, the server, MCP.
import { formatPlace, type InterdictError } from '../../model/errors.ts';
import type { ListVersion, VersionDiff } from '../list-service.ts';
import type { AddOutcome } from './add-lists.ts';

/** What became of one list of an `add` or an `update`. */
export function outcomeAsJson(outcome: AddOutcome): object {
  return {
    outcome: outcome.kind,
    places: outcome.places,
    ...('dataset' in outcome ? { dataset: outcome.dataset } : {}),
    ...('version' in outcome ? outcome.version : {}),
    ...('day' in outcome ? { publishedFrom: outcome.day.source } : {}),
    ...('notes' in outcome ? { notes: outcome.notes } : {}),
    ...('report' in outcome
      ? { setAside: [...outcome.report.rowsSetAside, ...outcome.report.valuesSetAside] }
      : {}),
    ...('error' in outcome ? { error: errorAsJson(outcome.error) } : {}),
  };
}

function errorAsJson({ code, message, remedy, place }: InterdictError): object {
  return { code, message, place: formatPlace(place) || null, remedy };
}

/** Two versions of a list and what changed. */
export function diffAsJson({ dataset, from, to, diff }: VersionDiff): object {
  const facts = ({ version, published, entities }: ListVersion) => ({ version, published, entities });
  return { dataset, from: facts(from), to: facts(to), ...diff };
}
