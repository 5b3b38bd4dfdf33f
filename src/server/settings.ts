// How a server is set up. Everything has a value that is safe for one user on one machine.

export interface ServerSettings {
  /** @default '127.0.0.1' */
  readonly host: string;
  /** 0 takes any free port. @default 8080 */
  readonly port: number;
  /** Names besides the address itself by which the server may be called, such as `screening.example.org`. */
  readonly allowedHosts: readonly string[];
  /** Origins of other web pages that may read the compatible API, such as `https://refine.example.org`. */
  readonly allowedOrigins: readonly string[];
  /** Everyone must show a key. Always true where others than the user of this machine could come. */
  readonly requireKey: boolean;
  /** Addresses of proxies whose X-Forwarded-For is believed. @default none */
  readonly trustProxy: readonly string[];
  /** Bytes of a request at most, files apart. */
  readonly bodyLimit: number;
  /** Bytes of an uploaded file at most. */
  readonly fileLimit: number;
  /** Requests a minute from one address or with one key; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Folder of the built web app; absent if it is not built. */
  readonly webFolder?: string;
  /** `silent` for none. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/u;

/** True if only programs on this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.replace(/^\[|\]$/gu, ''));
}

/** The settings that hold where nothing else is said. */
export function defaultSettings(given: Partial<ServerSettings> = {}): ServerSettings {
  const host = given.host ?? '127.0.0.1';
  return {
    port: 8080,
    allowedHosts: [],
    allowedOrigins: [],
    trustProxy: [],
    bodyLimit: 4 << 20,
    fileLimit: 512 << 20,
    requestsPerMinute: isLoopback(host) ? 0 : 6_000,
    logLevel: 'info',
    ...given,
    host,
    // A proxy in front of it, or a name of its own, means that others than the user of this machine can come.
    requireKey:
      (given.requireKey ?? false) ||
      !isLoopback(host) ||
      (given.allowedHosts ?? []).length > 0 ||
      (given.trustProxy ?? []).length > 0,
  };
}
