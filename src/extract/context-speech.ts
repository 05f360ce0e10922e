/** Who says so: the speakers of a word of saying, and the first of them that is an actor. */
import { type ActorFinder, actorsOf, typeOf } from './actors';
import { logicalSubjects } from './clause';
import { ISSUES, SAYING, SPEAKERS } from './context-cues';
import type { Walk } from './context-walk';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** Whether the verb's clause is somebody's word, said or denied. */
export function saysSo(lexicon: EventLexicon, tree: Tree, verb: number): boolean {
  const effect = lexicon.embedding.get(lemmaOf(tree, verb))?.effect;
  return effect === 'said' || effect === 'denied' || lexicon.embedding.get(`${lemmaOf(tree, verb)}#that`) !== undefined;
}

/** The tokens of those who say what hangs on the word: a verb's subject, a noun's owner or maker, whoever issues it. */
export function speakersOf(tree: Tree, lexicon: EventLexicon, head: number): number[] {
  if (isVerb(tree, head) || uposOf(tree, head) === 'AUX') {
    if (isPassive(tree, head) || isSaidOf(tree, lexicon, head)) return [];
    const subjects = logicalSubjects(tree, lexicon, head);
    return subjects.length > 0 ? subjects : childrenBy(tree, head, 'expl');
  }
  const owner = childBy(tree, head, 'nmod:poss');
  if (owner >= 0) return [owner];
  const makers = childrenBy(tree, head, 'nmod').filter((c) =>
    prepositionsOf(tree, c).some((p) => p === 'by' || p === 'of' || p === 'from'),
  );
  if (makers.length > 0) return makers;
  // "the army said in a statement that", "issued a report that"
  const verb = headOf(tree, head);
  const told =
    isVerb(tree, verb) &&
    ((saysSo(lexicon, tree, verb) && prepositionsOf(tree, head).every((p) => OWN_WORDS.has(p))) ||
      (baseRelation(tree, head) === 'obj' && ISSUES.has(lemmaOf(tree, verb))));
  return told && !isPassive(tree, verb) ? logicalSubjects(tree, lexicon, verb) : [];
}

/** "said in a statement", "told in a letter"; "responded to reports" has other speakers. */
const OWN_WORDS = new Set(['in', 'through', 'via', 'with', 'by', 'on']);

/** "A minister accused of theft": without an object the one before the participle is blamed and blames nobody. */
function isSaidOf(tree: Tree, lexicon: EventLexicon, verb: number): boolean {
  const embedding = lexicon.embedding.get(lemmaOf(tree, verb));
  return (
    embedding?.control === 'obj' &&
    embedding.effect === 'said' &&
    xposOf(tree, verb) === 'VBN' &&
    childBy(tree, verb, 'obj', 'iobj', 'ccomp', 'aux') < 0
  );
}

/** Notes who says so, unless none of the speakers is an actor: then only that somebody does. */
export function attribute(
  finder: ActorFinder,
  lexicon: EventLexicon,
  speakers: readonly number[],
  cue: string,
  walk: Walk,
  voice = -1,
): void {
  walk.cue = cue;
  const heard = voice >= 0 ? voice : speakers.map((s) => finder.voices.bySubject.get(s)).find((m) => m !== undefined);
  const found =
    (heard !== undefined && typeOf(finder.doc, heard) !== null ? heard : undefined) ??
    (firstActor(finder, speakers) ?? firstActor(finder, speakerBefore(finder, speakers)))?.mention ??
    speakers.map((s) => authorOf(finder, lexicon, s)).find((m) => m >= 0) ??
    heard;
  if (found !== undefined) walk.attributedTo = found;
}

/** The speaker, or where it is a thing ("the report", "the minister's office") the actor whose it is. */
export function whoseWord(finder: ActorFinder, lexicon: EventLexicon, mention: number): number {
  const head = finder.doc.mentions[mention]?.head ?? -1;
  if (head < 0 || typeOf(finder.doc, mention) !== null) return mention;
  const owner = firstActor(finder, [head])?.mention ?? authorOf(finder, lexicon, head);
  return owner >= 0 ? owner : mention;
}

/** "The report said": whose report it is, where the text has told; the mention of the author or -1. */
function authorOf(finder: ActorFinder, lexicon: EventLexicon, token: number): number {
  const { tree } = finder;
  const lemma = lemmaOf(tree, token);
  if (uposOf(tree, token) !== 'NOUN' || !DOCUMENTS.has(lemma)) return -1;
  for (let i = token; i >= 0; i--) {
    if (lemmaOf(tree, i) !== lemma || uposOf(tree, i) !== 'NOUN') continue;
    const author = firstActor(finder, speakersOf(tree, lexicon, i));
    if (author !== undefined) return author.mention;
  }
  return -1;
}
const DOCUMENTS = new Set(
  `report statement document affidavit indictment filing complaint lawsuit letter study survey poll paper memo memorandum article
  book declaration resolution verdict ruling judgment judgement release bulletin dossier petition note dispatch brief transcript audit
  assessment analysis review post tweet message`.split(/\s+/),
);

/** The speaker heard at the verb; of a participle ("..., said Ruiz, a teacher in Lyon, adding that") the one before it. */
export function voiceOf({ tree, voices }: ActorFinder, verb: number): number {
  const own = voices.byVerb.get(verb) ?? -1;
  if (own >= 0 || relationOf(tree, verb) !== 'acl' || xposOf(tree, verb) !== 'VBG') return own;
  const start = tree.doc.sentences[tree.sentenceOf[verb] ?? -1]?.start ?? verb;
  for (let i = headOf(tree, verb) - 1; i >= start && i >= verb - FAR; i--) {
    const before = voices.byVerb.get(i);
    if (before !== undefined) return before;
  }
  return -1;
}
/** Tokens between a verb of saying and the participle that says on. */
const FAR = 25;

const firstActor = (finder: ActorFinder, tokens: readonly number[]) =>
  tokens.map((token) => actorsOf(finder, token, 'any')[0]).find((actor) => actor !== undefined);

/** "The army said it had fired. It said the raid went on.": a pronoun that no chain explains says on. */
function speakerBefore(finder: ActorFinder, speakers: readonly number[]): number[] {
  const { tree, doc } = finder;
  const pronoun = speakers.find((token) => uposOf(tree, token) === 'PRON' && SPEAKERS.has(textOf(tree, token)));
  const index = pronoun === undefined ? -1 : (tree.sentenceOf[pronoun] ?? -1);
  const [here, before] = [doc.sentences[index], doc.sentences[index - 1]];
  if (!here || !before || here.paragraph !== before.paragraph || before.title) return [];
  for (let i = before.start; i < before.end; i++)
    if (headOf(tree, i) < 0) return SAYING.has(lemmaOf(tree, i)) ? childrenBy(tree, i, 'nsubj') : [];
  return [];
}
