import { expect, it } from 'vitest';
import { hostName } from './host-guard.ts';

it.each([
  ['localhost', 'localhost'],
  ['LocalHost:8080', 'localhost'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['[::1]:8080', '[::1]'],
  ['screening.example.org', 'screening.example.org'],
  ['', undefined],
  [undefined, undefined],
  ['a:b:c', undefined],
  ['user@localhost', undefined],
  ['localhost:8080:1', undefined],
  ['local host', undefined],
  ['localhost/x', undefined],
  ['localhost:99999999', undefined],
])('the name in the Host header "%s" is %s', (header, name) => {
  expect(hostName(header)).toBe(name);
});
