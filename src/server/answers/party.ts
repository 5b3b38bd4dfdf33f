// Everything that the lists say about one party, and the claims of reports about it.
import { Type } from '@sinclair/typebox';
import { Claim } from './reading.ts';
import { ListingResult, PartyLink, Schema } from './screening.ts';

const Texts = Type.Array(Type.String());

const FactValue = Type.Object(
  {
    text: Type.String(),
    words: Type.Optional(Type.String({ description: 'What a person calls it, where `text` is a code.' })),
    dataset: Type.String(),
    recordId: Type.String({ description: 'The publisher’s own id of the record.' }),
    sourceUrl: Type.Optional(Type.String()),
    at: Type.Optional(Type.String({ description: 'Row or element of the publisher’s file.' })),
    original: Type.Optional(
      Type.String({ description: 'What the file said where `text` was made from it.' }),
    ),
  },
  { title: 'FactValue', description: 'A value with where it comes from.' },
);

const Fact = Type.Object(
  { property: Type.String(), label: Type.String(), values: Type.Array(FactValue) },
  { title: 'Fact' },
);

const Relation = Type.Object(
  { from: Type.String(), to: Type.String(), kind: Schema, label: Type.String(), dataset: Type.String() },
  { title: 'Relation' },
);

const RelatedNode = Type.Object(
  {
    id: Type.String(),
    caption: Type.String(),
    schema: Schema,
    isListed: Type.Boolean({ description: 'It is listed itself and can be opened.' }),
  },
  { title: 'RelatedNode', description: 'An end of a relation.' },
);

const details = {
  id: Type.String(),
  caption: Type.String(),
  schema: Schema,
  datasets: Texts,
  referents: Texts,
  facts: Type.Array(Fact),
  listings: Type.Array(ListingResult),
  links: Type.Array(PartyLink),
  relations: Type.Array(Relation),
  nodes: Type.Array(RelatedNode),
};
export const PartyDetails = Type.Object(details);

export const Party = Type.Object(
  { ...details, claims: Type.Array(Claim) },
  { title: 'Party', description: 'Each value with its source, the relations, and the claims of reports.' },
);
