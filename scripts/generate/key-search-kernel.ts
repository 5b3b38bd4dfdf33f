// The kernel of the key search, compiled from AssemblyScript to WebAssembly, as base64 in JSON: a module that starts
// without reading a file beside it.
import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';
import { SWAP } from '../../src/names/sound/sound-distance.ts';
import type { Generated } from '../generate.ts';

const SOURCE = 'src/screen/index/kernel/key-search.as.ts';
const TARGET = 'src/screen/index/generated/key-search-kernel.json';

export async function generate(): Promise<Generated[]> {
  const source = (await readFile(new URL(`../../${SOURCE}`, import.meta.url), 'utf8')).replace(
    /^const SWAP: u8 = .*;$/mu,
    `const SWAP: u8 = ${SWAP};`,
  );
  const options = {
    optimizeLevel: 3,
    shrinkLevel: 0,
    noAssert: true,
    runtime: 'stub',
    enable: ['simd', 'bulk-memory', 'threads'],
    importMemory: true,
    sharedMemory: true,
    initialMemory: 1,
    maximumMemory: 65_536,
  };
  const { error, binary, stderr } = await asc.compileString({ 'key-search.ts': source }, options);
  if (error || !binary) throw new Error(`${SOURCE} does not compile: ${stderr.toString()}`);
  const wasm = Buffer.from(binary).toString('base64');
  return [{ path: TARGET, text: `${JSON.stringify({ swap: SWAP, wasm }, null, 2)}\n` }];
}
