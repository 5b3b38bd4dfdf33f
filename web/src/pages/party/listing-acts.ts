// The listings of a party as acts: what one authority did in one record on one day, under whatever number of programmes.
import type { ListingResult } from '../../api/types.ts';

export interface ListingAct {
  readonly key: string;
  /** The first of its listings; they differ in programme and measures only. */
  readonly listing: ListingResult;
  readonly programmes: readonly string[];
  readonly measures: ListingResult['measures'];
}

/** The acts in the order of their days; those without a day come last. */
export function actsOf(listings: readonly ListingResult[]): ListingAct[] {
  const groups = Map.groupBy(listings, keyOf);
  return [...groups]
    .flatMap(([key, [listing, ...others]]) => (listing ? [actOf(key, listing, others)] : []))
    .sort((left, right) => dayOf(left).localeCompare(dayOf(right)));
}

function actOf(key: string, listing: ListingResult, others: readonly ListingResult[]): ListingAct {
  const all = [listing, ...others];
  const measures = new Map(all.flatMap((one) => one.measures).map((measure) => [measure.id, measure]));
  return {
    key,
    listing,
    programmes: [...new Set(all.flatMap(({ program }) => program ?? []))],
    measures: [...measures.values()],
  };
}

function keyOf({
  dataset,
  sourceRecord,
  authority,
  listedOn,
  endsOn,
  status,
  reason,
  legalBasis,
}: ListingResult) {
  return [dataset, sourceRecord, authority, listedOn, endsOn, status, reason, legalBasis].join('\n');
}

function dayOf({ listing }: ListingAct): string {
  return listing.listedOn ?? '9999';
}
