// Under which designated categories of offences a claim falls, from the type of its event alone (data/news/fatf.yml).
import type { EventType } from '../../model/reading.ts';
import table from './generated/fatf.json' with { type: 'json' };

const CATEGORIES = table as Readonly<Partial<Record<EventType, readonly string[]>>>;

/** The categories of an event; none for official acts and ties. */
export function fatfOf(type: EventType): readonly string[] {
  return CATEGORIES[type] ?? [];
}
