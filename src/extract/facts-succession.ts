/**
 * Offices that the text tells of one person and that another had before or has now: "Ann Lee, the bank's chairwoman, took over from
 * Bo Ek", "She was replaced by Cy Orr", "his predecessor, Bo Ek".
 */
import { antecedent, nominalAt } from './facts-bearers';
import { holderOf } from './facts-holders';
import { chainAt, type FactDraft, type FactScene, spanOf, typeOf } from './facts-scene';
import { agentsOf, subjectsOf } from './facts-verbs';
import { childBy, childrenBy, headOf, isPassive, isVerb, lemmaOf, prepositionsOf, textOf, uposOf } from './tree';

/** Who came after whom, as the sentence tells it. */
interface Change {
  readonly newer: number;
  readonly older: number;
  readonly token: number;
  /** -1 where a noun tells it. */
  readonly verb: number;
}

const OFFICES = /^(?:HOLDS_POSITION|SPOKESPERSON_OF|LEADS)$/;
/** In a match one player comes on for another, and has no office of his. */
const PLAYERS =
  /(?:keeper|striker|defender|midfielder|forward|winger|back|pitcher|player|captain|star|scorer|batsman)$/;
/** Words of a title that are said of the one who has it and of no other. */
const OF_ONE =
  /^(?:(?:\d+(?:st|nd|rd|th)|new|newly|former|then|current|inaugural|first|outgoing|incoming|acting|interim|late|designate|elected)[ -])+/;
/** Sentences back in which the office may be told. */
const REACH = 3;

/** @param told - the offices that the text tells plainly */
export function findSuccessions(scene: FactScene, told: readonly FactDraft[]): FactDraft[] {
  const offices = told.filter(
    (d) =>
      OFFICES.test(d.type) &&
      typeOf(scene.doc, d.source) === 'Person' &&
      d.confidence >= 0.6 &&
      !PLAYERS.test(textOf(scene.tree, d.trigger.end - 1)),
  );
  if (offices.length === 0) return [];
  return changesIn(scene).flatMap((change) => {
    const { newer, older } = change;
    const has = officesOf(scene, offices, newer, change.token);
    const had = officesOf(scene, offices, older, change.token);
    if (has.some((a) => had.some((b) => chainAt(scene.doc, a.target) === chainAt(scene.doc, b.target)))) return [];
    // "Ann Lee will succeed Bo Ek": he has the office in fact, she will
    const verb = has.length > 0 ? -1 : change.verb;
    const source = has.length > 0 ? older : newer;
    return (has.length > 0 ? has : had).map((office) => ({
      ...office,
      source,
      title: office.title?.replace(OF_ONE, '') ?? null,
      verb,
      trigger: spanOf(change.token),
      confidence: 0.6,
      rule: `succession.${change.verb < 0 ? 'noun' : 'verb'}`,
    }));
  });
}

/** The offices of the one person that are told in the same sentence or the nearest before it. */
function officesOf(scene: FactScene, offices: readonly FactDraft[], person: number, token: number): FactDraft[] {
  const { doc, tree } = scene;
  const here = tree.sentenceOf[token] ?? 0;
  const sentence = (d: FactDraft) => tree.sentenceOf[d.trigger.start] ?? 0;
  const near = offices.filter((d) => {
    const back = here - sentence(d);
    return chainAt(doc, d.source) === chainAt(doc, person) && back >= 0 && back <= REACH;
  });
  const last = Math.max(...near.map(sentence));
  const found = near.filter((d) => sentence(d) === last);
  // of several offices in one sentence nobody knows which went over
  return new Set(found.map((d) => d.trigger.start)).size === 1 ? found : [];
}

/** "Chad's president met his Danish counterpart, Ann Lee": she is the president of Denmark. */
export function findCounterparts(scene: FactScene, told: readonly FactDraft[]): FactDraft[] {
  const { doc, tree } = scene;
  const offices = told.filter(
    (d) => d.type === 'HOLDS_POSITION' && d.title !== null && typeOf(doc, d.target) === 'Country',
  );
  return doc.tokens.flatMap((_, token): FactDraft[] => {
    if (textOf(tree, token) !== 'counterpart') return [];
    const whose = childBy(tree, token, 'nmod:poss');
    const one = whose < 0 ? -1 : nominalAt(scene, whose);
    const other = holderOf(scene, token, token + 1, 'counterpart').mention;
    const from = childrenBy(tree, token, 'nmod').find((c) => prepositionsOf(tree, c).includes('from'));
    const nation = [token - 1, token - 2, ...(from === undefined ? [] : [from])]
      .map((at) => scene.headed[at] ?? -1)
      .find((m) => typeOf(doc, m) === 'Country');
    if (!isPerson(scene, one) || !isPerson(scene, other) || nation === undefined) return [];
    if (chainAt(doc, one) === chainAt(doc, other)) return [];
    return officesOf(scene, offices, one, token)
      .filter((office) => chainAt(doc, office.target) !== chainAt(doc, nation))
      .map((office) => ({
        ...office,
        source: other,
        target: nation,
        verb: -1,
        trigger: spanOf(token),
        confidence: 0.65,
        rule: 'succession.counterpart',
      }));
  });
}

function changesIn(scene: FactScene): Change[] {
  const { doc, tree } = scene;
  return doc.tokens.flatMap((_, token): Change[] => {
    const noun = textOf(tree, token);
    if (noun === 'predecessor' || noun === 'successor') return changeOfNoun(scene, token, noun === 'successor');
    return isVerb(tree, token) ? changeOfVerb(scene, token) : [];
  });
}

/** "Park's predecessor, Bo Ek", "her successor Bo Ek". */
function changeOfNoun(scene: FactScene, token: number, isSuccessor: boolean): Change[] {
  const { doc, tree } = scene;
  const whose = childBy(tree, token, 'nmod:poss');
  const one = whose < 0 ? -1 : nominalAt(scene, whose);
  const other = holderOf(scene, token, token + 1, 'successor').mention;
  if (!isPerson(scene, one) || !isPerson(scene, other) || chainAt(doc, one) === chainAt(doc, other)) return [];
  return [{ newer: isSuccessor ? other : one, older: isSuccessor ? one : other, token, verb: -1 }];
}

/** "Ann Lee replaced Bo Ek", "was succeeded by", "took over from". */
function changeOfVerb(scene: FactScene, verb: number): Change[] {
  const { doc, tree } = scene;
  const passive = isPassive(tree, verb);
  const takes = /^(?:replace|succeed|supplant)$/.test(lemmaOf(tree, verb));
  const subjects = subjectsOf(tree, verb, passive);
  const behind = (preposition: string) =>
    childrenBy(tree, verb, 'obl', 'nmod').filter((c) => prepositionsOf(tree, c).includes(preposition));
  const over = childrenBy(tree, verb, 'compound:prt', 'advmod').some((c) => textOf(tree, c) === 'over');
  const lemma = lemmaOf(tree, verb);
  const ends =
    takes && passive
      ? { newer: agentsOf(tree, verb), older: subjects }
      : takes
        ? { newer: subjects, older: childrenBy(tree, verb, 'obj') }
        : over && lemma === 'take'
          ? { newer: subjects, older: behind('from') }
          : over && lemma === 'hand'
            ? { newer: behind('to'), older: subjects }
            : null;
  if (ends === null) return [];
  const [newer, older] = [ends.newer, ends.older].map((tokens) => personAt(scene, tokens[0] ?? -1));
  if (newer === undefined || older === undefined || newer < 0 || older < 0) return [];
  return chainAt(doc, newer) === chainAt(doc, older) ? [] : [{ newer, older, token: verb, verb }];
}

/** The person that the token names, stands for, or that a relative pronoun means. */
function personAt(scene: FactScene, token: number): number {
  if (token < 0) return -1;
  const { tree } = scene;
  const relative = uposOf(tree, token) === 'PRON' && /^wh/.test(textOf(tree, token));
  const m = relative ? antecedent(scene, token, headOf(tree, headOf(tree, token))) : nominalAt(scene, token);
  return isPerson(scene, m) ? m : -1;
}

const isPerson = ({ doc }: FactScene, m: number): boolean => typeOf(doc, m) === 'Person';
