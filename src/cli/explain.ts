/** `dateline explain`: for each sentence its tree, the claims found in it, and the frames and rules that made them. */
import type { EventClaim, Extracted, FactClaim, Sentence } from '../document';
import { badPlace, EXIT, Failure, noSentence } from '../errors';
import { loadPipeline, type Pipeline } from '../pipeline';
import { formatTable, print } from './output';
import { readArticles } from './read-articles';
import { extracted } from './understand';

export async function explain(place: string): Promise<number> {
  const { file, line } = parsePlace(place);
  const pipeline = loadPipeline();
  for await (const item of readArticles([file], { from: 'text' }, 'explain')) {
    if (item instanceof Failure) throw item;
    const document = extracted(pipeline, item.article);
    const wanted = document.sentences.flatMap((sentence, index) =>
      line === null || linesOf(document, sentence).includes(line) ? [index] : [],
    );
    if (line !== null && wanted.length === 0) throw noSentence(file, line);
    for (const index of wanted) await print(`${explainSentence(pipeline, document, index)}\n`);
  }
  return EXIT.done;
}

/** "story.txt:12" -> line 12; without a number the whole file. */
function parsePlace(place: string): { readonly file: string; readonly line: number | null } {
  const [, file = place, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (line !== undefined && Number(line) === 0) throw badPlace(place);
  return { file, line: line === undefined ? null : Number(line) };
}

/** Lines of the text that a sentence stands on, from 1. */
function linesOf(document: Extracted, sentence: Sentence): number[] {
  const { text } = document.article;
  const at = (offset: number) => text.slice(0, offset).split('\n').length;
  const first = at(document.tokens[sentence.start]?.start ?? 0);
  const last = at(document.tokens[sentence.end - 1]?.end ?? 0);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function explainDocument(pipeline: Pipeline, document: Extracted): string {
  return document.sentences.map((_, index) => `${explainSentence(pipeline, document, index)}\n`).join('');
}

function explainSentence(pipeline: Pipeline, document: Extracted, index: number): string {
  const sentence = document.sentences[index]!;
  const text = document.article.text.slice(
    document.tokens[sentence.start]!.start,
    document.tokens[sentence.end - 1]!.end,
  );
  const frames = pipeline.explain(document, index)?.frames ?? [];
  const claims = [...document.events, ...document.facts].filter((claim) => claim.sentence === index);
  return [
    text.replace(/\s+/g, ' '),
    tree(document, sentence).trimEnd(),
    frames.length === 0 ? 'no frame fired' : 'frames',
    ...frames.map((line) => `  ${line}`),
    claims.length === 0 ? 'no claim' : 'claims',
    ...claims.map((claim) => explainClaim(document, claim).trimEnd()),
    '',
  ].join('\n');
}

/** One row a token; the head is named by its place in the sentence and its word. */
function tree(document: Extracted, sentence: Sentence): string {
  const rows: string[][] = [];
  for (let i = sentence.start; i < sentence.end; i++) {
    const head = document.heads[i]!;
    const name = document.names.find(({ start, end }) => start <= i && i < end);
    const mention = document.mentions.find((m) => m.head === i);
    const chain = mention && document.chains[mention.chain];
    rows.push([
      String(i - sentence.start + 1),
      document.tokens[i]!.text,
      document.lemmas[i]!,
      document.upos[i]!,
      document.deprels[i]!,
      head < 0 ? '' : `${head - sentence.start + 1} ${document.tokens[head]!.text}`,
      name ? `${name.start === i ? 'B' : 'I'}-${name.type}` : '',
      chain ? `${chain.name} (${chain.type ?? 'no actor'})` : '',
    ]);
  }
  return formatTable(['#', 'word', 'lemma', 'tag', 'relation', 'of', 'name', 'is'], rows);
}

function explainClaim(document: Extracted, claim: EventClaim | FactClaim): string {
  const name = (mention: number): string => {
    const found = document.mentions[mention];
    if (!found) return 'nobody';
    const words = document.article.text.slice(document.tokens[found.start]!.start, document.tokens[found.end - 1]!.end);
    const full = document.chains[found.chain]?.name;
    return full === undefined || full === words ? words : `${words} = ${full}`;
  };
  const names = (mentions: readonly number[]) => (mentions.length === 0 ? 'nobody' : mentions.map(name).join('; '));
  const [source, target] =
    'sources' in claim ? [names(claim.sources), names(claim.targets)] : [name(claim.source), name(claim.target)];
  const trigger = document.tokens.slice(claim.trigger.start, claim.trigger.end).map((token) => token.text);
  const about = [
    `trigger: ${trigger.join(' ')}`,
    `${claim.polarity}, ${claim.modality}${claim.attributedTo < 0 ? '' : `, says ${name(claim.attributedTo)}`}${claim.cue === null ? '' : ` ("${claim.cue}")`}`,
    `date: ${claim.date === null ? 'none' : `${claim.date.value} (${claim.date.source})`}`,
    `confidence: ${claim.confidence.toFixed(2)}`,
    ...claim.trace,
  ];
  return `  [${source}] -${claim.type}-> [${target}]\n${about.map((line) => `      ${line}\n`).join('')}`;
}
