import { expect, it } from 'vitest';
import { toFollowTheMoney } from '../../model/entity.ts';
import { partyOf } from '../../model/record.ts';
import { fileFromBytes } from '../list-file.ts';
import { RecordBuilder } from '../record-builder.ts';
import { xmlElements } from './xml.ts';
import { keepRest, XmlFields } from './xml-fields.ts';

async function fields(xml: string): Promise<XmlFields> {
  for await (const event of xmlElements(fileFromBytes('a.xml', `<list>${xml}</list>`), ['p'], 'list')) {
    if (event.kind === 'element') return new XmlFields(event.element);
  }
  throw new Error('no element');
}

const PERSON = `<p id="7" note=" blind " sort="">own
  <name lang="en">Jane</name><name> </name><name>Joan</name>
  <born><year>1970</year><place/></born><box a="1"><b>2</b></box></p>`;

it('says where each text stands', async () => {
  const person = await fields(PERSON);
  expect(person.own()).toBe('own');
  expect(person.attribute('sort')).toBeUndefined();
  expect(person.foundAttribute('note')).toEqual({ text: 'blind', at: 'p[1]/@note' });
  expect(person.found('name')).toEqual({ text: 'Jane', at: 'p[1]/name[1]' });
  expect(person.text('town')).toBeUndefined();
  expect(person.all('name')).toEqual([
    { text: 'Jane', at: 'p[1]/name[1]' },
    { text: 'Joan', at: 'p[1]/name[3]' },
  ]);
  expect(person.all('born', 'year')).toEqual([{ text: '1970', at: 'p[1]/born[1]/year[1]' }]);
});

it('gives out everything that was not asked for, and nothing blank', async () => {
  const person = await fields(PERSON);
  expect([...person.rest()].map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'p: own',
    'id: 7',
    'note: blind',
    'name: Jane',
    'name lang: en',
    'name: Joan',
    'born year: 1970',
    'box a: 1',
    'box b: 2',
  ]);
});

it('leaves what was read or ignored out of the rest', async () => {
  const person = await fields(PERSON);
  person.own();
  person.attribute('id');
  person.ignore('note', 'box');
  // Only the first name is asked for.
  expect(person.text('name')).toBe('Jane');
  const builder = new RecordBuilder('a_list', '7', 'Person');
  builder.add('name', 'Jane', 'p[1]/name[1]');
  keepRest(builder, person);
  const { notes } = toFollowTheMoney(partyOf(builder.build())).properties;
  expect(notes).toEqual(['name lang: en', 'name: Joan', 'born year: 1970']);
});
