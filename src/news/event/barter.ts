// Exchanges of one thing for another. Supplier and recipient are those of the arms; what is given for them goes the
// other way, whoever the sentence makes its subject.
import type { Range } from '../document.ts';
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import { type FoundGoods, isOfKind } from './goods.ts';
import { EXCHANGE_PREPOSITIONS } from './match-frame.ts';
import type { PartyLookup } from './party-lookup.ts';
import type { SentenceView, Slot } from './sentence-view.ts';

const EXCHANGES = new Set(['exchange', 'swap', 'barter', 'trade']);
const GIVES = new Set([
  'offer',
  'give',
  'provide',
  'supply',
  'send',
  'deliver',
  'ship',
  'sell',
  'export',
  'pay',
  'transfer',
]);
const TAKES = new Set([
  'receive',
  'get',
  'obtain',
  'acquire',
  'buy',
  'purchase',
  'import',
  'secure',
  'procure',
  'source',
]);

/**
 * The exchange that a clause tells of, if arms are on one side of it and something else on the other. A clause that
 * gives or takes arms without the other side is no matter of this function but of its frame.
 */
export function barterIn(view: SentenceView, parties: PartyLookup, clause: Clause): Draft | undefined {
  const { lemma } = clause.verb;
  const isExchange = EXCHANGES.has(lemma);
  const gives = isExchange || GIVES.has(lemma);
  if (!gives && !TAKES.has(lemma)) return undefined;
  const object = view.slotOf(clause, 'object');
  const prepositions =
    isExchange || lemma === 'offer' ? [...EXCHANGE_PREPOSITIONS, 'for'] : EXCHANGE_PREPOSITIONS;
  const other = prepositions.map((name) => view.slotOf(clause, name)).find((slot) => slot !== undefined);
  if (!object || !other) return undefined;
  const [own, their] = [view.goodsIn(object.range), view.goodsIn(other.range)];
  const hasOwnArms = own.some((goods) => isOfKind(goods, 'arms'));
  const hasTheirArms = their.some((goods) => isOfKind(goods, 'arms'));
  if (hasOwnArms === hasTheirArms || own.length === 0) return undefined;
  const partner = partnerOf(view, parties, clause, isExchange, gives);
  const subject = view.slotOf(clause, 'subject');
  // Who gives arms supplies; who gives something else for arms receives.
  const isSupplier = gives === hasOwnArms;
  const [supplier, recipient] = isSupplier ? [subject, partner] : [partner, subject];
  const draft: Draft = {
    type: 'ARMS_TRANSFER',
    rule: 'event.arms_transfer.barter',
    isAct: false,
    roles: new Map(),
    ends: [],
    goods: rangesOf(hasOwnArms ? own : their, 'arms'),
    counterGoods: rangesOf(hasOwnArms ? their : own, 'other'),
    anchor: view.tokenRange(clause.verb.main, clause.verb.main + 1),
    clause,
    consumed: [object.range, other.range],
    isAnaphoric: false,
  };
  if (supplier) draft.roles.set('supplier', parties.rolesOf(supplier.group));
  if (recipient) draft.roles.set('recipient', parties.rolesOf(recipient.group));
  return draft.roles.size > 0 ? draft : undefined;
}

/** Who stands on the other side: "exchange … with X", "give X", "receive from X"; or named with the deal before. */
function partnerOf(
  view: SentenceView,
  parties: PartyLookup,
  clause: Clause,
  isExchange: boolean,
  gives: boolean,
): Slot | undefined {
  const names = isExchange ? ['with'] : gives ? ['indirect', 'to'] : ['from', 'with'];
  for (let at: Clause | undefined = clause, steps = 0; at && steps < 4; at = view.parentOf(at), steps++) {
    for (const name of at === clause ? names : ['with', 'to']) {
      const slot = view.slotOf(at, name);
      if (slot && parties.isOfKind(slot.group, 'party')) return slot;
    }
    if (!['to', 'of', 'for', 'ing'].includes(at.link ?? '')) break;
  }
  return undefined;
}

function rangesOf(goods: readonly FoundGoods[], side: 'arms' | 'other'): Range[] {
  return goods
    .filter((one) => isOfKind(one, 'arms') === (side === 'arms'))
    .map(({ start, end }) => ({ start, end }));
}
