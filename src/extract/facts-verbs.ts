/**
 * Lasting facts that a verb or a predicate tells: "leads", "was founded by", "belongs to", "is part of",
 * "is located in", "lives in", "is married to".
 */
import { antecedent, nominalAt } from './facts-bearers';
import { bodyOf, whereAt } from './facts-places-parts';
import { type FactDraft, type FactScene, nameStart, personNamedAt, spanOf, typeOf } from './facts-scene';
import { BY_VERB, type Row } from './facts-verb-rows';
import {
  childBy,
  childrenBy,
  childrenOf,
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

/** Passive without an agent whose subject is the first end: "was born in", "is based in". */
const STATES = new Set([
  'hold',
  'bear',
  'locate',
  'situate',
  'base',
  'headquarter',
  'marry',
  'ally',
  'raise',
  'nestle',
  'station',
  'affiliate',
]);

const WHERE_FACTS: ReadonlySet<string> = new Set(['LOCATED_IN', 'CITIZEN_OF']);

export function findPredicates(scene: FactScene): FactDraft[] {
  const drafts: FactDraft[] = [];
  scene.doc.tokens.forEach((_, token) => {
    drafts.push(
      ...predicateOf(scene, token),
      ...partOf(scene, token),
      ...memberAdjective(scene, token),
      ...isFrom(scene, token),
    );
  });
  return drafts;
}

function predicateOf(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  const lemma =
    textOf(tree, token) === 'founded' ? 'found' : textOf(tree, token) === 'born' ? 'bear' : lemmaOf(tree, token);
  const rows = BY_VERB.get(lemma);
  if (!rows || (uposOf(tree, token) !== 'VERB' && uposOf(tree, token) !== 'ADJ')) return [];
  // "Ann Lee, who leads the council": the name before the pronoun, whatever the clause hangs on
  const subject = childBy(tree, token, 'nsubj', 'nsubj:pass');
  const relative = subject >= 0 && /^(?:who|which|that)$/.test(textOf(tree, subject));
  const before = relative ? antecedent(scene, subject, headOf(tree, token)) : -1;
  return rows.flatMap((r): FactDraft[] => {
    if (r.verb === 'take' && !childrenBy(tree, token, 'obj').some((c) => textOf(tree, c) === 'place')) return [];
    if (r.verb === 'hold' && !isPassive(tree, token)) return [];
    const [other = '', particle] = r.other.split('+');
    if (particle !== undefined && !childrenBy(tree, token, 'compound:prt').some((c) => textOf(tree, c) === particle))
      return [];
    const [sources, targets] = endsOf(tree, token, { ...r, other });
    return sources
      .flatMap((first) => namesAfter(scene, first))
      .flatMap((s) =>
        targets.flatMap((t): FactDraft[] => {
          const at = (end: number) => (before >= 0 && end === headOf(tree, token) ? before : nominalAt(scene, end));
          const source = r.type === 'LOCATED_IN' ? bodyOf(scene, at(s)) : at(s);
          const target = WHERE_FACTS.has(r.type) ? whereAt(scene, t) : at(t);
          const kinds = [typeOf(doc, source), typeOf(doc, target)] as const;
          if (kinds[0] === null || kinds[1] === null || !r.source.includes(kinds[0]) || !r.target.includes(kinds[1]))
            return [];
          return [
            {
              type: r.type,
              source,
              target,
              trigger: spanOf(token),
              title: null,
              verb: token,
              confidence: 0.7,
              rule: `verb.${r.verb}.${other}`,
            },
          ];
        }),
      );
  });
}

function endsOf(tree: Tree, verb: number, r: Row): [number[], number[]] {
  const passive = isPassive(tree, verb) || STATES.has(r.verb);
  const agents = agentsOf(tree, verb);
  const subjects = subjectsOf(tree, verb, passive);
  if (r.other === 'obj')
    return passive && !STATES.has(r.verb)
      ? [all(tree, agents), all(tree, subjects)]
      : [all(tree, subjects), all(tree, objectsOf(tree, verb))];
  const others = childrenOf(tree, verb).filter(
    (c) => relationOf(tree, c).startsWith('obl') && prepositionsOf(tree, c).includes(r.other),
  );
  return [all(tree, subjects), all(tree, others)];
}

/** What it is done to; of a relative clause that opens with it, the noun before ("the bank that she founded"). */
function objectsOf(tree: Tree, verb: number): number[] {
  const objects = childrenBy(tree, verb, 'obj');
  if (relationOf(tree, verb) !== 'acl:relcl') return objects;
  if (objects.length === 0)
    return isPassive(tree, verb) || childBy(tree, verb, 'nsubj') < 0 || whoIsSubject(tree, verb)
      ? []
      : nounBefore(tree, verb);
  return objects.flatMap((o) => (/^(?:which|that|whom)$/.test(textOf(tree, o)) ? nounBefore(tree, verb) : [o]));
}

const whoIsSubject = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'nsubj').some((c) => /^(?:who|which|that)$/.test(textOf(tree, c)));

/** "by brothers Ann and Bo Lee": the names behind the noun. */
function namesAfter(scene: FactScene, token: number): number[] {
  const { doc, tree } = scene;
  if (uposOf(tree, token) !== 'NOUN' || xposOf(tree, token) !== 'NNS') return [token];
  const first = personNamedAt(scene, token + 1);
  const head = doc.mentions[first]?.head ?? -1;
  return first < 0 ? [token] : [head, ...childrenBy(tree, head, 'conj')];
}

/** Whose act a passive is: "by the bank". */
export const agentsOf = (tree: Tree, verb: number): number[] =>
  childrenOf(tree, verb).filter((c) => relationOf(tree, c).startsWith('obl') && prepositionsOf(tree, c).includes('by'));

const all = (tree: Tree, tokens: readonly number[]) => tokens.flatMap((t) => [t, ...childrenBy(tree, t, 'conj')]);

/** The grammatical subject; of a relative clause and of a participle the noun before it. */
export function subjectsOf(tree: Tree, verb: number, passive: boolean): number[] {
  const subject = childBy(tree, verb, 'nsubj:pass', 'nsubj');
  if (subject >= 0) return /^(?:who|which|that)$/.test(textOf(tree, subject)) ? nounBefore(tree, verb) : [subject];
  const relation = relationOf(tree, verb);
  if (relation === 'acl' || relation === 'acl:relcl')
    return passive || /ing$/.test(textOf(tree, verb)) ? nounBefore(tree, verb) : [];
  if (relation === 'conj' && isVerb(tree, headOf(tree, verb))) return subjectsOf(tree, headOf(tree, verb), passive);
  // "Born in Leeds, Ann Lee ...", "Owned by the bank, the firm ..."
  const form = xposOf(tree, verb);
  const opens = relation === 'advcl' && (form === 'VBN' ? passive : form === 'VBG') && !hasMark(tree, verb);
  return opens && (form === 'VBG' || verb < headOf(tree, verb))
    ? childrenBy(tree, headOf(tree, verb), 'nsubj', 'nsubj:pass')
    : [];
}

const hasMark = (tree: Tree, verb: number): boolean => childBy(tree, verb, 'mark', 'aux', 'aux:pass') >= 0;

const nounBefore = (tree: Tree, verb: number): number[] => {
  const head = headOf(tree, verb);
  return head >= 0 && head < verb ? [head] : [];
};

/** "is part of the coalition", "X, part of the union", "is a member of". Member nouns are roles; "part" is none. */
function partOf(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  if (!/^(?:part|subsidiary|branch|unit|division|arm|wing|offshoot|spinoff|affiliate)$/.test(textOf(tree, token)))
    return [];
  const whole = childrenBy(tree, token, 'nmod').find((c) => prepositionsOf(tree, c).includes('of'));
  const target = whole === undefined ? -1 : (scene.headed[whole] ?? -1);
  const subject =
    childBy(tree, token, 'cop') >= 0
      ? childBy(tree, token, 'nsubj')
      : relationOf(tree, token) === 'appos'
        ? headOf(tree, token)
        : -1;
  const relative = subject >= 0 && /^(?:who|which|that)$/.test(textOf(tree, subject)) ? headOf(tree, token) : subject;
  const source = scene.headed[relative] ?? -1;
  const kinds = [typeOf(doc, source), typeOf(doc, target)];
  if (kinds.includes(null) || source < 0 || target < 0) return [];
  const type =
    kinds[0] === 'Person'
      ? 'MEMBER_OF'
      : kinds[0] === 'Place' && /^(?:Place|Country)$/.test(kinds[1] ?? '')
        ? 'LOCATED_IN'
        : 'PART_OF';
  return [
    {
      type,
      source,
      target,
      trigger: spanOf(token),
      title: null,
      verb: childBy(tree, token, 'cop') >= 0 && !isPresupposed(tree, token) ? token : -1,
      confidence: 0.75,
      rule: 'verb.part',
    },
  ];
}

/** '"The fund, which is part of the bank, pays," she said': told beside what is said, and taken for granted. */
const isPresupposed = (tree: Tree, token: number): boolean =>
  relationOf(tree, token) === 'acl:relcl' &&
  !childrenOf(tree, token).some((c) => /^(?:not|n't|n’t|never|no|would|could|may|might|will)$/.test(textOf(tree, c)));

/** "the Saudi-led coalition", "the Nordbank-owned insurer". */
function memberAdjective(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  const word = textOf(tree, token);
  if (!/^(?:led|owned|controlled|run)$/.test(word) || textOf(tree, token - 1) !== '-') return [];
  let noun = token + 1;
  while (uposOf(tree, noun) === 'ADJ' || (uposOf(tree, noun) === 'NOUN' && uposOf(tree, noun + 1) === 'NOUN')) noun++;
  const ofState = /^(?:state|government)$/.test(textOf(tree, token - 2));
  const leader = ofState
    ? stateBefore(scene, token - 3, noun)
    : (scene.around[token - 2] ?? []).find((m) => doc.mentions[m]?.end === token - 1);
  const headed = scene.headed[noun] ?? -1;
  const body = headed >= 0 ? headed : nameFrom(scene, noun);
  if (leader === undefined || typeOf(doc, body) !== 'Organization' || typeOf(doc, leader) === 'Place') return [];
  return [
    {
      type: word === 'owned' || ofState ? 'OWNS' : 'LEADS',
      source: leader,
      target: body,
      trigger: spanOf(token),
      title: null,
      verb: -1,
      confidence: 0.75,
      rule: `verb.${word}`,
    },
  ];
}

/** The mention whose name begins at the token; -1 where none. */
const nameFrom = ({ doc, around }: FactScene, token: number): number =>
  (around[token] ?? []).find((m) => doc.mentions[m]?.kind === 'name' && nameStart(doc, m) === token) ?? -1;

/** The country before "state-owned" ("Chad's state-owned bank"); of a body with a name else the one that the text is about. */
function stateBefore(scene: FactScene, last: number, noun: number): number | undefined {
  const { doc, tree } = scene;
  const at = /^['’]s?$/.test(textOf(tree, last)) ? last - 1 : last;
  const own = (scene.around[at] ?? []).find((m) => typeOf(doc, m) === 'Country');
  const isNamed = nameFrom(scene, noun) >= 0;
  return own ?? (isNamed && scene.homeland >= 0 ? scene.homeland : undefined);
}

/** "six of them are from Chad", "Ann Lee was from Leeds", "the clinic is in Hull". */
function isFrom(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  if (childBy(tree, token, 'cop') < 0) return [];
  const by = prepositionsOf(tree, token);
  const target = whereAt(scene, token);
  const kind = typeOf(doc, target);
  if (kind !== 'Place' && kind !== 'Country') return [];
  return childrenBy(tree, token, 'nsubj').flatMap((subject): FactDraft[] => {
    const source = nominalAt(scene, subject);
    const of = typeOf(doc, source);
    const from = by.includes('from') && (of === 'Person' || of === 'Group');
    const lies =
      by.includes('in') && (of === 'Place' || (of === 'Organization' && doc.mentions[source]?.kind === 'name'));
    if (!from && !lies) return [];
    const type = from ? 'CITIZEN_OF' : 'LOCATED_IN';
    return [
      { type, source, target, trigger: spanOf(token), title: null, verb: token, confidence: 0.7, rule: 'verb.be' },
    ];
  });
}
