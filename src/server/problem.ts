// Errors as answers: which HTTP status each code has, and the two forms in which errors are told (our own, and that
// of the compatible API). What nobody foresaw is told as INTERNAL, without its message: it may hold anything.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, formatPlace, InterdictError } from '../model/errors.ts';

/** Codes whose status is not 500. Everything that is wrong with what the client sent is 4xx. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  REQUEST_INVALID: 400,
  QUERY_INVALID: 400,
  SCHEMA_UNKNOWN: 400,
  CONFIG_INVALID: 400,
  BATCH_COLUMNS: 400,
  BATCH_INPUT: 400,
  BATCH_DATE_ORDER: 400,
  LIST_DATE_INVALID: 400,
  LIST_DATE_MISSING: 400,
  LIST_FORMAT_UNKNOWN: 400,
  LIST_EMPTY: 400,
  LIST_TRUNCATED: 400,
  LIST_MALFORMED: 400,
  LIST_WRONG_FORMAT: 400,
  LIST_COUNT_WRONG: 400,
  KEY_REQUIRED: 401,
  KEY_INVALID: 401,
  KEY_SCOPE: 403,
  REQUEST_REFUSED: 403,
  NOT_FOUND: 404,
  PARTY_UNKNOWN: 404,
  LINK_UNKNOWN: 404,
  LIST_NOT_STORED: 404,
  LIST_VERSION_UNKNOWN: 404,
  LIST_DATASET_UNKNOWN: 404,
  KEY_UNKNOWN: 404,
  RECORD_UNKNOWN: 404,
  RECORD_FORGOTTEN: 410,
  RECORD_NOT_REPEATABLE: 409,
  BATCH_BUSY: 409,
  REQUEST_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  STORE_UNREACHABLE: 503,
  ARTICLE_EMPTY: 400,
  ARTICLE_TOO_LARGE: 413,
  ARTICLE_KIND_UNKNOWN: 400,
  ARTICLE_MALFORMED: 400,
  ARTICLE_UNSAFE: 400,
  CLAIM_UNKNOWN: 404,
  ARTICLE_UNKNOWN: 404,
  FETCH_REFUSED_ADDRESS: 400,
  FETCH_PRIVATE_ADDRESS: 400,
  FETCH_FAILED: 502,
  FETCH_TOO_LARGE: 502,
  FETCH_LENGTH_WRONG: 502,
  FETCH_TIMEOUT: 504,
};

/** The HTTP status of an error. */
export function statusOf(error: InterdictError): number {
  return STATUS[error.code] ?? 500;
}

/** Whatever was thrown as one of our errors. */
export function asInterdictError(thrown: unknown): InterdictError {
  if (thrown instanceof InterdictError) return thrown;
  const { code, statusCode, message = '' } = thrown as Partial<FastifyError>;
  const options = { cause: thrown };
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_FILES_LIMIT')
    return new InterdictError(
      'REQUEST_TOO_LARGE',
      'The request is larger than the server takes.',
      {},
      options,
    );
  if (statusCode === 429)
    return new InterdictError('TOO_MANY_REQUESTS', 'Too many requests in a short time.', {}, options);
  // Fastify's own complaints about a request are about its form and hold nothing of its content.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new InterdictError('REQUEST_INVALID', message.replace(/\.?$/u, '.'), {}, options);
  return new InterdictError('INTERNAL', 'The server failed; its log has the place.', {}, options);
}

/** An error in the form of our own API. */
export function errorBody(error: InterdictError): { readonly error: object } {
  const { code, message, remedy, place } = error;
  const where = place.field ?? (formatPlace(place) || undefined);
  return { error: { code, message, ...(where ? { field: where } : {}), remedy } };
}

/**
 * The error handler of Fastify.
 * @param toBody the form in which errors are told
 * @param instead statuses that this interface has in place of the usual ones
 */
export function errorHandler(
  toBody: (error: InterdictError) => object,
  instead: Readonly<Partial<Record<ErrorCode, number>>> = {},
) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const error = asInterdictError(thrown);
    const status = instead[error.code] ?? statusOf(error);
    if (status >= 500) request.log.error({ code: error.code, stack: stackOf(error) }, 'request failed');
    // A server of the compatible API answers unknown content types and broken JSON with 4xx of their own.
    const own = thrown instanceof InterdictError ? undefined : (thrown as Partial<FastifyError>).statusCode;
    void reply.code(error.code === 'REQUEST_INVALID' && own ? own : status).send(toBody(error));
  };
}

/** The places of a stack without the message, which may hold a name. */
export function stackOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const origin = error.cause instanceof Error ? error.cause : error;
  const frames = (origin.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [origin.name, ...frames.map((frame) => frame.trim())];
}
