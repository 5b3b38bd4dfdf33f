// What targets of the Swiss list refer to by ssid: programmes, places and other targets. Gathered in a first pass.
import { parseDay } from '../../model/dates.ts';
import type { ListFile } from '../list-file.ts';
import { type XmlElement, xmlElements } from '../read/xml.ts';

export interface SecoProgramme {
  /** "Belarus". */
  readonly key: string | undefined;
  /** The ordinance: "Ordinance of 16 March 2022 on measures against Belarus …". */
  readonly name: string | undefined;
  /** The measures: "article 12 -- Restrictions on named individuals". */
  readonly set: string | undefined;
  /** Whose list it follows: UN, EU. */
  readonly origin: string | undefined;
}

export interface SecoPlace {
  readonly location: string | undefined;
  readonly area: string | undefined;
  readonly country: string | undefined;
  /** Other spellings of the location and the area. */
  readonly variants: readonly string[];
}

export interface SecoReferences {
  /** The day of the list, where it states one. */
  readonly day: string | undefined;
  readonly listType: string | undefined;
  readonly programmes: ReadonlyMap<string, SecoProgramme>;
  readonly places: ReadonlyMap<string, SecoPlace>;
  /** Targets that are listed, and the names of those that no longer are. */
  readonly listed: ReadonlySet<string>;
  readonly formerNames: ReadonlyMap<string, string>;
}

/** Reads programmes, places and the status of each target. */
export async function readSecoReferences(file: ListFile, root: string): Promise<SecoReferences> {
  const programmes = new Map<string, SecoProgramme>();
  const places = new Map<string, SecoPlace>();
  const listed = new Set<string>();
  const formerNames = new Map<string, string>();
  let day: string | undefined;
  let listType: string | undefined;
  for await (const { kind, element } of xmlElements(file, ['sanctions-program', 'place', 'target'], root)) {
    if (kind === 'root') {
      day = parseDay(element.attribute('date')?.slice(0, 10) ?? '');
      listType = element.attribute('list-type');
    } else if (element.name === 'sanctions-program') readProgramme(element, programmes);
    else if (element.name === 'place') readPlace(element, places);
    else {
      const ssid = element.attribute('ssid') ?? '';
      if (delistedOn(element, day) === undefined) listed.add(ssid);
      else formerNames.set(ssid, plainName(element));
    }
  }
  return { day, listType, programmes, places, listed, formerNames };
}

/** English where there is English. */
function inEnglish(elements: readonly XmlElement[]): XmlElement | undefined {
  return elements.find((element) => /^en/iu.test(element.attribute('lang') ?? '')) ?? elements[0];
}

function readProgramme(element: XmlElement, programmes: Map<string, SecoProgramme>): void {
  const sets = Map.groupBy(element.children('sanctions-set'), (set) => set.attribute('ssid') ?? '');
  for (const [ssid, translations] of sets) {
    programmes.set(ssid, {
      key: inEnglish(element.children('program-key'))?.text || undefined,
      name: inEnglish(element.children('program-name'))?.text || undefined,
      set: inEnglish(translations)?.text || undefined,
      origin: element.textAt('origin'),
    });
  }
}

function readPlace(element: XmlElement, places: Map<string, SecoPlace>): void {
  const country = element.child('country');
  places.set(element.attribute('ssid') ?? '', {
    location: element.textAt('location'),
    area: element.textAt('area'),
    country: country?.text || country?.attribute('iso-code'),
    variants: [...element.children('location-variant'), ...element.children('area-variant')]
      .map((variant) => variant.text)
      .filter(Boolean),
  });
}

/** The day on which a modification counts; blank for one that states none. */
export function dayOfModification(modification: XmlElement): string {
  for (const name of ['effective-date', 'enactment-date', 'publication-date']) {
    const day = modification.attribute(name)?.slice(0, 10);
    if (day) return day;
  }
  return '';
}

/**
 * The day on which a target was taken off the list; undefined if it is on it. The latest modification decides, and of
 * two of one day the one that stands first; one that is not yet in force on the day of the list does not count.
 * @param listDay day of the list; without it all modifications count
 */
export function delistedOn(target: XmlElement, listDay: string | undefined): string | undefined {
  let latest: { readonly day: string; readonly type: string | undefined } | undefined;
  for (const modification of target.children('modification')) {
    const day = dayOfModification(modification);
    if (listDay && day > listDay) continue;
    if (!latest || day > latest.day) latest = { day, type: modification.attribute('modification-type') };
  }
  return latest?.type === 'de-listed' ? latest.day || 'a day not given' : undefined;
}

/** The parts of the first name of a target as they stand; blank if it has none. */
export function plainName(target: XmlElement): string {
  const names = ['individual', 'entity', 'object'].flatMap((subject) =>
    target.all(subject, 'identity', 'name'),
  );
  return names.map(wholeText).find(Boolean) ?? '';
}

function wholeText(name: XmlElement): string {
  return [...name.children('name-part')]
    .sort((left, right) => orderOf(left) - orderOf(right))
    .map((part) => part.textAt('value') ?? part.text)
    .filter(Boolean)
    .join(' ');
}

/** The place of a part in its name, as the list counts; parts without it come last. */
export function orderOf(part: XmlElement): number {
  return Number(part.attribute('order') ?? Number.MAX_SAFE_INTEGER);
}
