// Which addresses a report may be fetched from: public ones of the web. An address may come from anyone who can type
// into a form, so it must not lead to this machine, to its network or to the services of a hosting provider (server-side
// request forgery). Pure: names are looked up elsewhere, and what they give is checked here.
import ipaddr from 'ipaddr.js';
import { InterdictError } from '../model/errors.ts';

/** Where a report may be fetched from. */
export interface FetchPolicy {
  isAllowedAddress(address: string): boolean;
  /** @param port in figures; empty for the scheme's own */
  isAllowedPort(port: string): boolean;
}

/** Ports on which public news is served. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

/**
 * Addresses in public ranges that are services of a hosting provider all the same: Azure's wire server
 * (learn.microsoft.com, "What is IP address 168.63.129.16?").
 */
const PROVIDER_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** The only block of IPv6 in which public addresses are given out (RFC 4291, 2.4; IANA's registry). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** The public web: what anyone may ask for. */
export const PUBLIC_WEB: FetchPolicy = {
  isAllowedAddress: isPublicAddress,
  isAllowedPort: (port) => WEB_PORTS.has(port),
};

/**
 * Reads the address of a report.
 *
 * @throws InterdictError FETCH_REFUSED_ADDRESS for other schemes, ports and for addresses with a password;
 *         FETCH_PRIVATE_ADDRESS for a private address in figures
 */
export function articleAddress(text: string, policy: FetchPolicy = PUBLIC_WEB): URL {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === '') {
    throw refused(`${JSON.stringify(text.slice(0, 80))} is no web address (http:// or https://).`);
  }
  if (url.username || url.password) {
    throw refused(`${shownAddress(url)} holds a user name or password; reports are fetched without.`);
  }
  if (!policy.isAllowedPort(url.port)) {
    throw refused(`${shownAddress(url)} names the port ${url.port}, on which no public reports are served.`);
  }
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(host) && !policy.isAllowedAddress(host)) throw privateAddress(url, host);
  url.hash = '';
  return url;
}

/**
 * Where a redirect leads; checked like an address that was typed.
 *
 * @throws InterdictError as `articleAddress`; FETCH_REFUSED_ADDRESS also from https to http; FETCH_FAILED if it does
 *         not say where
 */
export function redirectedArticle(
  from: URL,
  location: string | undefined,
  policy: FetchPolicy = PUBLIC_WEB,
): URL {
  const target = location === undefined ? null : URL.parse(location, from.href);
  if (!target)
    throw new InterdictError('FETCH_FAILED', `${shownAddress(from)} redirects without saying where.`);
  const to = articleAddress(target.href, policy);
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw refused(
      `${shownAddress(from)} redirects to ${shownAddress(to)}, which anyone on the way could change.`,
    );
  }
  return to;
}

/** True for an address that anyone on the internet can reach: no private, loopback, link-local or reserved one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address inside IPv6 is judged as what it is.
  const parsed = ipaddr.process(address);
  if (PROVIDER_SERVICES.has(parsed.toString())) return false;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false;
  return parsed.range() === 'unicast';
}

export function privateAddress(url: URL, address: string): InterdictError {
  const message = `${shownAddress(url)} leads to ${address}, which is no public address; nothing was asked of it.`;
  return new InterdictError('FETCH_PRIVATE_ADDRESS', message);
}

/** An address for messages, without what stands in its query. */
export function shownAddress(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}${url.search ? '?…' : ''}`;
}

function refused(message: string): InterdictError {
  return new InterdictError('FETCH_REFUSED_ADDRESS', message);
}
