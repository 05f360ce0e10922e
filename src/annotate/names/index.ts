/** Names of an article: PER, ORG, LOC, GPE, NORP, MISC. */
import type { Named, Parsed } from '../../document';
import { readContainer } from '../../learn/container';
import { createArena } from '../../learn/kernels';
import type { Vectors } from '../../learn/vectors';
import type { Gazetteers } from './gazetteers';
import { createNameReader, readNet } from './read';
import { correctNames } from './rules';

export { createGazetteers, type GazetteerSources, type Gazetteers } from './gazetteers';

export interface NamerWeights {
  /** The bytes of `data/models/names.bin`. */
  readonly names: Uint8Array;
  readonly vectors: Vectors;
}

/** Weights, and what one piece of an article needs. */
const ARENA_MB = 64;

export function createNamer(weights: NamerWeights, gazetteers: Gazetteers): (document: Parsed) => Named {
  const arena = createArena(ARENA_MB);
  const { net } = readNet(arena, readContainer(weights.names), weights.vectors);
  const read = createNameReader(arena, net, weights.vectors, gazetteers);
  return (document) => {
    const tokens = document.tokens.map((token) => token.text);
    const starts = document.sentences.map((sentence) => sentence.start);
    return { ...document, names: correctNames(tokens, starts, read(tokens, starts), gazetteers) };
  };
}
