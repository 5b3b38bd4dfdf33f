import { describe, expect, it } from 'vitest';
import { branchesOf } from './branches.ts';

const node = (id: string) => ({ id, caption: id, schema: 'Organization' as const, isListed: true });
const edge = (from: string, to: string, label: string, dataset = 'us_ofac_sdn') => ({
  from,
  to,
  label,
  dataset,
  kind: 'UnknownLink' as const,
});

describe('the branches of a party', () => {
  it('are one for each kind and direction, the fullest first', () => {
    const branches = branchesOf({
      id: 'p',
      nodes: ['p', 'a', 'b', 'c'].map(node),
      relations: [
        edge('p', 'c', 'Linked To'),
        edge('a', 'p', 'Linked To'),
        edge('b', 'p', 'Linked To'),
        edge('p', 'c', 'Owner'),
      ],
    });
    expect(
      branches.map(({ label, isOutgoing, nodes }) => [label, isOutgoing, nodes.map(({ id }) => id).join()]),
    ).toEqual([
      ['Linked To', false, 'a,b'],
      ['Linked To', true, 'c'],
      ['Owner', true, 'c'],
    ]);
  });

  it('have a party once though two lists tell of the relation', () => {
    const relations = [edge('p', 'a', 'Owner'), edge('p', 'a', 'Owner', 'eu_fsf')];
    const [branch] = branchesOf({ id: 'p', nodes: [node('p'), node('a')], relations });
    expect(branch?.nodes).toHaveLength(1);
  });
});
