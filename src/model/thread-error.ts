// An error on its way between threads. A class does not survive that way, so an InterdictError travels as data and is
// made anew on the other side; of any other error its message and stack arrive.
import { type ErrorCode, InterdictError, type Place } from './errors.ts';

export type ThreadError =
  | { readonly code: ErrorCode; readonly message: string; readonly place: Place }
  | { readonly unexpected: unknown };

/** An error as it is sent. */
export function toThreadError(error: unknown): ThreadError {
  if (!(error instanceof InterdictError)) return { unexpected: error };
  const { code, message, place } = error;
  return { code, message, place };
}

/** The error that was sent, to be thrown. */
export function fromThreadError(error: ThreadError): unknown {
  return 'code' in error ? new InterdictError(error.code, error.message, error.place) : error.unexpected;
}
