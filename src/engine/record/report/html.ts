// A report as one HTML file that needs nothing else: no script, no picture, no font from elsewhere. Every text in it is
// escaped, and a policy in the file forbids the browser to load or run anything, should one slip through.
import type { Decision } from '../../../model/decision.ts';
import { type Block, type Column, plainText, type ReportDocument } from './document.ts';

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 2.5rem auto; padding: 0 1.25rem; max-width: 50rem; color: #1c1d1f; background: #fff;
  font: 1rem/1.5 "Source Serif 4", Charter, "Noto Serif", Georgia, serif; font-variant-numeric: lining-nums tabular-nums; }
header { border-bottom: 2px solid #1c1d1f; margin-bottom: 1.5rem; }
header p { margin: 0; color: #55585d; }
h1 { margin: .2rem 0 .8rem; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; border-bottom: 1px solid #c9ccd1; padding-bottom: .2rem; }
h3 { margin: 1.8rem 0 .4rem; font-size: 1.1rem; overflow-wrap: anywhere; }
h4 { margin: 1.1rem 0 .3rem; font-size: .95rem; }
h2, h3, h4 { break-after: avoid; }
.decision { padding: .8rem 1rem; border-left: 6px solid; background: #f5f5f3; }
.decision strong { display: block; font-size: 1.25rem; letter-spacing: .04em; }
.clear { border-color: #23693f; } .review { border-color: #8a5a00; }
.stop { border-color: #a3221c; } .undetermined { border-color: #5b3f8c; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .15rem 1rem; margin: .5rem 0 1rem; }
dt { color: #55585d; } dd { margin: 0; overflow-wrap: anywhere; } dd + dd { grid-column: 2; }
table { width: 100%; border-collapse: collapse; margin: .4rem 0 1rem; font-size: .92rem; }
th { text-align: start; font-weight: 600; color: #55585d; } th, td { padding: .3rem .6rem .3rem 0; vertical-align: top; }
th, td { border-bottom: 1px solid #e2e4e7; overflow-wrap: anywhere; }
tr, dl, .decision { break-inside: avoid; }
.number { text-align: end; white-space: nowrap; }
.code { font: .8rem/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
.quiet { color: #55585d; font-size: .92rem; } a { color: #1f4e8c; }
footer { margin-top: 3rem; padding-top: .5rem; border-top: 1px solid #c9ccd1; color: #55585d; font-size: .85rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; }
  thead { display: table-header-group; } }
`;

const SIGNS: Readonly<Record<Decision, string>> = {
  clear: '✓ CLEAR',
  review: '? REVIEW',
  stop: '✗ STOP',
  undetermined: '– UNDETERMINED',
};

/** A report as a whole HTML document. */
export function reportHtml({ title, subject, blocks, footer }: ReportDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(`${title}: ${subject}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${escaped(title)}</p><h1 dir="auto">${escaped(subject)}</h1></header>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
<footer>${escaped(footer)}</footer>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} dir="auto">${escaped(block.text)}</h${block.level}>`;
    case 'decision':
      return `<div class="decision ${block.decision}"><strong>${SIGNS[block.decision]}</strong>${escaped(block.text)}</div>`;
    case 'text':
      return `<p${block.isQuiet ? ' class="quiet"' : ''}>${escaped(block.text)}</p>`;
    case 'items':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'facts': {
      const rows = block.rows.map(({ label, values, isCode }) => {
        const value = (text: string): string =>
          `<dd${isCode ? ' class="code"' : ''} dir="auto">${valueHtml(text)}</dd>`;
        return `<dt>${escaped(label)}</dt>${values.map(value).join('')}`;
      });
      return `<dl>${rows.join('')}</dl>`;
    }
    case 'table': {
      const head = block.columns.map(
        (column) => `<th scope="col"${classOf(column)}>${escaped(column.heading)}</th>`,
      );
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell, at) => cellHtml(cell, block.columns[at])).join('')}</tr>`,
      );
      return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

function cellHtml(cell: string, column: Column | undefined): string {
  return `<td${column ? classOf(column) : ''} dir="auto">${valueHtml(cell)}</td>`;
}

function classOf({ isCode, isNumber }: Column): string {
  const name = isCode ? 'code' : isNumber ? 'number' : '';
  return name ? ` class="${name}"` : '';
}

/** A text; a link if it is an address on the web and nothing else. */
function valueHtml(text: string): string {
  const isAddress = /^https?:\/\/[^\s"'<>]+$/iu.test(text) && URL.canParse(text);
  return isAddress
    ? `<a href="${escaped(text)}" rel="noopener noreferrer">${escaped(text)}</a>`
    : escaped(text);
}

/** A text as it may stand anywhere in HTML, in an attribute too. */
function escaped(text: string): string {
  return plainText(text).replace(/[&<>"'`]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
