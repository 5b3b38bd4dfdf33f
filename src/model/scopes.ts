// What a key may be used for. A key has one scope or several.

export const SCOPES = {
  screen: 'screen and compare parties, search, open parties, screen files',
  read: 'read reports, see and review claims',
  lists: 'update the lists; add and remove lists of one’s own',
  record: 'see, verify and repeat the record',
} as const;

export type Scope = keyof typeof SCOPES;

export const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];

export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}
