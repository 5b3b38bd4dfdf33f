// Addresses that lists are fetched from: which are allowed, where a redirect may lead, and how one is printed.
// Secrets in an address (a password, a token in its query) never reach a message.
import { InterdictError } from '../model/errors.ts';

/** An address to ask. */
export interface FetchAddress {
  /** Without user name and password. */
  readonly url: URL;
  /** Value of the Authorization header, if the address held a user name. */
  readonly authorization?: string;
}

/**
 * Reads an address.
 * @throws InterdictError FETCH_REFUSED_ADDRESS unless it is one of http or https
 */
export function parseAddress(text: string): FetchAddress {
  const url = URL.parse(text);
  if (!url || !/^https?:$/u.test(url.protocol)) {
    const shown = url ? printableAddress(url) : JSON.stringify(text.split('?', 1)[0]?.slice(0, 80));
    const message = `${shown} is no address that lists are fetched from: it must begin with http:// or https://.`;
    throw new InterdictError('FETCH_REFUSED_ADDRESS', message);
  }
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (!username) return { url };
  const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url, authorization: `Basic ${Buffer.from(secret).toString('base64')}` };
}

/**
 * Where a redirect leads.
 * @throws InterdictError FETCH_REFUSED_ADDRESS if it leaves http and https, or goes from https to http;
 *         FETCH_FAILED if it does not say where
 */
export function redirectedAddress(from: FetchAddress, location: string | null): FetchAddress {
  const url = location === null ? null : URL.parse(location, from.url.href);
  if (!url) {
    const message = `${printableAddress(from.url)} redirects without saying where.`;
    throw new InterdictError('FETCH_FAILED', message);
  }
  const to = parseAddress(url.href);
  if (from.url.protocol === 'https:' && to.url.protocol === 'http:') {
    const message = `${printableAddress(from.url)} redirects to ${printableAddress(to.url)}, which anyone on the way could change.`;
    throw new InterdictError('FETCH_REFUSED_ADDRESS', message);
  }
  // A password is for the host that it was given for.
  const isSame = to.url.origin === from.url.origin;
  return { ...(isSame ? from : {}), ...to };
}

/** An address for messages: without user name, password and what stands in its query. */
export function printableAddress(address: URL | string): string {
  const url = typeof address === 'string' ? URL.parse(address) : address;
  if (!url) return String(address).split('?', 1)[0] ?? '';
  const path = url.protocol === 'http:' || url.protocol === 'https:' ? url.pathname : ' …';
  return `${url.protocol}${url.host ? '//' : ''}${url.host}${path}${url.search ? '?…' : ''}`;
}
