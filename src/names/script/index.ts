// The script half of names/: what can be done with a name before it is split into parts. Strings in, strings out.
export { deconfuse, deconfuseWords } from './deconfuse.ts';
export { fold, foldVariants } from './fold.ts';
export { isAscii, isPlain } from './plain-latin.ts';
export type { Rendering } from './rendering.ts';
export { DEFAULT_RENDERINGS, type RomaniseOptions, romanise, romaniseForms } from './romanise.ts';
export { type Script, type ScriptRun, scriptOf, scriptRuns } from './script-of.ts';
