// Letters of sources: data/news/source-grades.yml, joined with the outlets of data/news/outlets.yml.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generated } from '../generate.ts';

interface Outlet {
  readonly caption: string;
  readonly names?: readonly string[];
  readonly domains?: readonly string[];
  readonly letter: string;
}

interface Grades {
  readonly kinds: Readonly<Record<string, string>>;
  readonly 'anonymous-steps': number;
  readonly agencies: readonly string[];
}

export async function generate(): Promise<Generated[]> {
  const grades = parse(await read('source-grades.yml')) as Grades;
  const outlets = parse(await read('outlets.yml')) as Readonly<Record<string, Outlet>>;
  const table = {
    kinds: grades.kinds,
    anonymousSteps: grades['anonymous-steps'],
    outlets: Object.entries(outlets).map(([key, { caption, names = [], domains = [], letter }]) => ({
      key,
      names: [caption, ...names],
      domains,
      letter,
      ...(grades.agencies.includes(key) ? { isAgency: true } : {}),
    })),
  };
  const unknown = grades.agencies.filter((key) => !Object.hasOwn(outlets, key));
  if (unknown.length > 0) throw new Error(`outlets.yml has no ${unknown.join(', ')}`);
  return [
    {
      path: 'src/news/across/generated/source-grades.json',
      text: `${JSON.stringify(table, null, 1)}\n`,
    },
  ];
}

function read(name: string): Promise<string> {
  return readFile(new URL(`../../data/news/${name}`, import.meta.url), 'utf8');
}
