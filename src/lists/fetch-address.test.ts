import { describe, expect, it } from 'vitest';
import { parseAddress, printableAddress, redirectedAddress } from './fetch-address.ts';

describe('an address to fetch from', () => {
  it('is asked without the password that it holds, which goes into a header', () => {
    const { url, authorization } = parseAddress('https://me:p%40ss@example.org/list?token=1');
    expect(url.href).toBe('https://example.org/list?token=1');
    expect(authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  });

  it('is printed without password and query', () => {
    expect(printableAddress('https://me:pass@example.org/a/list.xml?token=secret#part')).toBe(
      'https://example.org/a/list.xml?…',
    );
  });

  it('keeps its password on a redirect within the host and loses it on one to another', () => {
    const from = parseAddress('https://me:pass@example.org/old');
    expect(redirectedAddress(from, '/new')).toMatchObject({ authorization: from.authorization });
    expect(redirectedAddress(from, 'https://example.net/new')).not.toHaveProperty('authorization');
    expect(redirectedAddress(from, 'https://example.org:444/new')).not.toHaveProperty('authorization');
  });

  it('may become safer by a redirect, never less safe', () => {
    expect(redirectedAddress(parseAddress('http://example.org/'), 'https://example.org/').url.protocol).toBe(
      'https:',
    );
    expect(() =>
      redirectedAddress(parseAddress('https://example.org/a?b=secret'), 'http://example.org/c?d=secret'),
    ).toThrow(
      'https://example.org/a?… redirects to http://example.org/c?…, which anyone on the way could change.',
    );
  });
});
