import { describe, expect, it } from 'vitest';
import { type ClaimPlan, claimId, type MentionPlan, reading } from '../../../test/fixtures/readings.ts';
import type { ClaimCluster, Finding, FindingKind, MentionParty } from '../../model/reading.ts';
import type { ArticleReading } from './article-reading.ts';
import { type Related, relate } from './relate-readings.ts';
import { SourceGrades } from './source-grades.ts';

const US: MentionPlan = { type: 'place', caption: 'United States', countries: ['us'] };
const TREASURY: MentionPlan = { type: 'organisation', caption: 'US Treasury', countries: ['us'] };
const PETROV: MentionPlan = { type: 'person', caption: 'Ivan Petrov' };

function clusterOf({ clusters }: Related, claim: string): ClaimCluster {
  const found = clusters.filter((cluster) => cluster.claims.includes(claim));
  expect(found).toHaveLength(1);
  return found[0] as ClaimCluster;
}

function ofKind({ findings }: Related, kind: FindingKind): Finding[] {
  return findings.filter((finding) => finding.kind === kind);
}

function gradeOf(related: Related, claim: string): string {
  const { source, information } = related.claims.find((one) => one.id === claim)?.grade ?? {};
  return `${source}${information}`;
}

/** A report that a person was put under sanctions, in the outlet's own words or as announced. */
function designation(plan: {
  outlet: string;
  words: string;
  day?: string;
  party?: MentionParty;
  claim?: Partial<ClaimPlan>;
}): ArticleReading {
  const { outlet, words, day = '2024-05-03', party, claim } = plan;
  return reading({
    text: `${words} It came without warning, the ${outlet} learnt.`,
    article: { publisher: outlet, published: day },
    mentions: { treasury: TREASURY, petrov: { ...PETROV, ...(party ? { party } : {}) } },
    claims: [
      {
        content: words,
        type: 'SANCTION_DESIGNATION',
        modality: 'official-act',
        roles: { authority: ['treasury'], target: ['petrov'] },
        ...claim,
      },
    ],
  });
}

const PLAIN = 'The US Treasury sanctioned Ivan Petrov on Thursday.';
const OTHERWISE = 'Ivan Petrov was added to the blacklist by the US Treasury.';

describe('reports of one designation', () => {
  const one = designation({ outlet: 'Harbour Post', words: PLAIN });
  const other = designation({
    outlet: 'Evening Mail',
    words: OTHERWISE,
    claim: {
      source: { kind: 'government', mention: 'treasury', surface: 'US Treasury' },
      modality: 'official-act',
    },
  });

  it('are one claim from one origin in two outlets, and that is no confirmation', () => {
    const related = relate([one, other]);
    const cluster = clusterOf(related, claimId(one, 0));
    expect(cluster.claims).toEqual([claimId(one, 0), claimId(other, 0)]);
    expect(cluster.origins).toEqual(['United States of America (government)']);
    expect(cluster.outlets).toEqual(['Harbour Post', 'Evening Mail']);
    expect(gradeOf(related, claimId(other, 0))).toBe('A2');
    expect(gradeOf(related, claimId(one, 0))).toBe('F2');
    expect(related.claims[0]?.grade.why.join(' ')).toContain('repetition, no confirmation');
  });

  it('are A1 once the list of that authority has the entry, and only then', () => {
    const listed = (dataset: string, listedOn: string): MentionParty => ({
      id: 'xx-1',
      caption: 'PETROV, Ivan',
      score: 0.97,
      datasets: [dataset],
      evidence: [],
      listings: [{ dataset, authority: 'the authority', listedOn }],
    });
    const graded = (party: MentionParty): string => {
      const read = designation({ outlet: 'Harbour Post', words: PLAIN, party });
      return gradeOf(relate([read]), claimId(read, 0));
    };
    expect(graded(listed('us_ofac_sdn', '2024-05-02'))).toBe('A1');
    expect(graded(listed('gb_hmt_sanctions', '2024-05-02'))).toBe('F3');
    expect(graded(listed('us_ofac_sdn', '2025-05-02'))).toBe('F3');
  });

  it('of the United Nations are borne out by its list, and those of nobody by none', () => {
    const graded = (caption: string, dataset: string): string => {
      const read = reading({
        text: `${caption} put Ivan Petrov on its list.`,
        article: { publisher: 'Harbour Post', published: '2024-05-03' },
        mentions: {
          body: { type: 'organisation', caption },
          petrov: {
            ...PETROV,
            party: { id: 'xx-1', caption: 'X', score: 1, datasets: [dataset], evidence: [] },
          },
        },
        claims: [
          {
            content: `${caption} put Ivan Petrov on its list`,
            type: 'SANCTION_DESIGNATION',
            modality: 'official-act',
            roles: { authority: ['body'], target: ['petrov'] },
          },
        ],
      });
      return gradeOf(relate([read]), claimId(read, 0));
    };
    expect(graded('UN Security Council', 'un_sc_sanctions')).toBe('A1');
    expect(graded('European Union', 'eu_fsf')).toBe('A1');
    expect(graded('UN Security Council', 'eu_fsf')).toBe('F3');
    expect(graded('The club', 'un_sc_sanctions')).toBe('F3');
  });

  it('of two states are two acts', () => {
    const london = reading({
      text: 'The Foreign Office in London sanctioned Ivan Petrov.',
      mentions: {
        office: { type: 'organisation', caption: 'Foreign Office', countries: ['gb'] },
        petrov: PETROV,
      },
      claims: [
        {
          content: 'The Foreign Office in London sanctioned Ivan Petrov',
          type: 'SANCTION_DESIGNATION',
          modality: 'official-act',
          roles: { authority: ['office'], target: ['petrov'] },
        },
      ],
    });
    const related = relate([one, london]);
    expect(clusterOf(related, claimId(one, 0)).claims).toEqual([claimId(one, 0)]);
    expect(clusterOf(related, claimId(one, 0)).links).toMatchObject([
      { kind: 'related', rule: 'other-authority' },
    ]);
    expect(ofKind(related, 'authority')).toEqual([]);
  });

  it('are not joined, and not confirmed, by those who only call for the act', () => {
    const call = (name: string, country: string): ArticleReading =>
      reading({
        text: `${name} says that Ivan Petrov should be put under sanctions.`,
        mentions: { speaker: { type: 'organisation', caption: name, countries: [country] }, petrov: PETROV },
        claims: [
          {
            content: 'that Ivan Petrov should be put under sanctions',
            type: 'SANCTION_DESIGNATION',
            source: { kind: 'government', mention: 'speaker', surface: name },
            roles: { target: ['petrov'] },
          },
        ],
      });
    const [paris, rome] = [call('The Elysee', 'fr'), call('Palazzo Chigi', 'it')];
    const related = relate([one, paris, rome]);
    expect(clusterOf(related, claimId(one, 0)).claims).toEqual([claimId(one, 0)]);
    expect(clusterOf(related, claimId(paris, 0)).claims).toHaveLength(2);
    expect(gradeOf(related, claimId(paris, 0))).toBe('C3');
  });

  it('keep letters that a user has set', () => {
    const related = relate([one], new SourceGrades({ 'harbour post': 'B' }));
    expect(gradeOf(related, claimId(one, 0))).toBe('B3');
  });

  it('that the body does not bear out are contradicted by the act that another article reports', () => {
    const tabloid = reading({
      text: 'US arrests Ivan Petrov\nThe man had been watched for months, neighbours said.',
      zones: { 'US arrests Ivan Petrov': 'headline' },
      mentions: { us: { ...US, caption: 'US' }, petrov: PETROV },
      claims: [
        {
          content: 'US arrests Ivan Petrov',
          type: 'ARREST_DETENTION',
          zone: 'headline',
          roles: { authority: ['us'], target: ['petrov'] },
        },
      ],
    });
    const related = relate([one, tabloid]);
    expect(ofKind(related, 'act-type')).toMatchObject([
      { severity: 'high', claims: [claimId(tabloid, 0), claimId(one, 0)] },
    ]);
    expect(gradeOf(related, claimId(tabloid, 0))).toBe('F5');
    expect(clusterOf(related, claimId(tabloid, 0)).claims).toHaveLength(1);
  });
});

/** Somebody accuses a company of having sold drones to a state. */
function accusation(
  outlet: string,
  kind: 'government' | 'media' | 'anonymous',
  country: string,
  name: string,
): ArticleReading {
  return reading({
    text: `${name} says that Orion Trading sold drones to Sudan. (${outlet})`,
    article: { publisher: outlet, published: '2024-05-03' },
    mentions: {
      speaker: { type: kind === 'media' ? 'outlet' : 'organisation', caption: name, countries: [country] },
      orion: { type: 'organisation', caption: 'Orion Trading' },
      sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
    },
    claims: [
      {
        content: 'that Orion Trading sold drones to Sudan',
        type: 'ARMS_TRANSFER',
        phase: 'agreed',
        goods: ['drones'],
        source: { kind, mention: 'speaker', surface: name },
        cue: ['says', 'say'],
        roles: { supplier: ['orion'], recipient: ['sudan'] },
      },
    ],
  });
}

describe('an accusation', () => {
  it('is confirmed by a second state, and not by a second outlet, an agency or somebody unnamed', () => {
    const first = accusation('Harbour Post', 'government', 'us', 'The Pentagon');
    const graded = (other: ArticleReading): string => gradeOf(relate([first, other]), claimId(first, 0));
    expect(graded(accusation('Evening Mail', 'government', 'us', 'The State Department'))).toBe('C3');
    expect(graded(accusation('Evening Mail', 'media', 'gb', 'Reuters'))).toBe('C3');
    expect(graded(accusation('Evening Mail', 'anonymous', 'us', 'A trader'))).toBe('C3');
    expect(graded(accusation('Evening Mail', 'government', 'fr', 'The Elysee'))).toBe('C1');
  });

  it('by outlets that name no source is confirmed by no number of them', () => {
    const own = (outlet: string): ArticleReading =>
      reading({
        text: `Orion Trading sold drones to Sudan, the ${outlet} has learnt.`,
        article: { publisher: outlet },
        mentions: {
          orion: { type: 'organisation', caption: 'Orion Trading' },
          sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
        },
        claims: [
          {
            content: 'Orion Trading sold drones to Sudan',
            type: 'ARMS_TRANSFER',
            phase: 'agreed',
            roles: { supplier: ['orion'], recipient: ['sudan'] },
          },
        ],
      });
    const outlets = ['Harbour Post', 'Evening Mail', 'Third Voice'].map(own);
    const related = relate(outlets);
    expect(clusterOf(related, claimId(outlets[0] as ArticleReading, 0)).claims).toHaveLength(3);
    expect(related.claims.map((claim) => claim.grade.information)).toEqual([3, 3, 3]);
  });

  it('has a lower letter when nobody is named', () => {
    const unnamed = accusation('Reuters', 'anonymous', 'us', 'A trader');
    expect(gradeOf(relate([unnamed]), claimId(unnamed, 0))).toBe('C3');
    const unknown = accusation('Evening Mail', 'anonymous', 'us', 'A trader');
    expect(gradeOf(relate([unknown]), claimId(unknown, 0))).toBe('F3');
  });

  it('that the accused denies is disputed on both sides, and nobody is called silent who spoke', () => {
    const first = accusation('Harbour Post', 'government', 'us', 'The Pentagon');
    const denial = reading({
      text: 'Orion Trading denies that it sold drones to Sudan.',
      mentions: {
        orion: { type: 'organisation', caption: 'Orion Trading' },
        sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
      },
      claims: [
        {
          content: 'that it sold drones to Sudan',
          type: 'ARMS_TRANSFER',
          modality: 'denied',
          polarity: -1,
          source: { kind: 'company', mention: 'orion', surface: 'Orion Trading' },
          roles: { supplier: ['orion'], recipient: ['sudan'] },
        },
      ],
    });
    const related = relate([first, denial]);
    expect(clusterOf(related, claimId(first, 0)).claims).toEqual([claimId(first, 0)]);
    expect(clusterOf(related, claimId(first, 0)).links).toMatchObject([
      { kind: 'disputes', left: claimId(denial, 0), right: claimId(first, 0) },
    ]);
    expect(gradeOf(related, claimId(first, 0))).toBe('C4');
    expect(ofKind(related, 'no-denial-found').map((finding) => finding.text)).toEqual([
      'No denial by Sudan was found in these 2 articles; that does not say that none was made.',
    ]);
    expect(ofKind(relate([first]), 'no-denial-found')).toHaveLength(2);
  });

  it('in a copied article has one origin', () => {
    const text = `Harbour police towed a dredger out of the channel on Friday after its owner failed to answer letters.
Orion Trading sold drones to Sudan. The dredger had lain there for eleven weeks and leaked oil into the water.
Residents who had complained to the council said that they were glad to see the last of it at long last.
A spokeswoman for the council would not be drawn on what the tow had cost, nor on who was going to pay.`;
    const of = (publisher: string, lead: string): ArticleReading =>
      reading({
        text: `${lead}\n${text}`,
        article: { publisher, published: lead === 'A' ? '2024-05-01' : '2024-05-02' },
        mentions: {
          orion: { type: 'organisation', caption: 'Orion Trading' },
          sudan: { type: 'place', caption: 'Sudan', countries: ['sd'] },
        },
        claims: [
          {
            content: 'Orion Trading sold drones to Sudan',
            type: 'ARMS_TRANSFER',
            phase: 'delivered',
            roles: { supplier: ['orion'], recipient: ['sudan'] },
          },
        ],
      });
    const [one, other] = [of('Harbour Post', 'A'), of('Evening Mail', 'B')];
    const cluster = clusterOf(relate([one, other]), claimId(one, 0));
    expect(cluster.claims).toHaveLength(2);
    expect(cluster.links).toContainEqual(
      expect.objectContaining({ kind: 'copy-of', right: claimId(one, 0) }),
    );
    expect(cluster.origins).toEqual(['Harbour Post']);
    expect(cluster.outlets).toEqual(['Harbour Post', 'Evening Mail']);
  });
});

describe('supplies between the same parties', () => {
  const supply = (words: string, plan: Partial<ClaimPlan>, published = '2024-05-03'): ArticleReading =>
    reading({
      text: `${words} So it is told.`,
      article: { published },
      mentions: {
        iran: { type: 'place', caption: 'Iran', countries: ['ir'] },
        russia: { type: 'place', caption: 'Russia', countries: ['ru'] },
        legion: { type: 'organisation', caption: 'Amber Legion', countries: ['ru'] },
      },
      claims: [
        {
          content: words,
          type: 'ARMS_TRANSFER',
          roles: { supplier: ['iran'], recipient: ['russia'] },
          ...plan,
        },
      ],
    });
  const areOne = (one: ArticleReading, other: ArticleReading): boolean =>
    clusterOf(relate([one, other]), claimId(one, 0)).claims.length === 2;

  it('are one while they are being talked about', () => {
    const one = supply('Iran offers Russia drones.', { phase: 'offered' });
    expect(areOne(one, supply('Russia is seeking drones from Iran.', { phase: 'sought' }))).toBe(true);
  });

  it('are not one for being made twice, unless an amount or a time ties them', () => {
    const of = (words: string, value?: number): ArticleReading =>
      supply(words, {
        phase: 'delivered',
        quantities: value === undefined ? [] : [{ surface: `${value} drones`, op: '=', value, of: 'drones' }],
      });
    expect(areOne(of('Iran sent Russia drones.'), of('Russia got drones from Iran.'))).toBe(false);
    expect(areOne(of('Iran sent Russia 40 drones.', 40), of('Russia got 40 drones from Iran.', 40))).toBe(
      true,
    );
  });

  it('are not one when plan and deed, other returns, other times or another recipient are told', () => {
    const plan = supply('Iran offers Russia drones for wheat.', {
      phase: 'offered',
      counterGoods: ['wheat'],
    });
    expect(areOne(plan, supply('Iran has sent drones to Russia.', { phase: 'delivered' }))).toBe(false);
    expect(
      areOne(
        plan,
        supply('Russia offers Iran jets for drones.', { phase: 'offered', counterGoods: ['jets'] }),
      ),
    ).toBe(false);
    expect(
      areOne(plan, supply('Iran is offering drones to Russia.', { phase: 'offered' }, '2023-01-01')),
    ).toBe(false);
    const legion = { phase: 'delivered', roles: { supplier: ['iran'], recipient: ['legion'] } } as const;
    expect(
      areOne(
        supply('Iran sent Amber Legion drones.', legion),
        supply('Iran sent drones.', { phase: 'delivered' }),
      ),
    ).toBe(false);
  });

  it('told further on by a later report are an update', () => {
    const plan = supply('Iran offers Russia drones.', { phase: 'offered' }, '2024-05-01');
    const deed = supply('Iran has sent drones to Russia.', { phase: 'delivered' }, '2024-05-20');
    expect(clusterOf(relate([plan, deed]), claimId(deed, 0)).links).toMatchObject([
      { kind: 'updates', left: claimId(deed, 0), right: claimId(plan, 0) },
    ]);
  });

  it('with amounts that cannot both be true are a contradiction', () => {
    const of = (words: string, value: number, op: '=' | '>'): ArticleReading =>
      supply(words, {
        phase: 'delivered',
        quantities: [{ surface: `${value} drones`, op, value, of: 'drones' }],
        dates: [{ surface: 'in April', from: '2024-04-01', to: '2024-04-30', certainty: 'exact' }],
      });
    const few = of('Iran sent Russia 40 drones in April.', 40, '=');
    expect(
      ofKind(relate([few, of('Russia got 300 drones from Iran in April.', 300, '=')]), 'quantity'),
    ).toHaveLength(1);
    expect(
      ofKind(relate([few, of('Russia got over 30 drones from Iran in April.', 30, '>')]), 'quantity'),
    ).toEqual([]);
  });
});

describe('relating', () => {
  it('changes nothing that goes in, and gives the same answer twice', () => {
    const read = [
      designation({ outlet: 'Harbour Post', words: PLAIN }),
      accusation('Reuters', 'government', 'us', 'The Pentagon'),
    ];
    const before = structuredClone(read);
    const [once, twice] = [relate(read), relate(read)];
    expect(read).toEqual(before);
    expect(twice).toEqual(once);
  });

  it('gives every claim to exactly one cluster, and ids that are not doubled', () => {
    const read = [
      designation({ outlet: 'Harbour Post', words: PLAIN }),
      designation({ outlet: 'Evening Mail', words: OTHERWISE }),
      accusation('Reuters', 'government', 'us', 'The Pentagon'),
    ];
    const { claims, clusters, findings } = relate(read);
    expect(clusters.flatMap((cluster) => cluster.claims).sort()).toEqual(
      claims.map((claim) => claim.id).sort(),
    );
    for (const items of [clusters, findings])
      expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('answers no articles with nothing', () => {
    expect(relate([])).toEqual({ claims: [], findings: [], clusters: [] });
  });
});
