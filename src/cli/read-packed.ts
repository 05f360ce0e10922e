/** A file of a corpus as text, unpacked where it is gzipped. */
import { gunzipSync } from 'node:zlib';
import { notUtf8, unreadableFile } from '../errors';
import { listSources, readBytes, type Source } from './read-bytes';

function unpack(bytes: Buffer, name: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw unreadableFile(name, 'it is a damaged gzip archive');
  }
}

export async function readPacked(source: Source): Promise<string> {
  const bytes = unpack(await readBytes(source), source.name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(source.name);
  }
}

/** The one file that a path names. */
export async function readPackedFile(path: string): Promise<string> {
  const [source] = listSources([path], '');
  if (source === undefined || source instanceof Error) throw source ?? unreadableFile(path, 'there is nothing');
  return readPacked(source);
}
