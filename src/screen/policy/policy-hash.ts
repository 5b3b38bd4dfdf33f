// The fingerprint of a policy: changes with any number in it, so that an answer says exactly how it was made.
import { createHash } from 'node:crypto';
import type { Policy } from './v1.ts';

/** A policy never changes, and every answer names its hash. */
const known = new WeakMap<Policy, string>();

/** `sha256:` and 16 hex digits over the policy's numbers. */
export function policyHash(policy: Policy): string {
  let hash = known.get(policy);
  if (hash === undefined) {
    hash = `sha256:${createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 16)}`;
    known.set(policy, hash);
  }
  return hash;
}
