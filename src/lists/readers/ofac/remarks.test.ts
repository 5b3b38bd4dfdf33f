import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFromDisk } from '../../list-file.ts';
import { csvRows } from '../../read/csv.ts';
import { meaningOf, printedFact } from './facts.ts';
import { parseRemark, remarkClauses, titlesIn } from './remarks.ts';

const december = fileURLToPath(new URL('../../../../../shared/lists/ofac/sdn-2023-12-28/', import.meta.url));

const factsOf = (text: string) => parseRemark(text, '').facts;

describe('a clause of a remark', () => {
  it.each([
    ['DOB 07 May 1966', { label: 'DOB', value: '07 May 1966' }],
    ['alt. POB Al Fashir, Sudan', { label: 'POB', value: 'Al Fashir, Sudan' }],
    ['Gender Male', { label: 'Gender', value: 'Male' }],
    ['Organization Type: Activities of holding companies', { label: 'Organization Type:' }],
    ['Target Type Private Company', { label: 'Target Type', value: 'Private Company' }],
    [
      'alt. Digital Currency Address - ETH 0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B',
      { label: 'Digital Currency Address - ETH', value: '0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B' },
    ],
    ["Aircraft Manufacturer's Serial Number (MSN) 1489", { value: '1489' }],
    ['Aircraft Construction Number (also called L/N or S/N or F/N) 90', { value: '90' }],
    ['Email:someone@example.com', { label: 'Email:', value: 'someone@example.com' }],
    ['info@example.org (email).', { label: 'Email Address', value: 'info@example.org' }],
    ['http://www.example.org (website)', { label: 'Website', value: 'http://www.example.org' }],
    ['Alternate Title, Police Chief', { label: 'Alternate Title,', value: 'Police Chief' }],
  ])('%s is a label with a value', (clause, fact) => {
    expect(factsOf(clause)).toMatchObject([fact]);
  });

  it.each([
    ['Passport BD3843329 (Slovakia) expires 08 Apr 2029', 'BD3843329', 'Slovakia', undefined, '08 Apr 2029'],
    [
      'Passport E590976 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992',
      'E590976',
      'Tunisia',
      '19 Jun 1987',
      '18 Jun 1992',
    ],
    ['alt. National ID No. 89046 (Iran) issued 1990', '89046', 'Iran', '1990', undefined],
    ['Passport E382464 (Thailand) expires Jan 2007', 'E382464', 'Thailand', undefined, 'Jan 2007'],
    ['R.F.C. # PMA-910805 (Mexico)', 'PMA-910805', 'Mexico', undefined, undefined],
    ['V.A.T. Number BG 121024920 (Bulgaria)', 'BG 121024920', 'Bulgaria', undefined, undefined],
    [
      'National ID No. 13/Ta Ta Na (Naing)019077 (Burma)',
      '13/Ta Ta Na (Naing)019077',
      'Burma',
      undefined,
      undefined,
    ],
    ['Passport 1091875', '1091875', undefined, undefined, undefined],
    ['Kuwaiti Civil ID No. 281020505755 (Kuwait)', '281020505755', 'Kuwait', undefined, undefined],
  ])('%s is a document', (clause, value, country, issued, expires) => {
    expect(factsOf(clause)).toMatchObject([{ value, country, issued, expires, isDocument: true }]);
  });

  it('keeps what stands beside a number apart from it', () => {
    expect(factsOf('Folio Mercantil No. 22839 (Jalisco) (Mexico)')).toMatchObject([
      { value: '22839', country: 'Mexico', remarks: 'Jalisco' },
    ]);
    expect(factsOf('National ID No. CNIC: 35202-5400413-9 (Pakistan)')).toMatchObject([
      { value: '35202-5400413-9', remarks: 'CNIC' },
    ]);
    expect(factsOf('Passport D000000483, Diplomatic (Syria)')).toMatchObject([
      { value: 'D000000483', remarks: 'Diplomatic' },
    ]);
  });

  it.each([
    'Passport issued in Sarajevo, Bosnia-Herzegovina',
    "Passport OR801168 and Kuwaiti National ID No. 281020505755 issued under the name Said Jan 'Abd al-Salam",
    "Temporary suspension of deportation No. T04338017, expired 08 May 2013, issued by Alien's Office of the city of Mainz",
    'Position also referred to as Minister of Internal Affairs',
    'Chinese Commercial Code 1728 4320',
    'all offices worldwide',
  ])('"%s" is kept whole as a note', (clause) => {
    expect(parseRemark(clause, 'x')).toEqual({
      facts: [],
      names: [],
      relations: [],
      notes: [{ text: clause, at: 'x' }],
    });
  });

  it('is a weak name if it is quoted, apostrophes and all', () => {
    const text = "a.k.a. 'BNC'; a.k.a. 'AL-DARDA', Abu'; f.k.a. 'ANA I'; a.k.a. ''ABD AL-'IZ'; d.b.a. 'X'";
    expect(parseRemark(text, '').names.map(({ kind, listForm, isWeak }) => [kind, listForm, isWeak])).toEqual(
      [
        ['aka', 'BNC', true],
        ['aka', "AL-DARDA', Abu", true],
        ['fka', 'ANA I', true],
        ['aka', "'ABD AL-'IZ", true],
        ['aka', 'X', true],
      ],
    );
  });

  it('is a tie to another party, with or without the brackets of the XML formats', () => {
    const names = (text: string) => parseRemark(text, '').relations.map(({ name }) => name);
    expect(
      names('Linked To: ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE; Linked To: HIZBALLAH'),
    ).toEqual(['ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE', 'HIZBALLAH']);
    expect(names('(Linked To: FORCE (IRGC); Linked To: HIZBALLAH)')).toEqual(['FORCE (IRGC)', 'HIZBALLAH']);
    expect(parseRemark('half-brother of Some Ruler', '').relations).toMatchObject([
      { type: 'Family member of', role: 'half-brother of', name: 'Some Ruler' },
    ]);
  });

  it('is a condition of the listing, printed again as it stood', () => {
    const clauses = [
      'Executive Order 13662 Directive Determination - Subject to Directive 1',
      'Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886',
      'Effective Date (EO 14024 Directive 2): 26 Mar 2022',
      'Effective Date (CMIC) 02 Aug 2021',
    ];
    expect(factsOf(clauses.join('; ')).map(printedFact)).toEqual(clauses);
    expect(factsOf(clauses.join('; ')).map((fact) => meaningOf(fact.label)?.kind)).toEqual(
      clauses.map(() => 'measure'),
    );
    expect(meaningOf(factsOf('Listing Date (CMIC) 03 Jun 2021')[0]?.label ?? '')?.kind).toBe('listing-date');
  });

  it('is not said again if it is a title of the entry', () => {
    expect(
      parseRemark('DOB 1961; Minister of Industry', '', titlesIn('Minister of Industry', '')).notes,
    ).toEqual([]);
  });

  it('is never lost, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (clauses) => {
        const text = clauses.join('; ');
        const { facts, names, relations, notes } = parseRemark(text, '');
        expect(facts.length + names.length + relations.length + notes.length).toBe(
          remarkClauses(text).length,
        );
      }),
    );
  });
});

describe.skipIf(!existsSync(december))('the remarks of a real list (left out without ../shared)', () => {
  it('are understood for over 99 of 100 clauses', async () => {
    const rest = new Map<string, string>();
    for await (const { cells } of csvRows(fileFromDisk(`${december}sdn_comments.csv`), { endMark: '\u001A' }))
      rest.set(cells[0] ?? '', cells[1] ?? '');
    let clauses = 0;
    let notes = 0;
    for await (const { cells } of csvRows(fileFromDisk(`${december}sdn.csv.gz`), { endMark: '\u001A' })) {
      if (cells[11] === '-0- ') continue;
      const text = `${cells[11]}${rest.get(cells[0] ?? '') ?? ''}`.replace(/\.$/u, '');
      clauses += remarkClauses(text).length;
      notes += parseRemark(text, '', titlesIn(cells[4], '')).notes.length;
    }
    expect(clauses).toBe(56_621);
    // 99.2 % on 28 December 2023; what is left is prose: offices, indictments, careers, fax numbers.
    expect(1 - notes / clauses).toBeGreaterThan(0.99);
  });
});
