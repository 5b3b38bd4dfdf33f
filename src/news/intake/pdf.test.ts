import { spawnSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { intakeBytes } from './intake-bytes.ts';
import { type PdfLine, paragraphsOf } from './pdf-paragraphs.ts';
import { readPdfElsewhere } from './read-pdf-elsewhere.ts';

const PROSE =
  'The Treasury designated a broker from Bratislava on Thursday, saying that he had tried to arrange sales of arms for aircraft and raw materials of a state-owned firm.';

async function pdf(write: (document: PDFKit.PDFDocument) => void, options = {}): Promise<Buffer> {
  const document = new PDFDocument({ info: { Author: 'Jo Doe', CreationDate: new Date(0) }, ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  write(document);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

async function take(bytes: Uint8Array) {
  return await intakeBytes(bytes, { retrieved: '2026-11-22T10:00:00Z' });
}

describe('a PDF file', () => {
  it('gives its paragraphs whole, its headings and its author', async () => {
    const bytes = await pdf((document) => {
      document.fontSize(20).text('Treasury Lists Broker').moveDown();
      document.fontSize(11).text(PROSE).moveDown();
      document.fontSize(14).text('What the notice says').moveDown();
      document.fontSize(11).text(PROSE.replace('Thursday', 'Friday'));
    });
    const [taken] = (await take(bytes)).articles;
    expect(taken?.article).toMatchObject({
      mediaType: 'application/pdf',
      title: 'Treasury Lists Broker',
      byline: 'Jo Doe',
      language: 'en',
      text: `Treasury Lists Broker\n\n${PROSE}\n\nWhat the notice says\n\n${PROSE.replace('Thursday', 'Friday')}`,
    });
    expect(taken?.article.zones.map(({ kind }) => kind)).toEqual(['headline', 'body', 'subhead', 'body']);
    expect(taken?.bytes.length).toBe(bytes.length);
  });

  it('is read by a process that runs an inline script as well', async () => {
    const bytes = await pdf((document) => document.text(PROSE));
    const module = JSON.stringify(new URL('./read-pdf-elsewhere.ts', import.meta.url).href);
    const script = `import { readPdfElsewhere } from ${module};
      const { text } = await readPdfElsewhere(Buffer.from('${bytes.toString('base64')}', 'base64'));
      process.stdout.write(text);`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(PROSE);
  });

  it('with pages that are only pictures tells which', async () => {
    const bytes = await pdf((document) => {
      document.text(PROSE).addPage().rect(10, 10, 100, 100).fill();
    });
    expect((await take(bytes)).articles[0]?.notes).toEqual([expect.stringContaining('Page(s) 2')]);
  });

  it('without text, locked, cut or with too many pages is refused', async () => {
    const scan = await pdf((document) => document.rect(10, 10, 100, 100).fill());
    await expect(take(scan)).rejects.toMatchObject({ code: 'ARTICLE_EMPTY' });
    const locked = await pdf((document) => document.text(PROSE), { userPassword: 'secret' });
    await expect(take(locked)).rejects.toMatchObject({
      code: 'ARTICLE_MALFORMED',
      message: expect.stringContaining('password'),
    });
    await expect(take(locked.subarray(0, 600))).rejects.toMatchObject({ code: 'ARTICLE_MALFORMED' });
    const long = await pdf((document) => {
      for (let page = 0; page < 501; page += 1) document.addPage();
    });
    await expect(take(long)).rejects.toMatchObject({ code: 'ARTICLE_TOO_LARGE' });
  });
});

/** A PDF file of one page whose content unpacks to so many bytes. */
function bomb(bytes: number): Buffer {
  const content = deflateSync(Buffer.alloc(bytes, ' '));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>',
    `<</Length ${content.length}/Filter/FlateDecode>>\nstream\n${content.toString('latin1')}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF`, 'latin1');
}

describe('a PDF file that was made to break its reader', () => {
  it('is stopped when it unpacks to more than may be', async () => {
    const bytes = bomb(600_000_000);
    expect(bytes.length).toBeLessThan(1_000_000);
    const reading = readPdfElsewhere(bytes, { memoryBytes: 300_000_000 });
    await expect(reading).rejects.toMatchObject({
      code: 'ARTICLE_UNSAFE',
      message: expect.stringContaining('memory'),
    });
  });

  it('is stopped when it takes longer than may be', async () => {
    const reading = readPdfElsewhere(bomb(50_000_000), { timeoutMs: 1 });
    await expect(reading).rejects.toMatchObject({
      code: 'ARTICLE_UNSAFE',
      message: expect.stringContaining('0.001 s'),
    });
  });

  it('is no such file because it is packed', async () => {
    await expect(readPdfElsewhere(bomb(10_000))).rejects.toMatchObject({ code: 'ARTICLE_EMPTY' });
  });
});

describe('the lines of a PDF file', () => {
  function lines(...texts: readonly (readonly [text: string, baseline: number, page?: number])[]): PdfLine[] {
    return texts.map(([text, baseline, page = 1]) => ({ text, baseline, page, height: 10 }));
  }

  it('are one paragraph if they stand close, and two if not', () => {
    expect(paragraphsOf(lines(['The first', 700], ['paragraph.', 688], ['The second.', 660]))).toEqual([
      { text: 'The first paragraph.' },
      { text: 'The second.' },
    ]);
  });

  it('go on over the edge of a page if no sentence ends there', () => {
    expect(
      paragraphsOf(
        lines(['The first', 50, 1], ['paragraph.', 700, 2], ['The second.', 50, 2], ['A third.', 700, 3]),
      ),
    ).toEqual([{ text: 'The first paragraph.' }, { text: 'The second.' }, { text: 'A third.' }]);
  });

  it('keep a hyphen, which may belong to a name, and lose a soft one', () => {
    expect(
      paragraphsOf(lines(['Kim Jong-', 700], ['un met a mu\u00AD', 688], ['nitions dealer.', 676])),
    ).toEqual([{ text: 'Kim Jong-un met a munitions dealer.' }]);
  });

  it('lose running heads and page numbers', () => {
    const pages = [1, 2, 3].flatMap((page) =>
      lines(
        ['Press release of the Treasury', 780, page],
        [`Something new ${'abc'[page - 1]}.`, 700, page],
        [`Page ${page}`, 20, page],
      ),
    );
    expect(paragraphsOf(pages).map(({ text }) => text)).toEqual([
      'Something new a.',
      'Something new b.',
      'Something new c.',
    ]);
  });
});
