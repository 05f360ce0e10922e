/** Verbs that tell lasting facts. Each row: verb, preposition of the other end or its object, fact, who may stand there, an example. */
import type { EntityType, FactType } from '../ontology';

export interface Row {
  readonly verb: string;
  /** 'obj', or the preposition of the other end; the verb's particle behind a plus. */
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
  row('oversee', 'obj', 'LEADS', ['Person'], BODIES, 'Ann Lee oversees the agency'),
  row('manage', 'obj', 'LEADS', ['Person'], ['Organization'], 'Ann Lee manages the club'),
  row('preside', 'over', 'LEADS', ['Person'], ['Organization', 'Country'], 'Ann Lee presides over the court'),
  row('coordinate', 'obj', 'LEADS', ['Person'], ['Organization'], 'the movement coordinated by Ann Lee'),
  row('spearhead', 'obj', 'LEADS', ['Person'], ['Organization'], 'Ann Lee spearheads the movement'),
  row('own', 'obj', 'OWNS', ACTORS, ['Organization', 'Place'], 'the family that owns the newspaper'),
  row('found', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank was founded by Ann Lee'),
  row('co-found', 'obj', 'OWNS', ACTORS, ['Organization'], 'Ann Lee co-founded the bank'),
  row('acquire', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank acquired the insurer'),
  row('buy', 'obj', 'OWNS', ACTORS, ['Organization'], 'the newspaper was bought by Ann Lee'),
  row('purchase', 'obj', 'OWNS', ACTORS, ['Organization'], 'the bank purchased the insurer'),
  row('create', 'obj', 'OWNS', ['Person'], ['Organization'], 'the site was created by Ann Lee'),
  row('establish', 'obj', 'OWNS', ACTORS, ['Organization'], 'the school was established by Ann Lee'),
  row('set', 'obj+up', 'OWNS', ACTORS, ['Organization'], 'Ann Lee set up the charity'),
  row('cofound', 'obj', 'OWNS', ACTORS, ['Organization'], 'Ann Lee cofounded the bank'),
  row('co-own', 'obj', 'OWNS', ACTORS, ['Organization'], 'Ann Lee co-owns the club'),
  row('build', 'obj', 'OWNS', ['Person', 'Organization', 'Country'], ['Place'], 'the dam was built by the firm'),
  row('belong', 'to', 'MEMBER_OF', ACTORS, ['Organization', 'Group'], 'Ann Lee belongs to the party'),
  row('join', 'obj', 'MEMBER_OF', ['Person', 'Country', 'Group'], ['Organization'], 'Chad joined the union'),
  row('play', 'for', 'MEMBER_OF', ['Person'], ['Organization', 'Country'], 'Lee plays for Leeds'),
  row('work', 'for', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee works for the bank'),
  row('work', 'at', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee works at the bank'),
  row('teach', 'at', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee teaches at the university'),
  row('study', 'at', 'MEMBER_OF', ['Person', 'Group'], ['Organization'], 'Lee studies at the university'),
  row('serve', 'in', 'MEMBER_OF', ['Person', 'Group'], ['Organization'], 'Lee served in the army'),
  row('serve', 'on', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee serves on the board'),
  row('serve', 'with', 'MEMBER_OF', ['Person', 'Group'], ['Organization'], 'Lee served with the navy'),
  row('sit', 'on', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee sits on the board'),
  row('sign', 'for', 'MEMBER_OF', ['Person'], ['Organization'], 'Lee signed for Leeds United'),
  row('affiliate', 'with', 'MEMBER_OF', ACTORS, ['Organization'], 'a union affiliated with the party'),
  row('affiliate', 'to', 'MEMBER_OF', ACTORS, ['Organization'], 'a network affiliated to the ministry'),
  row('represent', 'obj', 'CITIZEN_OF', ['Person', 'Group'], ['Country'], 'the runner represented Chad'),
  row('grow', 'in+up', 'CITIZEN_OF', ['Person'], WHERE, 'Lee grew up in Leeds'),
  row('raise', 'in', 'CITIZEN_OF', ['Person'], WHERE, 'Lee, raised in Leeds'),
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
  row('lie', 'near', 'LOCATED_IN', ['Place', 'Organization'], WHERE, 'the town lies near the river'),
  row('locate', 'near', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the clinic is located near Leeds'),
  row('locate', 'at', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the clinic is located at the airport'),
  row(
    'locate',
    'on',
    'LOCATED_IN',
    ['Organization', 'Place'],
    WHERE,
    'the clinic is located on the outskirts of Leeds',
  ),
  row('situate', 'on', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the base is situated on the island'),
  row('situate', 'at', 'LOCATED_IN', ['Organization', 'Place'], WHERE, 'the base is situated at the border'),
  row('flow', 'through', 'LOCATED_IN', ['Place'], WHERE, 'the river flows through Peru'),
  row('nestle', 'in', 'LOCATED_IN', ['Place'], WHERE, 'the village, nestled in the Alps'),
  row('station', 'in', 'LOCATED_IN', ['Organization', 'Group'], WHERE, 'troops stationed in Chad'),
  row('marry', 'to', 'FAMILY_OF', ['Person'], ['Person'], 'she is married to Bo Ek'),
  row('marry', 'obj', 'FAMILY_OF', ['Person'], ['Person'], 'she married Bo Ek'),
  row('ally', 'with', 'ALLIED_WITH', ACTORS, ACTORS, 'the party is allied with the union'),
  row('represent', 'obj', 'HOLDS_POSITION', ['Person'], ['Place'], 'Lee, who represents Leeds'),
  row('coach', 'obj', 'LEADS', ['Person'], ['Organization', 'Country'], 'Lee coaches the team'),
  row('captain', 'obj', 'LEADS', ['Person'], ['Organization', 'Country'], 'Lee captains the team'),
];

/** The rows of each verb, by its lemma. */
export const BY_VERB: ReadonlyMap<string, readonly Row[]> = new Map(
  [...new Set(ROWS.map((r) => r.verb))].map((verb) => [verb, ROWS.filter((r) => r.verb === verb)]),
);
