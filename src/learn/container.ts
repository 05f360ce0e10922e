/** The one binary format of trained weights: magic, length of the header, header as JSON, sections one after another. */
import { createHash } from 'node:crypto';

const MAGIC = 'DLWEIGHT';
const VERSION = 1;
/** Sections begin at multiples of this, counted from the end of the header. */
const ALIGN_BYTES = 8;

/** What a room tells about itself; JSON. */
export type Header = Readonly<Record<string, unknown>>;

export interface Container {
  readonly header: Header;
  section(name: string): Uint8Array;
}

interface Entry {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
}

/** The header of the file also gets `format`, `sections` and `hash`, the SHA-256 of the sections. */
export function writeContainer(
  header: Header,
  sections: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const entries: Entry[] = [];
  let size = 0;
  for (const { name, bytes } of sections) {
    entries.push({ name, at: size, bytes: bytes.length });
    size = align(size + bytes.length);
  }
  const body = new Uint8Array(size);
  sections.forEach(({ bytes }, i) => {
    body.set(bytes, entries[i]!.at);
  });
  const hash = createHash('sha256').update(body).digest('hex');
  const json = Buffer.from(JSON.stringify({ ...header, format: VERSION, hash, sections: entries }), 'utf8');
  const start = align(MAGIC.length + 4 + json.length);
  const file = Buffer.alloc(start + size, ' ');
  file.write(MAGIC, 0, 'latin1');
  file.writeUInt32LE(start - MAGIC.length - 4, MAGIC.length);
  json.copy(file, MAGIC.length + 4);
  file.set(body, start);
  return file;
}

/** Throws an Error that says what is wrong with the file. The sections are views of its bytes. */
export function readContainer(file: Uint8Array): Container {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (buffer.length < 12 || buffer.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new Error('not a weight file: it does not begin with DLWEIGHT');
  }
  const start = MAGIC.length + 4 + buffer.readUInt32LE(MAGIC.length);
  const header = JSON.parse(buffer.toString('utf8', MAGIC.length + 4, start)) as Header;
  if (header['format'] !== VERSION) throw new Error(`a weight file of format ${header['format']}: expected ${VERSION}`);
  const entries = new Map((header['sections'] as Entry[]).map((entry) => [entry.name, entry]));
  return {
    header,
    section(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`the weight file has no section "${name}"`);
      if (start + entry.at + entry.bytes > buffer.length) throw new Error('the weight file is cut off');
      return file.subarray(start + entry.at, start + entry.at + entry.bytes);
    },
  };
}

function align(n: number): number {
  return Math.ceil(n / ALIGN_BYTES) * ALIGN_BYTES;
}

/** True where the sections still have the hash that the header names (not looked at on loading: it costs time). */
export function verifyContainer(file: Uint8Array): boolean {
  const { header } = readContainer(file);
  const start =
    MAGIC.length + 4 + Buffer.from(file.buffer, file.byteOffset, file.byteLength).readUInt32LE(MAGIC.length);
  return createHash('sha256').update(file.subarray(start)).digest('hex') === header['hash'];
}
