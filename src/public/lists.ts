// Lists: the readers of official formats, and reading a file with one.
export { fileFromBytes, fileFromDisk, type ListFile } from '../lists/list-file.ts';
export {
  type ListToRead,
  type ReadReport,
  type RecognisedFile,
  readList,
  recogniseFile,
} from '../lists/read-list.ts';
export type { ColumnMap, ListReader, ReadEvent, ReadInput, SetAside } from '../lists/reader.ts';
export { LIST_READERS, readerOf } from '../lists/registry.ts';
