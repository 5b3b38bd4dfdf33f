// Property tests draw the same cases in every run, so that a run can be repeated and a failure is somebody's change.
// To look for new cases: INTERDICT_SEED=random npm test, or INTERDICT_SEED=NUMBER. A failing property prints its seed.
import { configureGlobal } from 'fast-check';

const DEFAULT_SEED = 20_230_330;

const asked = process.env['INTERDICT_SEED'];
if (asked !== 'random') configureGlobal({ seed: Number(asked ?? DEFAULT_SEED) });
