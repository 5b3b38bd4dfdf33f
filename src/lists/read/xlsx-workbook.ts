// What must be known of an Excel workbook (.xlsx) before the rows of a sheet can be read: where the sheet is, the
// texts that cells share, and which number formats are dates.
import { InterdictError } from '../../model/errors.ts';
import type { ListFile } from '../list-file.ts';
import { malformedWorkbook, readPart } from './xlsx-part.ts';
import { isZip, openZip, type ZipArchive } from './zip.ts';

/** Characters of all shared strings together at most, since they are held in memory; seen: 3.5 million (UK). */
const MAX_SHARED_TEXT = 2 ** 27;

export interface WorkbookOptions {
  /** The name of the sheet. @default the first sheet that is not hidden */
  readonly sheet?: string;
  /** Unpacked bytes of one part of the workbook. @default MAX_UNPACKED_BYTES of zip.ts */
  readonly maxUnpackedBytes?: number;
}

export interface Workbook {
  readonly archive: ZipArchive;
  /** The part that holds the sheet. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** By style index; undefined for plain numbers. */
  readonly formats: readonly (NumberFormat | undefined)[];
  readonly is1904: boolean;
}

/**
 * Opens a workbook at one of its sheets.
 * @throws InterdictError LIST_EMPTY, LIST_WRONG_FORMAT, LIST_TRUNCATED or LIST_MALFORMED
 */
export async function openWorkbook(file: ListFile, options: WorkbookOptions): Promise<Workbook> {
  await refuseOldFormat(file);
  const archive = await openZip(file, options);
  const root = [...(await relations(archive, '_rels/.rels', '')).values()];
  const book = root.find((relation) => relation.type === 'officeDocument')?.target;
  if (!book || !archive.has(book)) {
    const message = `${file.name} is a zip archive but no Excel workbook (.xlsx).`;
    throw new InterdictError('LIST_WRONG_FORMAT', message, { file: file.name });
  }
  const folder = book.slice(0, book.lastIndexOf('/') + 1);
  const parts = await relations(archive, `${folder}_rels/${book.slice(folder.length)}.rels`, folder);
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readPart(archive, book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      const relation = name === 'sheet' ? parts.get(attributes['id'] ?? '') : undefined;
      if (relation?.type !== 'worksheet') return;
      const isHidden = /hidden/iu.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', part: relation.target, isHidden });
    },
  });
  const sheet = sheets.find((one) =>
    options.sheet === undefined ? !one.isHidden : one.name === options.sheet,
  );
  if (!sheet) {
    const names = sheets.map((one) => `"${one.name}"`).join(', ') || 'none';
    const wanted = options.sheet === undefined ? 'visible sheet' : `sheet "${options.sheet}"`;
    const message = `${file.name} has no ${wanted}; its sheets: ${names}.`;
    throw new InterdictError('LIST_MALFORMED', message, { file: file.name });
  }
  const partOf = (type: string): string | undefined =>
    [...parts.values()].find((relation) => relation.type === type && archive.has(relation.target))?.target;
  return {
    archive,
    sheet: sheet.part,
    strings: await sharedStrings(archive, partOf('sharedStrings')),
    formats: await cellFormats(archive, partOf('styles')),
    is1904,
  };
}

/** A workbook of the older format, or one behind a password, begins with the mark of an OLE container. */
async function refuseOldFormat(file: ListFile): Promise<void> {
  for await (const chunk of file.open()) {
    if (chunk.length === 0) continue;
    if (isZip(chunk)) return;
    const isOle = Buffer.from(chunk.subarray(0, 4)).toString('hex') === 'd0cf11e0';
    const found = isOle
      ? 'an Excel file of the older format (.xls) or one protected by a password; save it as .xlsx without one'
      : 'no Excel workbook (.xlsx)';
    throw new InterdictError('LIST_WRONG_FORMAT', `${file.name} is ${found}.`, { file: file.name });
  }
  throw new InterdictError('LIST_EMPTY', `${file.name} holds no bytes.`, { file: file.name });
}

interface Relation {
  /** The last word of the relation's type, such as `worksheet`. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

/** The relations of a part by id; empty if it has none. Relative targets begin at `folder`. */
async function relations(archive: ZipArchive, part: string, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  if (!archive.has(part)) return found;
  await readPart(archive, part, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      found.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: target.startsWith('/') ? target.slice(1) : `${folder}${target}`,
      });
    },
  });
  return found;
}

async function sharedStrings(archive: ZipArchive, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let length = 0;
  let current = '';
  await readPart(archive, part, {
    open: (name) => {
      if (name === 'si') current = '';
    },
    text: (text, path) => {
      if (path.at(-1) === 't' && !path.includes('rPh')) current += text;
    },
    close: (name) => {
      if (name !== 'si') return;
      strings.push(unescapeText(current));
      length += current.length;
      if (length > MAX_SHARED_TEXT) throw malformedWorkbook(archive.name, 'it holds too much text');
    },
  });
  return strings;
}

/** How a number is shown, where that changes what it says. */
export type NumberFormat =
  | { readonly kind: 'date'; readonly exactTo: 'year' | 'month' | 'day'; readonly hasTime: boolean }
  /** Leading noughts up to a width, as in "00000" for numbers of documents and postal codes. */
  | { readonly kind: 'padded'; readonly width: number };

/** Formats that every workbook knows by number without saying so (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'm/d/yy h:mm',
  // 27 to 36 and 50 to 58 are dates in East Asian Excel; their layout depends on the language, all but a few show days.
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'y/m/d']),
  ),
};

async function cellFormats(
  archive: ZipArchive,
  part: string | undefined,
): Promise<(NumberFormat | undefined)[]> {
  const formats: (NumberFormat | undefined)[] = [];
  if (!part) return formats;
  const own = new Map<number, string>();
  await readPart(archive, part, {
    open: (name, attributes, path) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name !== 'xf' || path.at(-1) !== 'cellXfs') return;
      const id = Number(attributes['numFmtId'] ?? 0);
      formats.push(numberFormat(own.get(id) ?? BUILT_IN_FORMATS[id] ?? ''));
    },
  });
  return formats;
}

/** What a format code says: the letters y, m, d outside quoted text, brackets and escapes make a date. */
function numberFormat(code: string): NumberFormat | undefined {
  if (/^0{2,}$/u.test(code)) return { kind: 'padded', width: code.length };
  const bare = (code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').split(';')[0] ?? '').toLowerCase();
  if (bare === 'general') return undefined;
  const hasDay = bare.includes('d');
  if (!hasDay && !bare.includes('y')) return undefined;
  const exactTo = hasDay ? 'day' : bare.includes('m') ? 'month' : 'year';
  return { kind: 'date', exactTo, hasTime: bare.includes('h') };
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
