// All list readers, by hand. The order matters only where two formats begin alike: the narrower one comes first.
import type { ListReader } from './reader.ts';
import { auDfatXlsx } from './readers/au-dfat-xlsx.ts';
import { bisDeniedPersons } from './readers/bis-denied-persons.ts';
import { caSemaXml } from './readers/ca-sema-xml.ts';
import { chSecoXml } from './readers/ch-seco-xml.ts';
import { customCsv } from './readers/custom-csv.ts';
import { customYaml } from './readers/custom-yaml.ts';
import { euFsfXml } from './readers/eu-fsf-xml.ts';
import { interdictJsonl } from './readers/interdict-jsonl.ts';
import { ofacAdvancedXml } from './readers/ofac-advanced-xml.ts';
import { ofacCsv } from './readers/ofac-csv.ts';
import { ofacEnhancedXml } from './readers/ofac-enhanced-xml.ts';
import { ofacSdnXml } from './readers/ofac-sdn-xml.ts';
import { openSanctionsFtm } from './readers/opensanctions-ftm.ts';
import { openSanctionsSimpleCsv } from './readers/opensanctions-simple-csv.ts';
import { ukOfsiCsv } from './readers/uk-ofsi-csv.ts';
import { ukSanctionsListCsv } from './readers/uk-sanctions-list-csv.ts';
import { ukSanctionsListXml } from './readers/uk-sanctions-list-xml.ts';
import { unXml } from './readers/un-xml.ts';
import { usCslCsv } from './readers/us-csl-csv.ts';
import { usCslJson } from './readers/us-csl-json.ts';

export const LIST_READERS: readonly ListReader[] = [
  bisDeniedPersons,
  ofacCsv,
  ofacSdnXml,
  ofacEnhancedXml,
  ofacAdvancedXml,
  interdictJsonl,
  auDfatXlsx,
  unXml,
  euFsfXml,
  ukOfsiCsv,
  ukSanctionsListXml,
  ukSanctionsListCsv,
  caSemaXml,
  chSecoXml,
  usCslCsv,
  usCslJson,
  openSanctionsFtm,
  openSanctionsSimpleCsv,
  // Lists of users' own come last: almost any table looks like one.
  customYaml,
  customCsv,
];

/** The reader of a format by its stable name; undefined if there is none (any more). */
export function readerOf(format: string): ListReader | undefined {
  return LIST_READERS.find((reader) => reader.format === format);
}
