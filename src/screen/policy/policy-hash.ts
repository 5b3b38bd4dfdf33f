// The fingerprint of a policy: changes with any number in it, so that an answer says exactly how it was made.
import { createHash } from 'node:crypto';
import type { Policy } from './v1.ts';

/** `sha256:` and 16 hex digits over the policy's numbers. */
export function policyHash(policy: Policy): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 16)}`;
}
