// Puts the lines of a page or a file together as one text, and keeps where each line of a known kind stands.
import type { Zone, ZoneKind } from '../../model/reading.ts';
import { cleanText } from './clean-text.ts';

export interface TextLine {
  readonly text: string;
  readonly kind?: ZoneKind;
  /** Stands directly under the line before, without an empty line. */
  readonly isContinued?: boolean;
}

export interface ComposedText {
  readonly text: string;
  readonly zones: readonly Zone[];
  readonly notes: readonly string[];
}

export function composeText(lines: readonly TextLine[]): ComposedText {
  const zones: Zone[] = [];
  const notes = new Set<string>();
  let text = '';
  for (const { text: raw, kind, isContinued } of lines) {
    const clean = cleanText(raw);
    for (const note of clean.notes) notes.add(note);
    const line = clean.text.trim();
    if (!line) continue;
    if (text) text += isContinued ? '\n' : '\n\n';
    if (kind) zones.push({ kind, start: text.length, end: text.length + line.length });
    text += line;
  }
  return { text, zones, notes: [...notes] };
}
