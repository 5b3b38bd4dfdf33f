// How the rooms that use threads name what a thread runs, and start it.

/**
 * The module of a thread that stands beside another module, whether that runs as it was written or as it was built.
 * @param beside `import.meta.url` of the module that starts the thread
 * @param name   of the thread's module, without its ending
 */
export function workerModule(beside: string, name: string): URL {
  return new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside);
}

/** Flags of this process, such as --input-type for an inline script, are about its own script; a thread has none. */
export const THREAD_FLAGS = { execArgv: [] as string[] };
