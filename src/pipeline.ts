/**
 * The whole house on one page: article -> document -> graph, the stages in order.
 *
 *   ingest -> tokenise -> encode, tag, parse -> names -> coref -> extract -> resolve -> graph
 *
 * This is the one place where the rooms meet. `loadPipeline` is the door at which weights and lexicons are read;
 * the stages themselves are plain functions from document to document.
 */
import fs from 'node:fs';
import path from 'node:path';
import { type CorefLexicons, createResolver, type RankerWeights, type Resolver, readRanker } from './annotate/coref';
import { createEncoder } from './annotate/encode';
import { createGazetteers, createNamer } from './annotate/names';
import { createParser } from './annotate/parse';
import { mendNames } from './annotate/parse/mend';
import { mendResults } from './annotate/parse/results';
import { createTagger, readLemmas } from './annotate/tag';
import { createTokeniser, readJudge } from './annotate/tokenise';
import type { Article, Chained, Extracted, Resolved, Tokenised } from './document';
import { createExtractor, readEventLexicon } from './extract';
import { type Explanation, explainSentence } from './extract/explain';
import {
  parseCountries,
  parseGivenNames,
  parseNouns,
  parseOrganizations,
  parsePlaces,
  parseTitles,
} from './learn/lexicons';
import { readSyntax } from './learn/syntax/read';
import { readVectors } from './learn/vectors';
import { type Decision, resolve } from './resolve';

/** Hears which stage begins; for those who show progress within a long text. */
export type Told = (stage: string) => void;

export interface Pipeline {
  readonly lexicons: CorefLexicons;
  /** Chains alone, of a document that has its names; `given` spans are taken for its mentions. */
  readonly chain: Resolver;
  /** The same with another ranker, for training. */
  chainWith(ranker: RankerWeights): Resolver;
  tokenise(article: Article): Tokenised;
  /** Everything the language core sees in an article. */
  annotate(article: Article, told?: Told): Chained;
  /** The same for tokens and sentences that are given (`annotate --from conllu`). */
  annotateTokens(document: Tokenised): Chained;
  /** Who did what to whom. */
  extract(document: Chained): Extracted;
  /** Shared entities for a set of documents: a function of the set, whatever its order. */
  resolve(documents: readonly Extracted[], decisions?: readonly Decision[]): Resolved[];
  /** Which frames fired in one sentence and why each argument was taken or refused; null where none did. */
  explain(document: Chained, sentence: number): Explanation | null;
}

/** The folder of lexicons and weights: beside `src` in a checkout, beside `dist` in the package. */
export function dataFolder(): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'data', 'lexicons'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the data folder of Dateline is missing: reinstall the package');
    folder = parent;
  }
  return path.join(folder, 'data');
}

/** Reads the weights and lexicons of a data folder once; the stages it returns read nothing more. */
export function loadPipeline(folder: string = dataFolder(), models: string = path.join(folder, 'models')): Pipeline {
  const weights = (name: string): Uint8Array => fs.readFileSync(path.join(models, `${name}.bin`));
  const words = (name: string): string => fs.readFileSync(path.join(folder, 'lexicons', `${name}.tsv`), 'utf8');

  const lexicons = {
    nouns: parseNouns(words('nouns')),
    countries: parseCountries(words('countries')),
    titles: parseTitles(words('titles')),
    givenNames: parseGivenNames(words('given-names')),
    organizations: parseOrganizations(words('organizations')),
    places: parsePlaces(words('cities')),
  };
  const events = readEventLexicon({
    events: words('events'),
    embedding: words('embedding'),
    supports: words('support-verbs'),
    opinions: words('opinions'),
    confidence: words('confidence'),
  });

  const exists = (name: string): boolean => fs.existsSync(path.join(models, `${name}.bin`));
  // only before their first training are these missing: then rules stand in
  const judge = exists('sentences') ? readJudge(weights('sentences')) : null;
  const tokenise = createTokeniser(judge);
  const vectors = readVectors(weights('vectors'));
  const syntax = readSyntax(weights('syntax'), vectors);
  const encode = createEncoder(syntax);
  const tag = createTagger(syntax, readLemmas(weights('lemmas')));
  const parse = createParser(syntax);
  const name = createNamer({ names: weights('names'), vectors }, createGazetteers(lexicons));
  const ranker = exists('coref') ? readRanker(weights('coref')) : null;
  const chain = createResolver(lexicons, ranker);
  const extract = createExtractor({ events, facts: lexicons });

  const read = (document: Tokenised, told: Told): Chained => {
    told('tags and trees');
    const encoding = encode(document);
    const parsed = parse(tag(document, encoding), encoding);
    told('names');
    const named = mendNames(name(mendResults(parsed)));
    told('coreference');
    return chain(named);
  };
  const silent: Told = () => {};
  return {
    lexicons,
    chain,
    chainWith: (ranker) => createResolver(lexicons, ranker),
    tokenise,
    annotate: (article, told = silent) => read(tokenise(article), told),
    annotateTokens: (document) => read(document, silent),
    extract,
    resolve: (documents, decisions = []) => resolve(documents, lexicons, decisions),
    explain: (document, sentence) => explainSentence(document, events, sentence),
  };
}
