// The knowledge that events and their modality are read with, from data/news/event-frames.yml, goods.yml, modality.yml
// and fatf.yml, and the forms of every verb that stands in them.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';
import { formsOf } from '../verb-inflection.ts';

interface FrameSource {
  readonly type: string;
  readonly verbs?: readonly string[];
  readonly roles?: Readonly<Record<string, string | readonly string[]>>;
  readonly under?: { readonly verbs: readonly string[] };
  readonly goods?: string | readonly string[];
}

interface FramesSource {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly offences: Readonly<Record<string, readonly string[]>>;
  readonly frames: readonly FrameSource[];
  readonly anaphora: readonly { readonly verbs: readonly string[] }[];
}

interface ModalitySource {
  readonly phases: Readonly<Record<string, readonly string[]>>;
  readonly objectControl: readonly string[];
  readonly accusing: readonly string[];
  readonly further: readonly string[];
  readonly describing: readonly string[];
  readonly intransitive: readonly string[];
}

export async function generate(): Promise<Generated[]> {
  const frames = (await read('event-frames')) as FramesSource;
  const goods = (await read('goods')) as Readonly<Record<string, unknown>>;
  const modality = (await read('modality')) as ModalitySource;
  const withObject = new Set([
    ...frames.frames.filter(takesObject).flatMap(({ verbs = [] }) => verbs),
    ...modality.describing,
    ...modality.objectControl,
  ]);
  for (const verb of modality.intransitive) withObject.delete(verb);
  const verbs = new Set([
    ...frames.frames.flatMap((frame) => [...(frame.verbs ?? []), ...(frame.under?.verbs ?? [])]),
    ...frames.anaphora.flatMap((row) => row.verbs),
    ...Object.values(modality.phases).flat(),
    ...modality.objectControl,
    ...modality.accusing,
    ...modality.further,
    ...modality.describing,
  ]);
  verbs.delete('be');
  const forms = Object.fromEntries(
    [...verbs]
      .filter((verb) => !verb.includes(' '))
      .sort()
      .map((verb) => [
        verb,
        { forms: formsOf(verb), ...(withObject.has(verb) ? {} : { isIntransitive: true }) },
      ]),
  );
  return [
    json('src/news/event/generated/event-frames.json', frames),
    json('src/news/event/generated/goods.json', goods),
    json('src/news/event/generated/verb-forms.json', forms),
    json('src/news/modality/generated/modality.json', modality),
    json('src/news/claim/generated/fatf.json', await read('fatf')),
  ];
}

/** True if a frame fills a role from the object, so that a bare participle of its verb may be a passive. */
function takesObject(frame: FrameSource): boolean {
  const slots = [...Object.values(frame.roles ?? {}), frame.goods ?? []].flat();
  return slots.some((slot) => /(?:^|\/)object/u.test(slot)) || Object.keys(frame).includes('words');
}

async function read(name: string): Promise<unknown> {
  return parse(await readFile(new URL(`../../data/news/${name}.yml`, import.meta.url), 'utf8'));
}

function json(path: string, data: unknown): Generated {
  return { path, text: `${JSON.stringify(data)}\n` };
}
