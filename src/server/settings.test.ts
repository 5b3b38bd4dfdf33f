import { expect, it } from 'vitest';
import { isLoopback } from './settings.ts';

it.each(['127.0.0.1', '127.8.9.1', 'localhost', '::1', '[::1]'])('%s is only this machine', (host) => {
  expect(isLoopback(host)).toBe(true);
});

it.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  'example.org',
  'localhost.example.org',
  '127.0.0.1.nip.io',
  '1270.0.0.1',
  '',
])('"%s" is more than this machine', (host) => {
  expect(isLoopback(host)).toBe(false);
});
