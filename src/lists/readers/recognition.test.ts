import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileFromBytes, fileFromDisk, type ListFile, readHead } from '../list-file.ts';
import { LIST_READERS } from '../registry.ts';

const shared = fileURLToPath(new URL('../../../../shared/lists/', import.meta.url));

/** All formats that claim the file for an official list; a user's own list may look like anything. */
async function claims(file: ListFile): Promise<string[]> {
  const head = await readHead(file);
  const found: string[] = [];
  for (const reader of LIST_READERS) {
    if (reader.isOwnList || !reader.recognise(head) || (await reader.confirm?.(file)) === false) continue;
    found.push(reader.format);
  }
  return found;
}

const OFSI_HEADER = 'Name 6,Name 1,Title,Other Information,Group Type,Alias Type,Regime,Listed On,Group ID';
const UKSL_HEADER = 'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1';

describe('of all formats of official lists', () => {
  it.each([
    ['un-xml', '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-04-17"><INDIVIDUALS>'],
    [
      'eu-fsf-xml',
      '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-04-17"><sanctionEntity>',
    ],
    ['uk-ofsi-csv', `Last Updated,10/04/2025\n${OFSI_HEADER}\n`],
    ['uk-ofsi-csv', `"Last Updated","10/04/2025"\r\n"${OFSI_HEADER.replaceAll(',', '","')}"\r\n`],
    ['uk-sanctions-list-csv', `Report Date: 05-Feb-2026\n${UKSL_HEADER}\n`],
    ['uk-sanctions-list-csv', `\uFEFF"Report Date: 05-Feb-2026"\n"${UKSL_HEADER.replaceAll(',', '","')}"\n`],
    [
      'uk-sanctions-list-xml',
      '<Designations xmlns:xsi="x"><DateGenerated>05/02/2026</DateGenerated><Designation>',
    ],
    ['ca-sema-xml', '<?xml version="1.0"?>\n<data-set>\n<record>\n<Country>Belarus / Bélarus</Country>'],
    ['ca-sema-xml', '<data-set><record><Country-Pays>Belarus / Bélarus</Country-Pays>'],
    [
      'ch-seco-xml',
      '<swiss-sanctions-list list-type="whole-list" date="2026-01-01"><sanctions-program ssid="1">',
    ],
  ])('%s alone knows %j', async (format, text) => {
    expect(await claims(fileFromBytes('list', text))).toEqual([format]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Designations, Last Updated, Group ID</body></html>'],
    ['another XML export', '<export xmlns="http://example.org/export"><item/></export>'],
    ['another data set', '<data-set><record><Name>Belarus</Name></record></data-set>'],
    ['another table', 'Last Updated,10/04/2025\nName,Group\n'],
    ['blanks', ' \n'],
  ])('none knows %s', async (_what, text) => {
    expect(await claims(fileFromBytes('list', text))).toEqual([]);
  });

  describe.skipIf(!existsSync(shared))('on the real files (left out without ../shared)', () => {
    const files = existsSync(shared)
      ? readdirSync(shared, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [];
    const expected: readonly (readonly [RegExp, readonly string[]])[] = [
      [/^un\/.*\.xml/u, ['un-xml']],
      [/^eu\/.*\.xml/u, ['eu-fsf-xml']],
      [/^uk\/.*\.csv/u, ['uk-ofsi-csv']],
      [/^ca\/.*\.xml/u, ['ca-sema-xml']],
    ];

    it.each(files.map((path) => [relative(shared, path), path]))(
      'one at most knows %s',
      async (name, path) => {
        const found = await claims(fileFromDisk(path));
        const right = expected.find(([pattern]) => pattern.test(name))?.[1];
        if (right) expect(found).toEqual(right);
        else {
          const own = expected.flatMap(([, formats]) => formats);
          expect(found.filter((format) => own.includes(format))).toEqual([]);
          expect(found.length).toBeLessThanOrEqual(1);
        }
      },
    );
  });
});
