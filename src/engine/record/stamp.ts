// What answers: the version of Interdict, the hash of its code and tables, and the policy with its hash.
import type { EngineStamp, RecordKind } from '../../cases/record/entry.ts';
import { policyHash } from '../../screen/policy/policy-hash.ts';
import { POLICY_V1 } from '../../screen/policy/v1.ts';
import { codeHash } from '../code-hash.ts';
import { ENGINE_VERSION } from '../version.ts';

/** The rooms whose code decides an answer; reading looks up parties, so it depends on screening as well. */
const ROOMS_OF_READING = ['names', 'screen', 'news'];

const known = new Map<RecordKind, EngineStamp>();

/** What answers a kind of question in this process. */
export function stampOf(kind: RecordKind): EngineStamp {
  const stamp = known.get(kind) ?? makeStamp(kind);
  known.set(kind, stamp);
  return stamp;
}

function makeStamp(kind: RecordKind): EngineStamp {
  return {
    version: ENGINE_VERSION,
    code: kind === 'reading' ? codeHash(ROOMS_OF_READING) : codeHash(),
    policy: POLICY_V1.name,
    policyHash: policyHash(POLICY_V1),
  };
}
