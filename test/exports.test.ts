// The public names. A name that appears or goes here is a decision, not an accident.
import { describe, expect, it } from 'vitest';
import * as index from '../src/public/index.ts';
import * as lists from '../src/public/lists.ts';
import * as model from '../src/public/model.ts';
import * as names from '../src/public/names.ts';
import * as screen from '../src/public/screen.ts';

describe('the public names', () => {
  it.each(Object.entries({ index, lists, model, names, screen }))('of %s', (_, door) => {
    expect(Object.keys(door).sort()).toMatchSnapshot();
  });
});
