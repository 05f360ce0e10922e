/**
 * Lasting facts that a verb or a predicate tells: "leads", "was founded by", "belongs to", "is part of",
 * "is located in", "lives in", "is married to". Each row: verb, preposition of the other end or its object, fact.
 */
import type { EntityType, FactType } from '../ontology';
import { antecedent, nominalAt } from './facts-bearers';
import { bodyOf } from './facts-places';
import { type FactDraft, type FactScene, spanOf, typeOf } from './facts-scene';
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
} from './tree';

interface Row {
  readonly verb: string;
  /** 'obj', or the preposition of the other end. */
  readonly other: string;
  readonly type: FactType;
  readonly source: readonly EntityType[];
  readonly target: readonly EntityType[];
  readonly example: string;
}

const ACTORS: readonly EntityType[] = ['Person', 'Organization', 'Country', 'Group'];
const BODIES: readonly EntityType[] = ['Organization', 'Group'];
const WHERE: readonly EntityType[] = ['Place', 'Country'];
const row = (
  verb: string,
  other: string,
  type: FactType,
  source: readonly EntityType[],
  target: readonly EntityType[],
  example: string,
): Row => ({ verb, other, type, source, target, example });

const ROWS: readonly Row[] = [
  row('lead', 'obj', 'LEADS', ACTORS, BODIES, 'Ann Lee leads the council'),
  row('head', 'obj', 'LEADS', ACTORS, BODIES, 'the panel headed by Ann Lee'),
  row('chair', 'obj', 'LEADS', ACTORS, BODIES, 'Ann Lee chairs the panel'),
  row('rule', 'obj', 'LEADS', ACTORS, ['Country', 'Organization'], 'the party has ruled Chad since 1990'),
  row('govern', 'obj', 'LEADS', ACTORS, ['Country', 'Place'], 'the party governs the region'),
  row('run', 'obj', 'LEADS', ACTORS, ['Organization'], 'Ann Lee runs the bank'),
  row('command', 'obj', 'LEADS', ACTORS, BODIES, 'Col. Lee commands the brigade'),
  row('control', 'obj', 'LEADS', ['Organization'], ['Organization', 'Place'], 'the senate, controlled by the party'),
  row('hold', 'in', 'LOCATED_IN', ['Organization'], WHERE, 'the fair was held in Leeds'),
  row('hold', 'at', 'LOCATED_IN', ['Organization'], WHERE, 'the fair was held at the Lima Centre'),
  row('take', 'in', 'LOCATED_IN', ['Organization'], WHERE, 'the fair took place in Leeds'),
  row('take', 'at', 'LOCATED_IN', ['Organization'], WHERE, 'the fair took place at the Lima Centre'),
  row('own', 'obj', 'OWNS', ACTORS, ['Organization', 'Place'], 'the family that owns the newspaper'),
  row('found', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank was founded by Ann Lee'),
  row('co-found', 'obj', 'OWNS', ACTORS, ['Organization'], 'Ann Lee co-founded the bank'),
  row('acquire', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank acquired the insurer'),
  row('buy', 'obj', 'OWNS', ACTORS, ['Organization'], 'the newspaper was bought by Ann Lee'),
  row('purchase', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank purchased the insurer'),
  row('create', 'obj', 'OWNS', ['Person'], ['Organization'], 'the site was created by Ann Lee'),
  row('belong', 'to', 'MEMBER_OF', ACTORS, ['Organization', 'Group'], 'Ann Lee belongs to the party'),
  row('join', 'obj', 'MEMBER_OF', ['Person', 'Country', 'Group'], ['Organization'], 'Chad joined the union'),
  row('play', 'for', 'MEMBER_OF', ['Person'], ['Organization', 'Country'], 'Lee plays for Leeds'),
  row('work', 'for', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee works for the bank'),
  row('work', 'at', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee works at the bank'),
  row('live', 'in', 'CITIZEN_OF', ['Person', 'Group'], WHERE, 'the family lives in Leeds'),
  row('reside', 'in', 'CITIZEN_OF', ['Person', 'Group'], WHERE, 'she resides in Leeds'),
  row('bear', 'in', 'CITIZEN_OF', ['Person'], WHERE, 'Lee was born in Chad'),
  row('hail', 'from', 'CITIZEN_OF', ['Person', 'Group'], WHERE, 'Lee hails from Chad'),
  row('come', 'from', 'CITIZEN_OF', ['Group'], ['Country'], 'the sailors come from Chad'),
  row('locate', 'in', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the clinic is located in Leeds'),
  row('situate', 'in', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the base, situated in Chad'),
  row('base', 'in', 'LOCATED_IN', ['Organization', 'Group'], WHERE, 'the firm is based in Leeds'),
  row('base', 'in', 'CITIZEN_OF', ['Person'], WHERE, 'a playwright based in Leeds'),
  row('headquarter', 'in', 'LOCATED_IN', ['Organization'], WHERE, 'the firm, headquartered in Leeds'),
  row('lie', 'in', 'LOCATED_IN', ['Place', 'Organization'], WHERE, 'the town lies in Chad'),
  row('marry', 'to', 'FAMILY_OF', ['Person'], ['Person'], 'she is married to Bo Ek'),
  row('marry', 'obj', 'FAMILY_OF', ['Person'], ['Person'], 'she married Bo Ek'),
  row('ally', 'with', 'ALLIED_WITH', ACTORS, ACTORS, 'the party is allied with the union'),
  row('represent', 'obj', 'HOLDS_POSITION', ['Person'], ['Place'], 'Lee, who represents Leeds'),
  row('coach', 'obj', 'LEADS', ['Person'], ['Organization', 'Country'], 'Lee coaches the team'),
  row('captain', 'obj', 'LEADS', ['Person'], ['Organization', 'Country'], 'Lee captains the team'),
];
const BY_VERB = new Map<string, Row[]>();
for (const r of ROWS) BY_VERB.set(r.verb, [...(BY_VERB.get(r.verb) ?? []), r]);
/** Passive without an agent whose subject is the first end: "was born in", "is based in". */
const STATES = new Set(['hold', 'bear', 'locate', 'situate', 'base', 'headquarter', 'marry', 'ally']);

export function findPredicates(scene: FactScene): FactDraft[] {
  const drafts: FactDraft[] = [];
  scene.doc.tokens.forEach((_, token) => {
    drafts.push(...predicateOf(scene, token), ...partOf(scene, token), ...memberAdjective(scene, token));
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
    const [sources, targets] = endsOf(tree, token, r);
    return sources.flatMap((s) =>
      targets.flatMap((t): FactDraft[] => {
        const at = (end: number) => (before >= 0 && end === headOf(tree, token) ? before : nominalAt(scene, end));
        const source = r.type === 'LOCATED_IN' ? bodyOf(scene, at(s)) : at(s);
        const target = at(t);
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
            rule: `verb.${r.verb}.${r.other}`,
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
      : [all(tree, subjects), all(tree, childrenBy(tree, verb, 'obj'))];
  const others = childrenOf(tree, verb).filter(
    (c) => relationOf(tree, c).startsWith('obl') && prepositionsOf(tree, c).includes(r.other),
  );
  return [all(tree, subjects), all(tree, others)];
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
  return [];
}

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
    kinds[0] === 'Person' ? 'MEMBER_OF' : kinds[1] === 'Place' && kinds[0] === 'Place' ? 'LOCATED_IN' : 'PART_OF';
  return [
    {
      type,
      source,
      target,
      trigger: spanOf(token),
      title: null,
      verb: childBy(tree, token, 'cop') >= 0 ? token : -1,
      confidence: 0.75,
      rule: 'verb.part',
    },
  ];
}

/** "the Saudi-led coalition", "a Lee-led team". */
function memberAdjective(scene: FactScene, token: number): FactDraft[] {
  const { doc, tree } = scene;
  if (textOf(tree, token) !== 'led' || textOf(tree, token - 1) !== '-') return [];
  const leader = (scene.around[token - 2] ?? []).find((m) => doc.mentions[m]?.end === token - 1);
  let noun = token + 1;
  while (uposOf(tree, noun) === 'ADJ' || (uposOf(tree, noun) === 'NOUN' && uposOf(tree, noun + 1) === 'NOUN')) noun++;
  const body = scene.headed[noun] ?? -1;
  if (leader === undefined || typeOf(doc, body) !== 'Organization' || typeOf(doc, leader) === 'Place') return [];
  return [
    {
      type: 'LEADS',
      source: leader,
      target: body,
      trigger: spanOf(token),
      title: null,
      verb: -1,
      confidence: 0.75,
      rule: 'verb.led',
    },
  ];
}
