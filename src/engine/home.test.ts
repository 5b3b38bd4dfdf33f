import { describe, expect, it } from 'vitest';
import { resolveHome } from './home.ts';

describe('the home', () => {
  it.each([
    ['linux', {}, '/home/ann', '/home/ann/.local/share/interdict'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ann', '/data/interdict'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ann', '/home/ann/.local/share/interdict'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ann', '/home/ann/.local/share/interdict'],
    ['darwin', {}, '/Users/ann', '/Users/ann/Library/Application Support/interdict'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Local\\interdict'],
    ['win32', { LOCALAPPDATA: 'D:\\local' }, 'C:\\Users\\ann', 'D:\\local\\interdict'],
    ['linux', { INTERDICT_HOME: '/srv/screening', XDG_DATA_HOME: '/data' }, '/home/ann', '/srv/screening'],
    ['linux', { INTERDICT_HOME: '' }, '/home/ann', '/home/ann/.local/share/interdict'],
  ] as const)('on %s with %o', (platform, env, userFolder, home) => {
    expect(resolveHome({ platform, env, userFolder })).toBe(home);
  });
});
