// Screening without a store: parties in memory, an index over them, a screener.
export { compareParties, type PartyComparison } from '../screen/compare-parties.ts';
export { decide } from '../screen/decide.ts';
export { explain } from '../screen/explain.ts';
export { indexInMemory } from '../screen/index/index-file.ts';
export type { ScreenIndex } from '../screen/index/screen-index.ts';
export { groupRecords } from '../screen/link/group-records.ts';
export { linkRecords } from '../screen/link/link-records.ts';
export { type ListedParty, makeListedParty } from '../screen/listed-party.ts';
export { factsOfProperties, type PartyFacts } from '../screen/party.ts';
export { POLICY_V1, type Policy } from '../screen/policy/v1.ts';
export { type Candidate, Screener, type SearchOptions } from '../screen/screener.ts';
