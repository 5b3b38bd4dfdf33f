// Profiles: which lists must have been asked before a party may be called clear, and how old they may be.
import profiles from './generated/profiles.json' with { type: 'json' };

export interface Profile {
  readonly title?: string;
  /** Datasets that must be present, complete and fresh. */
  readonly requires: readonly string[];
  /** Days after which a list counts as stale: for all lists, or by dataset. @default as data/datasets.yml has it */
  readonly maxAgeDays?: number | Readonly<Record<string, number>>;
  /** Policy that decides. @default the newest */
  readonly policy?: string;
}

/** The profile that serves where none is named. */
export const DEFAULT_PROFILE = 'default';

/** The profiles that come with Interdict. */
export const BUILT_IN_PROFILES: Readonly<Record<string, Profile>> = profiles;
