/**
 * Pretrained word vectors, packed: 4 bits a number, one scale a word, words known by a 32-bit fingerprint of their
 * lower-case form (of a million unknown words about 25 are taken for one of ours).
 */
import { type Container, readContainer } from './container';
import { hashString } from './hash';

export interface Vectors {
  /** Numbers of a word. */
  readonly width: number;
  readonly size: number;
  /** The SHA-256 of the file's sections: nets name the vectors they were taught with. */
  readonly hash: string;
  /** Row of a form (any case), or -1. */
  find(form: string): number;
  /** Writes the numbers of a row at `at`; of row -1: zeros. */
  read(row: number, out: Float32Array, at: number): void;
}

/** A 4-bit number q stands for (q - 7.5) * scale. */
export const MIDDLE = 7.5;

export function fingerprint(form: string): number {
  return hashString(form.toLowerCase(), 0x5eed);
}

/** Lies in memory as in the file: reading 100,000 words costs nothing until one is asked for. */
export function readVectors(file: Uint8Array): Vectors {
  const container = readContainer(file);
  const width = container.header['width'] as number;
  const top = container.header['scale'] as number;
  const fingerprints = words32(container, 'fingerprints');
  const scales = container.section('scales');
  const numbers = container.section('numbers');
  const stride = width / 2;
  return {
    width,
    size: fingerprints.length,
    hash: container.header['hash'] as string,
    find(form) {
      const wanted = fingerprint(form);
      let [low, high] = [0, fingerprints.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const here = fingerprints[middle]!;
        if (here === wanted) return middle;
        if (here < wanted) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
    read(row, out, at) {
      if (row < 0) {
        out.fill(0, at, at + width);
        return;
      }
      const scale = (scales[row]! * top) / 255;
      for (let j = 0; j < stride; j++) {
        const byte = numbers[row * stride + j]!;
        out[at + 2 * j] = ((byte & 15) - MIDDLE) * scale;
        out[at + 2 * j + 1] = ((byte >> 4) - MIDDLE) * scale;
      }
    },
  };
}

/** Little-endian, as on every machine that runs Node. */
function words32(container: Container, name: string): Uint32Array {
  const bytes = container.section(name);
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
