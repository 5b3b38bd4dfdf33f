// The forms of English verbs: the regular rules of spelling and the irregular verbs that the rules of reading name.
// Used by the generators of verb tables.
export type Inflection = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Past tense and participle of irregular verbs; one word where both are the same. */
const IRREGULAR: Readonly<Record<string, readonly [string, string?]>> = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  buy: ['bought'],
  catch: ['caught'],
  come: ['came', 'come'],
  deal: ['dealt'],
  draw: ['drew', 'drawn'],
  fall: ['fell', 'fallen'],
  find: ['found'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hide: ['hid', 'hidden'],
  hit: ['hit'],
  hold: ['held'],
  lay: ['laid'],
  lead: ['led'],
  lose: ['lost'],
  make: ['made'],
  mean: ['meant'],
  pay: ['paid'],
  put: ['put'],
  run: ['ran', 'run'],
  say: ['said'],
  seek: ['sought'],
  sell: ['sold'],
  send: ['sent'],
  set: ['set'],
  stand: ['stood'],
  steal: ['stole', 'stolen'],
  strike: ['struck'],
  take: ['took', 'taken'],
  tell: ['told'],
  think: ['thought'],
  throw: ['threw', 'thrown'],
  unfreeze: ['unfroze', 'unfrozen'],
  withdraw: ['withdrew', 'withdrawn'],
};

/** Verbs of two syllables and more whose last consonant doubles all the same. */
const DOUBLING = new Set([
  'ship',
  'transship',
  'tranship',
  'trans-ship',
  'ban',
  'bar',
  'rig',
  'drop',
  'stop',
  'swap',
  'plan',
  'plot',
  'nab',
  'skirt',
  'quash',
  'acquit',
  'permit',
  'submit',
  'admit',
  'traffic',
  'refer',
  'transfer',
  'slap',
  'sign',
  'raid',
  'aid',
  'seek',
  'get',
  'put',
  'set',
  'hit',
  'run',
  'begin',
  'forbid',
  'cancel',
  'funnel',
  'channel',
  'get',
  'rob',
  'beg',
]);

/** The forms of a verb, each with its inflection. */
export function formsOf(verb: string): Record<string, Inflection> {
  const forms: Record<string, Inflection> = {};
  const set = (form: string, inflection: Inflection): void => {
    forms[form] ??= inflection;
  };
  const irregular = IRREGULAR[verb];
  if (irregular) {
    const [past, participle] = irregular;
    if (participle === undefined) {
      set(past, 'past');
    } else {
      set(participle, participle === verb ? 'base' : 'participle');
      // "was" and "came" are never participles; `past` says "may be one", which only their context can hurt.
      set(past, 'past');
    }
  } else {
    for (const past of regularPasts(verb)) set(past, 'past');
  }
  set(verb, 'base');
  set(thirdPerson(verb), 's');
  for (const stem of ingStems(verb)) set(`${stem}ing`, 'ing');
  return forms;
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function regularPasts(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`];
  if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ied`];
  return doubled(verb).map((stem) => `${stem}ed`);
}

function ingStems(verb: string): string[] {
  if (verb.endsWith('ee') || verb === 'be') return [verb];
  return verb.endsWith('e') ? [verb.slice(0, -1)] : doubled(verb);
}

/** The stem before an ending that begins with a vowel; British and American spellings where they differ. */
function doubled(verb: string): string[] {
  if (verb.endsWith('c')) return [`${verb}k`];
  if (!DOUBLING.has(verb) || !/(?:[^aeiou]|qu)[aeiou][bdgklmnprt]$/u.test(verb)) return [verb];
  const stem = verb + verb.at(-1);
  return /l$/u.test(verb) ? [stem, verb] : [stem];
}
