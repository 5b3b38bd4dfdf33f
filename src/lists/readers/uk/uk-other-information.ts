// The "Other Information" column of the OFSI list: free text in which tags in brackets open what today's UK list has
// columns for: "(UK Sanctions List Ref):RUS1965. (UK Statement of Reasons):… (Gender):Male". Only the tags below
// divide the text, since statements of reasons hold brackets with a colon too; all else stays where it is.
import { unReferenceIn } from '../../un-reference.ts';
import type { UkField, UkParty } from './uk-party.ts';

/** Tags whose text is a value as it stands. */
const FIELD_OF_TAG: Readonly<Record<string, UkField>> = {
  'uk statement of reasons': 'reason',
  gender: 'gender',
  'phone number': 'phone',
  tel: 'phone',
  fax: 'fax',
  'email address': 'email',
  website: 'website',
  'type of entity': 'entityType',
  'parent company': 'parentCompany',
  subsidiaries: 'subsidiary',
  'business reg no': 'businessNumber',
  'imo number': 'imoNumber',
  'current owners': 'owner',
  'previous owners': 'previousOwner',
  'flag of ship': 'flag',
  'previous flags': 'previousFlag',
  'type of ship': 'shipType',
  'tonnage of ship': 'tonnage',
  'length of ship': 'length',
  'year built': 'yearBuilt',
  'hull identification number': 'hullNumber',
  'further identifying information': 'note',
  // So misspelt in the list.
  'further identifiying information': 'note',
};

const REFERENCE_TAG = 'uk sanctions list ref';
const UN_TAG = 'un ref';
const SCRIPT_TAG = 'non-latin script';

const TAGS = [...Object.keys(FIELD_OF_TAG), REFERENCE_TAG, UN_TAG, SCRIPT_TAG];
const TAG_PATTERN = new RegExp(String.raw`\((${TAGS.join('|')})\)\s*:`, 'giu');

/** Adds what the text says to the party, value by value. */
export function readOtherInformation(text: string, at: string, party: UkParty): void {
  const tags = [...text.matchAll(TAG_PATTERN)];
  party.add('note', text.slice(0, tags[0]?.index ?? text.length), at);
  for (const [index, tag] of tags.entries()) {
    const name = tag[1]?.toLowerCase() ?? '';
    const content = text.slice(tag.index + tag[0].length, tags[index + 1]?.index ?? text.length).trim();
    if (name === REFERENCE_TAG) readReference(content, at, party);
    else if (name === UN_TAG) readUnReference(content, at, party);
    else if (name === SCRIPT_TAG) readScriptName(content, at, party);
    else party.add(FIELD_OF_TAG[name] ?? 'note', content, at);
  }
}

/** "RUS1831. Financial sanctions imposed in addition to an asset freeze: …" */
function readReference(content: string, at: string, party: UkParty): void {
  const [, id, rest] = /^([A-Z]{3}\d{4})\b[.\s]*(.*)$/su.exec(content) ?? [];
  if (id) party.add('sanctionsListId', id, at);
  const remainder = id ? rest : content;
  party.add(/sanctions imposed/iu.test(remainder ?? '') ? 'provision' : 'note', remainder, at);
}

/** "TAi.025. Member of the Taliban Quetta Shura …": the number, then the UN's own remarks. */
function readUnReference(content: string, at: string, party: UkParty): void {
  const id = unReferenceIn(content.slice(0, 8));
  if (id) party.add('unReference', id, at);
  party.add(
    'note',
    id ? content.slice(content.indexOf(id) + id.length).replace(/^[.\s]+/u, '') : content,
    at,
  );
}

/** "ФЕДЕРАЛЬНОЕ … НАМИ. Non Latin Script Type: Cyrillic. Non Latin Script Language: Russian." */
function readScriptName(content: string, at: string, party: UkParty): void {
  const [, name = content, script = '', language = ''] =
    /^(.*?)\.?\s*Non Latin Script Type:\s*([^.]*)\.\s*Non Latin Script Language:\s*([^.]*)\.?$/su.exec(
      content,
    ) ?? [];
  party.put('scriptName', { name: name.trim(), script, language, at });
}
