// Errors of the operating system about files, as errors of ours with a sentence.
import { InterdictError } from '../../model/errors.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'the rights on it do not allow it',
  EPERM: 'the rights on it do not allow it',
  EROFS: 'it lies on a disk that cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
};

/** An error about a file as FILE_UNREADABLE; any other error as it is. */
export function asFileError(error: unknown): unknown {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (error instanceof InterdictError || code === undefined || syscall === undefined) return error;
  const file = path ?? 'A file';
  const message = `${file} cannot be read or written: ${SENTENCES[code] ?? code}.`;
  return new InterdictError('FILE_UNREADABLE', message, path ? { file: path } : {}, { cause: error });
}
