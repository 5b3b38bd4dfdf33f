// What a claim says: who does what to whom, what is given and what in return, how much, when, where.
import type { Claim } from '../../../api/types.ts';

type ClaimEvent = Claim['event'];
type Quantity = ClaimEvent['quantities'][number];
type TimeExpression = ClaimEvent['dates'][number];

const ROLE_WORDS: Readonly<Record<keyof ClaimEvent['roles'], string>> = {
  authority: 'By',
  target: 'Against',
  supplier: 'From',
  recipient: 'To',
  broker: 'Broker',
  actor: 'About',
  victim: 'Victim',
  owner: 'Owner',
  owned: 'Owned',
  destination: 'Destination',
};

export function ClaimFacts({ event }: { readonly event: ClaimEvent }) {
  const { roles, goods, counterGoods, quantities, dates, place } = event;
  const facts: [word: string, values: string[]][] = [
    ...Object.entries(ROLE_WORDS).map(([role, word]): [string, string[]] => [
      word,
      surfacesOf((roles[role as keyof typeof roles] ?? []).map(({ span }) => span)),
    ]),
    ['Goods', surfacesOf(goods)],
    ['In return', surfacesOf(counterGoods)],
    ['How much', quantities.map(amountIn)],
    ['When', dates.map(timeIn)],
    ['Where', place ? [place.surface] : []],
  ];
  const told = facts.filter(([, values]) => values.length > 0);
  if (told.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      {told.map(([word, values]) => (
        <div key={word} className="flex gap-1.5">
          <dt className="shrink-0 text-quiet">{word}</dt>
          <dd dir="auto">{values.join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}

function surfacesOf(spans: readonly { readonly surface: string }[]): string[] {
  return [...new Set(spans.map(({ surface }) => surface))];
}

const AMOUNT_WORDS: Readonly<Record<Quantity['op'], string>> = {
  '=': '',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'fewer than ',
  '<=': 'at most ',
  '~': 'about ',
};

function amountIn({ op, value, to, unit, of }: Quantity): string {
  const range = to === undefined ? '' : ` to ${to.toLocaleString('en')}`;
  const what = [unit ?? '(no unit given)', of && `of ${of}`].filter(Boolean).join(' ');
  return `${AMOUNT_WORDS[op]}${value.toLocaleString('en')}${range} ${what}`;
}

/** The words, and the days that they mean where the words alone do not say it. */
function timeIn({ span, from, to }: TimeExpression): string {
  const days = from === to ? from : [from ?? '…', to ?? '…'].join(' to ');
  return from === undefined && to === undefined
    ? `${span.surface} (day unknown)`
    : `${span.surface} (${days})`;
}
