import { describe, expect, it } from 'vitest';
import type { SchemaName } from '../../model/schema/schema.ts';
import { compareParties } from '../compare-parties.ts';
import { factsOfProperties } from '../party.ts';
import { POLICY_V1 } from '../policy/v1.ts';
import { identifier } from './identifier.ts';

function compare(schema: SchemaName, own: Record<string, string>, other: Record<string, string>) {
  const facts = (properties: Record<string, string>) =>
    factsOfProperties(
      schema,
      Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, [value]])),
    );
  return identifier(facts(own), facts(other), POLICY_V1)[0];
}

const { effects } = POLICY_V1;

describe('numbers of ships', () => {
  it('are the same ship by an equal IMO number, however it is written', () => {
    const found = compare('Vessel', { imoNumber: 'IMO 9187629' }, { imoNumber: '9187629' });
    expect(found?.effect).toBe(effects.identifierEqual);
  });

  it('are two ships by two IMO numbers, whatever their names', () => {
    const found = compare('Vessel', { imoNumber: '9187629' }, { imoNumber: '9187655' });
    expect(found?.effect).toBe(effects.hullNumberDifferent);
    const ship = (imo: string) => factsOfProperties('Vessel', { name: ['VICTORY'], imoNumber: [imo] });
    expect(compareParties(ship('9187629'), ship('9187655')).score).toBeLessThan(POLICY_V1.thresholds.review);
    expect(compareParties(ship('9187629'), ship('9187629')).score).toBeGreaterThan(POLICY_V1.thresholds.stop);
  });

  it('say nothing by one digit that makes the number wrong', () => {
    const found = compare('Vessel', { imoNumber: '9187628' }, { imoNumber: '9187629' });
    expect(found).toMatchObject({
      effect: effects.identifierSlip,
      detail: expect.stringContaining('check digit'),
    });
  });

  it('count less where the equal number is none', () => {
    const found = compare('Vessel', { imoNumber: '1234568' }, { imoNumber: '1234568' });
    expect(found?.effect).toBe(effects.identifierEqualWrong);
  });

  it('may change their MMSI with the flag', () => {
    const found = compare('Vessel', { mmsi: '572469210' }, { mmsi: '273356130' });
    expect(found?.effect).toBe(effects.identifierDifferent);
  });
});

describe('numbers of aircraft', () => {
  it('find a registration that the list gives for a name', () => {
    const found = compare('Airplane', { registrationNumber: 'EP-GOM' }, { name: 'EP-GOM' });
    expect(found?.effect).toBe(effects.identifierEqual);
  });

  it('tell two airframes by their serial numbers', () => {
    const found = compare('Airplane', { serialNumber: '1023409321' }, { serialNumber: '1013409297' });
    expect(found?.effect).toBe(effects.hullNumberDifferent);
  });
});

describe('numbers of people and companies', () => {
  it('are equal within a country, a hint across countries', () => {
    const passport = (country: string) => ({ passportNumber: 'BD 3843329', nationality: country });
    expect(compare('Person', passport('sk'), passport('sk'))?.effect).toBe(effects.identifierEqual);
    expect(compare('Person', passport('sk'), passport('am'))?.effect).toBe(effects.identifierOtherCountry);
  });

  it('are not held against a match where a party has several of a kind', () => {
    expect(compare('Person', { passportNumber: 'A1234567' }, { passportNumber: 'B7654321' })).toBeUndefined();
  });

  it('are compared by kind', () => {
    expect(compare('Company', { innCode: '7707083893' }, { ogrnCode: '1027700132195' })).toBeUndefined();
    expect(compare('Company', { innCode: '7707083893' }, { innCode: '7736050003' })?.effect).toBe(
      effects.identifierDifferent,
    );
  });
});
