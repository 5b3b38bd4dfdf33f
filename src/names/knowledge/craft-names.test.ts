import { describe, expect, it } from 'vitest';
import { isShipPrefix, isTailNumber } from './craft-names.ts';

describe('names of ships and aircraft', () => {
  it.each(['EP-GOM', 'RA-76587', 'YV-1004', 'P4-GEM', '9H-VJN', 'N221LA', 'N1'])(
    'knows the tail number %s',
    (text) => {
      expect(isTailNumber(text)).toBe(true);
    },
  );

  it.each(['LADY-R', 'MAR AZUL', 'EP-GO', 'ARK III', 'ep-gom', 'N', 'NORD', '', 'ALI-SALAM'])(
    'takes %j for a name',
    (text) => {
      expect(isTailNumber(text)).toBe(false);
    },
  );

  it('knows what stands before the name of a ship', () => {
    expect(['mv', 'mt'].every(isShipPrefix)).toBe(true);
    expect(['victory', 'my', ''].some(isShipPrefix)).toBe(false);
  });
});
