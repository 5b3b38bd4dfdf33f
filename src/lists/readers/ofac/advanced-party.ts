// One party of OFAC's advanced XML: its names, its features, and what its layout has that is read nowhere else.
import type { XmlElement } from '../../read/xml.ts';
import {
  type AdvancedDocument,
  LATIN,
  periodText,
  placeOf,
  type ReferenceValues,
  type Targets,
} from './advanced-references.ts';
import type { Located, NameKind, OfacAddress, OfacFact, OfacName } from './entry.ts';
import { printedForm } from './names.ts';
import { ownString } from './waiting.ts';
import { restOf } from './xml.ts';

const KINDS: Readonly<Record<string, NameKind>> = {
  Name: 'primary',
  'A.K.A.': 'aka',
  'F.K.A.': 'fka',
  'N.K.A.': 'nka',
};
const ADDRESS = 'Location';

/** A name with the number by which documents refer to it. */
export interface AdvancedName extends OfacName {
  readonly id: string | undefined;
}

/** All names of an identity, each in every script that it is documented in. */
export function namesOf(identity: XmlElement, references: ReferenceValues): AdvancedName[] {
  const types = new Map(
    identity
      .all('NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup')
      .map((group) => [
        group.attribute('ID'),
        references.text('NamePartType', group.attribute('NamePartTypeID')) ?? '',
      ]),
  );
  const isFalse = identity.attribute('False') === 'true';
  return identity.children('Alias').flatMap((alias) => {
    const kind = KINDS[references.text('AliasType', alias.attribute('AliasTypeID')) ?? ''] ?? 'aka';
    const isWeak = isFalse || alias.attribute('LowQuality') === 'true';
    return alias.children('DocumentedName').map((documented) => {
      const values = documented.all('DocumentedNamePart', 'NamePartValue');
      const parts = values.map((part) => ({
        type: types.get(part.attribute('NamePartGroupID')) ?? '',
        value: [
          part.parent?.attribute('LeadingChars'),
          part.text,
          part.parent?.attribute('TrailingChars'),
        ].join(''),
      }));
      const script = references.text('Script', values[0]?.attribute('ScriptID'));
      const partOf = (type: string): string | undefined =>
        parts
          .filter((part) => part.type === type)
          .map((part) => part.value)
          .join(' ') || undefined;
      return {
        id: documented.attribute('ID'),
        kind,
        listForm: printedForm(parts),
        isWeak,
        script: script === LATIN ? undefined : script,
        middle: partOf('Middle Name'),
        patronymic: partOf('Patronymic'),
        matronymic: partOf('Matronymic'),
        // Long element names are cut from the file's text, and the place of a party's name is kept to the end.
        at: ownString(documented.path),
      };
    });
  });
}

/** A document as a fact; the name that it is issued in is told if it is not the party's own. */
export function documentFact({ fact, nameIds }: AdvancedDocument, names: readonly AdvancedName[]): OfacFact {
  const others = names.filter((name) => nameIds.includes(name.id) && name.kind !== 'primary');
  const said = [fact.remarks, ...others.map((name) => `in the name of ${name.listForm}`)];
  return { ...fact, remarks: said.filter(Boolean).join('; ') || undefined };
}

/** A feature as a fact, and where it is an address, that. */
export interface Feature extends OfacFact {
  readonly address?: OfacAddress[];
}

/** The values of a feature's versions: text, a reference, a place or a period. */
export function readFeature(feature: XmlElement, { references, locations }: Targets): Feature[] {
  const label = references.text('FeatureType', feature.attribute('FeatureTypeID')) ?? 'Feature';
  return feature.children('FeatureVersion').flatMap((version): Feature[] => {
    const at = version.path;
    const reliability = references.text('Reliability', version.attribute('ReliabilityID'));
    const doubt = reliability === undefined || reliability === 'Confirmed' ? undefined : reliability;
    const remarks = [version.textAt('Comment'), doubt].filter(Boolean).join('; ') || undefined;
    const places = version.children('VersionLocation').map((place) => place.attribute('LocationID') ?? '');
    if (label === ADDRESS) {
      const address = places.flatMap((id) => locations.get(id));
      const said = (own: OfacAddress): string => [own.remarks, remarks].filter(Boolean).join('; ');
      if (address.length > 0)
        return [{ label, value: '', at, address: address.map((own) => ({ ...own, remarks: said(own) })) }];
    }
    const values = [
      ...version
        .children('VersionDetail')
        .map(
          (detail) =>
            references.text('DetailReference', detail.attribute('DetailReferenceID')) ?? detail.text,
        ),
      ...version.children('DatePeriod').map(periodText),
    ].filter(Boolean);
    // A place of birth has both a text and the location that stands for it; the text is OFAC's own.
    const shown = values.length > 0 ? values : places.map((id) => placeOf(locations.get(id)) || `no. ${id}`);
    // One that says nothing but its label is a fact all the same, and ends up in the notes.
    return (shown.length > 0 ? shown : ['']).map((value) => ({ label, value, remarks, at }));
  });
}

/** What the parts of a party that are read do not cover, such as comments on names and references to elsewhere. */
export function notesOf(element: XmlElement, identities: readonly XmlElement[]): Located[] {
  const known: readonly (readonly [XmlElement[], readonly string[]])[] = [
    [[element], ['Comment', 'Profile']],
    [element.children('Profile'), ['Comment', 'Identity', 'Feature', 'SanctionsEntryReference']],
    [[...identities], ['Alias', 'NamePartGroups', 'IDRegDocumentReference']],
    [identities.flatMap((identity) => identity.children('Alias')), ['DocumentedName']],
    [
      identities.flatMap((identity) => identity.all('Alias', 'DocumentedName')),
      ['DocumentedNamePart', 'IDRegDocumentReference'],
    ],
  ];
  return known.flatMap(([elements, parts]) => elements.flatMap((found) => restOf(found, parts)));
}
