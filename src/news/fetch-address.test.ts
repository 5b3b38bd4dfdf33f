import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleAddress, isPublicAddress, redirectedArticle, shownAddress } from './fetch-address.ts';

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('the address of a report', () => {
  it('is one of the public web', () => {
    expect(articleAddress(' https://news.example/a?b=c#d ').href).toBe('https://news.example/a?b=c');
    expect(articleAddress('http://news.example:8080/').port).toBe('8080');
    expect(articleAddress('https://93.184.215.14/').hostname).toBe('93.184.215.14');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://news.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'news.example',
    '',
    'http://',
    'https://user:secret@news.example/',
    'https://user@news.example/',
    'http://news.example:22/',
    'http://news.example:6379/',
  ])('is refused: %s', (text) => {
    expect(codeOf(() => articleAddress(text))).toBe('FETCH_REFUSED_ADDRESS');
  });

  it('never shows a password or a query in its message', () => {
    const read = () => articleAddress('https://user:secret@news.example/a?token=hidden');
    expect(read).toThrow(/news\.example\/a\?…/u);
    expect(read).not.toThrow(/secret|hidden/u);
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.0.0.1/',
    'http://172.16.9.9/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://198.18.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
  ])('is refused as private: %s', (text) => {
    expect(codeOf(() => articleAddress(text))).toBe('FETCH_PRIVATE_ADDRESS');
  });

  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('of a private block is private whatever it ends with', () => {
    const blocks = fc.constantFrom('10', '127', '0', '169.254', '192.168', '172.20', '100.99', '224', '240');
    fc.assert(
      fc.property(blocks, fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (block, rest) => {
        const address = [...block.split('.'), ...rest].slice(0, 4).join('.');
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });

  it('is not one because a text happens to be one', () => {
    expect(isPublicAddress('news.example')).toBe(false);
    expect(isPublicAddress('')).toBe(false);
  });
});

describe('a redirect', () => {
  const from = new URL('https://news.example/a');

  it('may lead elsewhere on the public web', () => {
    expect(redirectedArticle(from, '/b').href).toBe('https://news.example/b');
    expect(redirectedArticle(from, 'https://other.example/c').href).toBe('https://other.example/c');
  });

  it.each([
    ['http://news.example/a', 'FETCH_REFUSED_ADDRESS'],
    ['file:///etc/passwd', 'FETCH_REFUSED_ADDRESS'],
    ['https://169.254.169.254/', 'FETCH_PRIVATE_ADDRESS'],
    ['https://[::1]/', 'FETCH_PRIVATE_ADDRESS'],
    ['//10.1.2.3/', 'FETCH_PRIVATE_ADDRESS'],
  ])('may not lead to %s', (location, code) => {
    expect(codeOf(() => redirectedArticle(from, location))).toBe(code);
  });

  it('must say where it leads', () => {
    expect(codeOf(() => redirectedArticle(from, undefined))).toBe('FETCH_FAILED');
  });
});

it('an address in a message has no query', () => {
  expect(shownAddress(new URL('https://news.example/a?key=1'))).toBe('https://news.example/a?…');
});
