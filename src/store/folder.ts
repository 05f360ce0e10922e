/** The store's folder on disk: made when something is written, taken away again when nothing was. */
import fs from 'node:fs';
import path from 'node:path';
import { errorCode, storeNotWritable } from '../errors';

/** Makes the folder where it is not there; the answer takes away those that were made, as far as they are empty. */
export function makeFolder(folder: string): () => void {
  let first: string | undefined;
  try {
    first = fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw asStoreFailure(error, folder);
  }
  return () => {
    if (first === undefined) return;
    const top = path.resolve(first);
    for (let made = path.resolve(folder); made.length >= top.length; made = path.dirname(made)) {
      if (!fs.existsSync(made)) continue;
      if (fs.readdirSync(made).length > 0) return;
      fs.rmdirSync(made);
    }
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only disk',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENOENT: 'the path cannot be made',
};

/** What the disk refused, as a message; anything else as it is. */
export function asStoreFailure(error: unknown, folder: string): unknown {
  const reason = REASONS[errorCode(error)];
  return reason === undefined ? error : storeNotWritable(folder, reason);
}
