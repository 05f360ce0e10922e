import { callBehind } from './called';
import {
  activeSubject,
  beforeDay,
  CLOSING,
  forPhrase,
  isFiniteClause,
  isToldTo,
  lostSubject,
  nounOfGerund,
  nounSetOff,
  speakerBehind,
  strayAgent,
  strayObject,
  straySubject,
  verbBeforeComma,
  wordBeforeMark,
} from './garden-path';
import type { EventLexicon } from './lexicon';
import { antecedentOf, isCounted, isInfinitive, RELATIVES, whoever } from './phrases';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isActiveAfterAll,
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

export { speakerBehind } from './garden-path';
export { antecedentOf, complementOf, hasModal, isInfinitive, isStatement, obliquesOf } from './phrases';

/** Who and what of a verb, whatever its voice: tokens, before they are turned into actors. */

/** The tokens that do what the verb says; [] where nobody is named. */
export function logicalSubjects(tree: Tree, lexicon: EventLexicon, verb: number, depth = 0): number[] {
  if (depth > 5) return [];
  if (isPassive(tree, verb)) {
    const agent = agentOf(tree, verb);
    if (agent >= 0) return [antecedentOf(tree, agent)];
    // "was arrested and beaten by police": the agent of the last conjunct serves all
    for (const c of childrenBy(tree, verb, 'conj')) {
      // ... but not of "held at the palace and attended by the prince"
      const apart = childrenBy(tree, verb, 'obl').some(
        (o) => o > verb && o < c && prepositionsOf(tree, o).some((p) => p === 'at' || p === 'in' || p === 'on'),
      );
      if (isVerb(tree, c) && !apart && childBy(tree, c, 'nsubj', 'nsubj:pass') < 0) {
        const shared = agentOf(tree, c);
        if (shared >= 0) return [antecedentOf(tree, shared)];
      }
    }
    return [];
  }
  const own = childBy(tree, verb, 'nsubj', 'nsubj:outer', 'nsubj:pass');
  // "the mission of the corps is to train": whose mission it is
  if (own >= 0 && PURPOSES.has(lemmaOf(tree, own)) && childBy(tree, verb, 'cop') >= 0) {
    const owners = ownersForInfinitive(tree, lexicon, own, depth);
    if (owners.length > 0) return owners;
  }
  if (own >= 0) return uposOf(tree, own) === 'PRON' && textOf(tree, own) === 'there' ? [] : [antecedentOf(tree, own)];
  const speaker = speakerBehind(tree, verb);
  if (speaker >= 0) return [speaker];
  if (isActiveAfterAll(tree, verb) && relationOf(tree, verb) === 'acl') return [activeSubject(tree, verb)];
  const stray = straySubject(tree, verb);
  if (stray >= 0) return [stray];
  return inheritedSubjects(tree, lexicon, verb, depth);
}

/** "criticised a plan to close": not a plan of whoever criticised it. */
const OTHERS_ACT = new Set(
  'criticise criticize condemn denounce describe slam blast praise welcome hail oppose reject support back question report reveal expose note see'.split(
    ' ',
  ),
);

const PURPOSES = new Set([
  'mission',
  'goal',
  'aim',
  'purpose',
  'job',
  'task',
  'plan',
  'priority',
  'objective',
  'role',
  'duty',
  'presence',
  'intention',
  'hope',
]);

function agentOf(tree: Tree, verb: number): number {
  const by = (c: number): boolean => prepositionsOf(tree, c).includes('by');
  const agents = childrenBy(tree, verb, 'obl:agent');
  const agent = agents.find(by) ?? childrenOf(tree, verb).find((c) => baseRelation(tree, c) === 'obl' && by(c));
  return agent ?? agents[0] ?? strayAgent(tree, verb);
}

function inheritedSubjects(tree: Tree, lexicon: EventLexicon, verb: number, depth: number): number[] {
  const head = headOf(tree, verb);
  if (head < 0) return [];
  const relation = relationOf(tree, verb);
  const named = forPhrase(tree, verb);
  if (named >= 0) return [named];
  switch (relation) {
    case 'conj':
    case 'parataxis':
      if (relation === 'parataxis' && !isVerb(tree, head)) return [];
      // "criticised the customs on which laws are made and praised the court": the second verb goes with the first
      if (isFiniteClause(tree, verb) && isPassive(tree, head) && relationOf(tree, head) === 'acl:relcl') {
        const above = verbAbove(tree, headOf(tree, head));
        if (above >= 0 && xposOf(tree, above) === xposOf(tree, verb))
          return logicalSubjects(tree, lexicon, above, depth + 1);
      }
      return isPassive(tree, head)
        ? logicalObjects(tree, lexicon, head, depth + 1)
        : logicalSubjects(tree, lexicon, head, depth + 1);
    case 'ccomp':
      if (isFiniteClause(tree, verb)) return recovered(tree, verb, head);
      return controllerOf(tree, lexicon, head, verb, depth);
    case 'xcomp':
      return controllerOf(tree, lexicon, head, verb, depth);
    case 'advcl':
      return advclSubjects(tree, lexicon, verb, head, depth);
    case 'acl:relcl':
      // "the troops (that) left": no subject of its own, so the antecedent is it
      return [antecedentHead(tree, head)];
    case 'acl': {
      const owner = childBy(tree, wordBeforeMark(tree, verb), 'nmod:poss');
      if (owner >= 0) return [owner];
      if (isInfinitive(tree, verb))
        return isToldTo(tree, lexicon, head) ? [head] : ownersForInfinitive(tree, lexicon, head, depth);
      const above = verbBeforeComma(tree, verb);
      return above >= 0 ? logicalSubjects(tree, lexicon, above, depth + 1) : [head];
    }
    case 'amod':
      return xposOf(tree, verb) === 'VBG' ? [head] : [];
    default:
      return [];
  }
}

function verbAbove(tree: Tree, token: number): number {
  let node = token;
  for (let steps = 0; node >= 0 && !isVerb(tree, node) && steps < 5; steps++) node = headOf(tree, node);
  return node;
}

/** The subject that the parser lost: the noun phrase right before the verb. */
function recovered(tree: Tree, verb: number, left: number): number[] {
  const start = tree.doc.sentences[tree.sentenceOf[verb] ?? -1]?.start ?? 0;
  const subject = lostSubject(tree, verb, left < verb ? Math.max(left, start - 1) : start - 1);
  return subject < 0 ? [] : [antecedentOf(tree, subject)];
}

const antecedentHead = (_tree: Tree, head: number): number => head;

/** Whose act the complement of `head` is: "asked X to go" X, "agreed to go", "is willing to go" the subject. */
function controllerOf(tree: Tree, lexicon: EventLexicon, head: number, verb: number, depth: number): number[] {
  if (callBehind(tree, verb) === head) return logicalSubjects(tree, lexicon, head, depth + 1);
  const control = lexicon.embedding.get(lemmaOf(tree, head))?.control ?? 'obj';
  if (control === 'obj') {
    const objects = isPassive(tree, head)
      ? logicalObjects(tree, lexicon, head, depth + 1)
      : childrenBy(tree, head, 'obj', 'iobj');
    const first = objects[0];
    if (first !== undefined) return [antecedentOf(tree, first)];
    // "called on X to go", "appealed to X to go"
    const asked = childrenOf(tree, head).find(
      (c) => baseRelation(tree, c) === 'obl' && prepositionsOf(tree, c).some((p) => ASKED.has(p)),
    );
    if (asked !== undefined && lexicon.embedding.has(lemmaOf(tree, head))) return [asked];
  }
  if (isPassive(tree, head)) return logicalObjects(tree, lexicon, head, depth + 1);
  return logicalSubjects(tree, lexicon, head, depth + 1);
}
/** The head of the name that ends at the token ("the Municipality of Livorno asking": the municipality). */
function nameHead(tree: Tree, end: number): number {
  let node = end;
  for (let head = headOf(tree, node); head >= 0; head = headOf(tree, node)) {
    const relation = relationOf(tree, node);
    if (
      relation !== 'compound' &&
      relation !== 'flat' &&
      !(relation === 'nmod' && uposOf(tree, node) === 'PROPN' && uposOf(tree, head) === 'PROPN')
    )
      break;
    node = head;
  }
  return node;
}

const PERSONAL = new Set(['NOUN', 'PROPN', 'PRON']);
const GERUND_OF = new Set(['of', 'for', 'from']);
const ASKED = new Set(['on', 'upon', 'to', 'for', 'with']);

function advclSubjects(tree: Tree, lexicon: EventLexicon, verb: number, head: number, depth: number): number[] {
  // "soldiers fighting the clan": a participle right behind a noun is the noun's, whatever the parser hangs it on
  const before = CLOSING.has(textOf(tree, verb - 1)) && textOf(tree, verb - 2) !== ',' ? verb - 2 : verb - 1;
  if (
    xposOf(tree, verb) === 'VBG' &&
    !(WRITING.has(lemmaOf(tree, head)) && SPEECH.has(lemmaOf(tree, verb))) &&
    before >= 0 &&
    headOf(tree, before) >= 0 &&
    ['NOUN', 'PROPN'].includes(uposOf(tree, before)) &&
    !childrenOf(tree, verb).some((c) => c < verb)
  )
    return [nameHead(tree, before)];
  if (!isVerb(tree, head) && childBy(tree, head, 'nsubj') < 0) return [];
  // "after decades of war ruined the valley, the settlers": a finite clause has its own
  if (isFiniteClause(tree, verb)) return recovered(tree, verb, head);
  // "described attempts at destroying the archive": whose attempts they are
  const noun = nounOfGerund(tree, verb, head);
  // "praised the king for his role in supporting the fund": whose role it is
  const owner = childBy(tree, wordBeforeMark(tree, verb), 'nmod:poss');
  if (owner >= 0) return [owner];
  if (noun >= 0 && lexicon.embedding.has(`${lemmaOf(tree, noun)}#n`))
    return ownersForInfinitive(tree, lexicon, noun, depth);
  // GUM and EWT hang "asked X to do" as advcl too: an object-control verb gives its object
  // "accused X of lying", "barred X from going" as well
  const gerundOf = childrenOf(tree, verb).some(
    (c) => (relationOf(tree, c) === 'mark' || relationOf(tree, c) === 'case') && GERUND_OF.has(textOf(tree, c)),
  );
  if (isInfinitive(tree, verb)) {
    // "rejected a request by X to speak": whose request it was
    const asked = childBy(tree, head, 'obj');
    if (asked > head && asked < verb && lexicon.embedding.has(`${lemmaOf(tree, asked)}#n`)) {
      const owner = askerOf(tree, asked);
      if (owner >= 0) return [owner];
    }
  }
  if (isInfinitive(tree, verb) || gerundOf) {
    const embedding = lexicon.embedding.get(lemmaOf(tree, head));
    if (embedding?.control === 'obj') return controllerOf(tree, lexicon, head, verb, depth);
  }
  // "jailed the student for helping": the object did it
  if (gerundOf && xposOf(tree, verb) === 'VBG') {
    const object = isPassive(tree, head)
      ? logicalObjects(tree, lexicon, head, depth + 1)[0]
      : childBy(tree, head, 'obj');
    if (object !== undefined && object >= 0 && PERSONAL.has(uposOf(tree, object))) return [antecedentOf(tree, object)];
  }
  // "was released after serving": the one who serves is the surface subject
  if (isPassive(tree, head)) {
    const surface = logicalObjects(tree, lexicon, head, depth + 1);
    if (surface.length > 0) return surface;
  }
  return logicalSubjects(tree, lexicon, head, depth + 1);
}

/** "wrote to the ministry asking for a meeting": whoever writes asks. */
const WRITING = new Set('write appeal speak email telephone phone cable march'.split(' '));
const SPEECH = new Set(
  'ask request demand urge call seek protest complain warn threaten accuse thank praise offer inform'.split(' '),
);

const askerOf = (tree: Tree, noun: number): number =>
  childrenBy(tree, noun, 'nmod').find((c) => prepositionsOf(tree, c).some((p) => p === 'by' || p === 'from')) ??
  childBy(tree, noun, 'nmod:poss');

/** "X's plan to strike", "a decision by X to strike", "X made a request to", "a vote to". */
function ownersForInfinitive(tree: Tree, lexicon: EventLexicon, noun: number, depth: number): number[] {
  const owner = childBy(tree, noun, 'nmod:poss');
  if (owner >= 0) return [owner];
  const by = childrenBy(tree, noun, 'nmod').find((c) =>
    prepositionsOf(tree, c).some((p) => p === 'by' || p === 'of' || p === 'from'),
  );
  if (by !== undefined) return [by];
  const above = headOf(tree, noun);
  if (above >= 0 && (relationOf(tree, noun) === 'obj' || relationOf(tree, noun) === 'xcomp') && isVerb(tree, above))
    return OTHERS_ACT.has(lemmaOf(tree, above)) ? [] : logicalSubjects(tree, lexicon, above, depth + 1);
  if (relationOf(tree, noun) === 'root' || childBy(tree, noun, 'cop') >= 0) {
    const subject = childBy(tree, noun, 'nsubj');
    if (subject >= 0) return [antecedentOf(tree, subject)];
  }
  const mod = childrenOf(tree, noun).find((c) => relationOf(tree, c) === 'amod' || relationOf(tree, c) === 'compound');
  return mod === undefined ? [] : [noun];
}

/** What the verb is done to: the object, the passive's subject, the noun of a reduced relative. */
export function logicalObjects(tree: Tree, lexicon: EventLexicon, verb: number, depth = 0): number[] {
  if (depth > 5) return [];
  const relation = relationOf(tree, verb);
  const head = headOf(tree, verb);
  const all = childrenBy(tree, verb, 'obj');
  const behind = all.filter((o) => o > verb);
  const speaker = speakerBehind(tree, verb);
  const objects = (behind.length > 0 ? behind : all)
    .filter((o) => o !== speaker)
    .map((o) => antecedentOf(tree, beforeDay(tree, o)));
  if (isPassive(tree, verb)) {
    const surface = childBy(tree, verb, 'nsubj:pass');
    const patient = surface >= 0 ? surface : childBy(tree, verb, 'nsubj');
    if (patient >= 0) return whoever(tree, antecedentOf(tree, patient));
    if (head < 0) return objects;
    if (relation === 'acl' || relation === 'acl:relcl' || relation === 'amod') return whoever(tree, head);
    const topic = relation === 'advcl' ? nounSetOff(tree, verb) : -1;
    if (topic >= 0) return [topic];
    if (relation === 'conj' && isPassive(tree, head)) return logicalObjects(tree, lexicon, head, depth + 1);
    // "she resigned and was arrested"
    if (relation === 'conj' && objects.length === 0 && isVerb(tree, head))
      return logicalSubjects(tree, lexicon, head, depth + 1);
    if (relation === 'xcomp' || relation === 'advcl') {
      const above = childBy(tree, head, 'obj');
      if (relation === 'xcomp' && above >= 0 && lexicon.embedding.get(lemmaOf(tree, head))?.control !== 'subj')
        return [antecedentOf(tree, above)];
      return isPassive(tree, head)
        ? logicalObjects(tree, lexicon, head, depth + 1)
        : logicalSubjects(tree, lexicon, head, depth + 1);
    }
    return objects;
  }
  if (objects.length > 0) return objects;
  // "the village they shelled": the gap is the object
  if (relation === 'acl:relcl' && head >= 0 && childBy(tree, verb, 'nsubj') >= 0) {
    const subject = childBy(tree, verb, 'nsubj');
    const relative = RELATIVES.has(textOf(tree, subject));
    const other = childrenOf(tree, verb).some((c) => baseRelation(tree, c) === 'obl' && RELATIVES.has(textOf(tree, c)));
    if (!relative && !other) return [head];
  }
  // "a call, which the office said he had made": the gap lies in a clause below the relative
  if ((relation === 'ccomp' || relation === 'xcomp') && head >= 0 && relationOf(tree, head) === 'acl:relcl') {
    const relative = childrenOf(tree, head).some(
      (c) => RELATIVES.has(textOf(tree, c)) && relationOf(tree, c) !== 'nsubj',
    );
    if (relative && headOf(tree, head) >= 0) return [headOf(tree, head)];
  }
  // "killed at least six people", "trained over 40 guards": a number that the parser takes for a phrase with a preposition
  const counted = childrenOf(tree, verb).find(
    (c) => relationOf(tree, c) === 'obl' && c > verb && isCounted(tree, c, verb),
  );
  if (counted !== undefined) return [counted];
  const stray = strayObject(tree, verb);
  if (stray >= 0) return [stray];
  // "named Ruiz as minister": whom the parser takes for what somebody was named
  const named = childrenBy(tree, verb, 'xcomp').find((c) => c > verb && uposOf(tree, c) === 'PROPN');
  if (named !== undefined && childrenBy(tree, verb, 'obl').some((c) => prepositionsOf(tree, c).includes('as')))
    return [named];
  const received = childrenBy(tree, verb, 'iobj');
  if (received.length > 0) return received.map((o) => antecedentOf(tree, o));
  // "shelled and seized the town": the object stands with the last verb
  if (childBy(tree, verb, 'obl', 'ccomp', 'xcomp') < 0) {
    for (const c of childrenBy(tree, verb, 'conj')) {
      if (!isVerb(tree, c) || childBy(tree, c, 'nsubj') >= 0) continue;
      const shared = childBy(tree, c, 'obj');
      if (shared >= 0 && c - verb <= 3) return [antecedentOf(tree, shared)];
    }
  }
  return [];
}

/** The receiver of a ditransitive: "gave Togo grain", "Togo was given grain". */
export function indirectObjects(tree: Tree, lexicon: EventLexicon, verb: number): number[] {
  const own = childrenBy(tree, verb, 'iobj').map((o) => antecedentOf(tree, o));
  if (own.length > 0) return own;
  // "was granted bail", where the parser takes the gift for what the receiver became
  const given = childrenBy(tree, verb, 'obj', 'xcomp').some((c) => c > verb && uposOf(tree, c) === 'NOUN');
  if (isPassive(tree, verb) && given) return logicalObjects(tree, lexicon, verb);
  // two objects, both called obj by the parser
  const objects = childrenBy(tree, verb, 'obj');
  return objects.length > 1 ? objects.slice(0, 1) : [];
}
