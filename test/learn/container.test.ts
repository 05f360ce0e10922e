import { describe, expect, it } from 'vitest';
import { readContainer, verifyContainer, writeContainer } from '../../src/learn/container';

const sections = [
  { name: 'a', bytes: Uint8Array.of(1, 2, 3) },
  { name: 'b', bytes: Uint8Array.of(9) },
];

describe('a weight file', () => {
  it('gives back its header and its sections', () => {
    const file = readContainer(writeContainer({ name: 'x', seed: 3 }, sections));
    expect(file.header).toMatchObject({ name: 'x', seed: 3 });
    expect([...file.section('a')]).toEqual([1, 2, 3]);
    expect([...file.section('b')]).toEqual([9]);
  });

  it('shows when a byte of its sections has changed', () => {
    const bytes = writeContainer({ name: 'x' }, sections);
    expect(verifyContainer(bytes)).toBe(true);
    bytes[bytes.length - 8] = bytes[bytes.length - 8]! ^ 1;
    expect(verifyContainer(bytes)).toBe(false);
  });

  it('is refused with a reason where it is none, or cut off, or lacks a section', () => {
    const bytes = writeContainer({ name: 'x' }, sections);
    expect(() => readContainer(Uint8Array.of(1, 2))).toThrow('not a weight file');
    expect(() => readContainer(bytes.subarray(0, bytes.length - 9)).section('b')).toThrow('cut off');
    expect(() => readContainer(bytes).section('c')).toThrow('no section "c"');
  });
});
