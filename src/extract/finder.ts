import type { Chained } from '../document';
import type { EntityType } from '../ontology';
import { speakersOfQuotations } from './quotation-speakers';
import { hearVoices, type Voices } from './speakers';
import { sportSentences } from './sport';
import { childrenOf, headOf, lemmaOf, prepositionsOf, relationOf, type Tree, textOf, uposOf, xposOf } from './tree';

/** From a token to the mentions of actors that it stands for. */
export interface ActorFinder {
  readonly doc: Chained;
  readonly tree: Tree;
  /** For each token the mention it heads, the outermost one with an entity type first; -1 where none. */
  readonly mentionAt: readonly number[];
  /** Nouns that name an act ("attack"), by lemma. */
  readonly actNouns: ReadonlySet<string>;
  /** For each quotation the mention of its speaker, or -1. */
  readonly speakers: readonly number[];
  /** For each sentence whether it tells of sport. */
  readonly sport: readonly boolean[];
  /** Who speaks at each verb of saying. */
  readonly voices: Voices;
}

export interface Actor {
  /** Index into `mentions`. */
  readonly mention: number;
  /** 0 where the token itself is the actor, else how many steps it was climbed to. */
  readonly steps: number;
  /** "of", "poss", "mod", ...: the way that was taken. */
  readonly via: string;
}

export function createActorFinder(doc: Chained, tree: Tree, actNouns: ReadonlySet<string> = new Set()): ActorFinder {
  const mentionAt: number[] = new Array<number>(doc.tokens.length).fill(-1);
  doc.mentions.forEach((mention, m) => {
    if (mention.kind === 'nominal' && isThing(tree, mention.head)) return;
    const known = mentionAt[mention.head] ?? -1;
    if (typeOf(doc, m) !== null && (known < 0 || typeOf(doc, known) === null)) mentionAt[mention.head] = m;
  });
  // where the parser gives a name several heads ("American Civil Liberties | Union"), each leads to the name
  doc.mentions.forEach((mention, m) => {
    if (mention.kind !== 'name' || typeOf(doc, m) === null) return;
    for (let i = mention.start; i < mention.end; i++) {
      const head = doc.heads[i] ?? -1;
      if ((head < mention.start || head >= mention.end) && (mentionAt[i] ?? -1) < 0) mentionAt[i] = m;
    }
  });
  // "Mr Ian Ruiz": a title that the parser makes the head of the name
  doc.mentions.forEach((mention, m) => {
    const head = headOf(tree, mention.head);
    if (mention.kind !== 'name' || relationOf(tree, mention.head) !== 'flat' || head < 0 || head > mention.head) return;
    if ((mentionAt[head] ?? -1) >= 0) return;
    // "MLA Ian Ruiz": so does any word in capitals that is nobody's own
    const title = head === mention.head - 1 && uposOf(tree, head) === 'PROPN' && typeOf(doc, m) === 'Person';
    if (title || HONORIFICS.has(textOf(tree, head))) mentionAt[head] = m;
  });
  standInForCounted(doc, tree, mentionAt);
  const voices = hearVoices(doc, tree, mentionAt);
  const speakers = speakersOfQuotations(doc, tree, mentionAt, voices);
  // "we" in a quotation is the speaker's side
  doc.tokens.forEach((token, i) => {
    if (!FIRST_PERSON.has(token.text.toLowerCase())) return;
    const mention = mentionAt[i] ?? -1;
    if (mention >= 0) return;
    // "our deals" are the speaker's, "our country" is not the speaker
    if (POSSESSIVE.has(token.text.toLowerCase()) && !actNouns.has((doc.lemmas[doc.heads[i] ?? -1] ?? '').toLowerCase()))
      return;
    const q = doc.quotations.findIndex((one) => one.start <= token.start && token.start < one.end);
    const speaker = speakers[q] ?? -1;
    if (speaker >= 0 && typeOf(doc, speaker) !== null) mentionAt[i] = speaker;
  });
  return { doc, tree, mentionAt, actNouns, speakers, voices, sport: sportSentences(doc) };
}

/** "dozens of demonstrators", "one of two men", "a majority of the guards": the measure stands for those who are counted. */
function standInForCounted(doc: Chained, tree: Tree, mentionAt: number[]): void {
  const counted = (token: number, depth: number): number => {
    const known = mentionAt[token] ?? -1;
    if (known >= 0 || depth > 2) return known;
    if (!MEASURES.has(lemmaOf(tree, token)) && !COUNTING.has(doc.upos[token] ?? '')) return -1;
    const inner = childrenOf(tree, token).find(
      (c) => c > token && relationOf(tree, c) === 'nmod' && prepositionsOf(tree, c).includes('of'),
    );
    return inner === undefined ? -1 : counted(inner, depth + 1);
  };
  doc.tokens.forEach((_, token) => {
    const mention = (mentionAt[token] ?? -1) >= 0 ? -1 : counted(token, 0);
    const type = mention < 0 ? null : typeOf(doc, mention);
    if (type === 'Person' || type === 'Group' || (type === 'Organization' && doc.mentions[mention]?.kind !== 'name'))
      mentionAt[token] = mention;
  });
}
const HONORIFICS = new Set([
  'mr',
  'mr.',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'dr',
  'dr.',
  'sir',
  'lord',
  'lady',
  'prof',
  'prof.',
]);
const COUNTING = new Set(['NUM']);
const MEASURES = new Set([
  'dozen',
  'score',
  'ten',
  'hundred',
  'thousand',
  'million',
  'handful',
  'number',
  'majority',
  'minority',
  'couple',
  'pair',
  'trio',
  'half',
  'third',
  'quarter',
  'percent',
  'rest',
  'part',
  'segment',
  'most',
  'many',
  'several',
  'some',
  'few',
  'wave',
  'lot',
]);

/** Bodies that are things as well: an establishment and the establishment of a park, the security service and services. */
const DOINGS = new Set(
  'establishment administration management command prosecution resistance opposition state battery chain application division'.split(
    ' ',
  ),
);
const SERVING = new Set(
  'security secret intelligence police fire civil prison postal weather health rescue emergency customs border news diplomatic armed military ambulance social immigration correctional revenue prosecution parole probation tax statistics broadcasting marshal foreign parks'.split(
    ' ',
  ),
);

/** "the establishment of small plants", "services funded by the bank", "opposition to the plan": no body that acts. */
function isThing(tree: Tree, head: number): boolean {
  const lemma = lemmaOf(tree, head);
  if (lemma === 'service')
    return !childrenOf(tree, head).some(
      (c) => SERVING.has(lemmaOf(tree, c)) || (uposOf(tree, c) === 'PROPN' && relationOf(tree, c) === 'compound'),
    );
  // "the use of force", "disproportionate force": no armed forces
  if (lemma === 'force')
    return (
      xposOf(tree, head) === 'NN' &&
      (isUsed(tree, head) || childrenOf(tree, head).some((c) => MIGHTY.has(lemmaOf(tree, c))))
    );
  if (!DOINGS.has(lemma)) return false;
  return childrenOf(tree, head).some(
    (c) =>
      relationOf(tree, c) === 'nmod' &&
      prepositionsOf(tree, c).some((p) => p === 'of' || p === 'to') &&
      !(lemma === 'state' && uposOf(tree, c) === 'PROPN') &&
      !(lemma === 'administration' && uposOf(tree, c) === 'PROPN'),
  );
}

const MIGHTY = new Set(
  'excessive disproportionate lethal deadly brute unnecessary undue physical reasonable sheer full blunt minimum legal retroactive binding'.split(
    ' ',
  ),
);

/** "resorted to force", "by force", "the use of force". */
const isUsed = (tree: Tree, head: number): boolean =>
  !childrenOf(tree, head).some((c) => ['det', 'compound', 'nmod:poss', 'amod'].includes(relationOf(tree, c))) &&
  (['use', 'show', 'threat', 'resort', 'apply'].includes(lemmaOf(tree, headOf(tree, head))) ||
    prepositionsOf(tree, head).includes('by') ||
    relationOf(tree, head) === 'conj');

const POSSESSIVE = new Set(['our', 'my']);
const FIRST_PERSON = new Set(['we', 'us', 'our', 'i', 'me', 'my']);

export function typeOf(doc: Chained, mention: number): EntityType | null {
  const chain = doc.mentions[mention]?.chain ?? -1;
  return doc.chains[chain]?.type ?? null;
}

export const chainOf = (doc: Chained, mention: number): number => doc.mentions[mention]?.chain ?? -1;

/** The mention that the token heads, if it is an actor's. */
export function directActor(finder: ActorFinder, token: number): number {
  return finder.mentionAt[token] ?? -1;
}
