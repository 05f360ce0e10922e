/**
 * Offices and ties of persons: a noun that names a person by what he does, the person who bears it, and of what.
 *   "Iraqi Prime Minister Adel Abdul-Mahdi", "the president of the Lombardy region, Roberto Maroni",
 *   "Ann Lee, a professor at Leeds", "Ann Lee is the party's leader", "the ministry's spokeswoman"
 * The phrase is read from left to right over the mentions in it: parsers mangle titles and appositions most of all.
 */
import type { TokenSpan } from '../document';
import { factType } from './facts-kinds';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  mentionFrom,
  nameEnd,
  personNamedAt,
  roleLemma,
  spanOf,
  titleSpan,
  typeOf,
} from './facts-scene';
import { baseRelation, childBy, childrenBy, headOf, isVerb, lemmaOf, textOf, uposOf } from './tree';

const AFTER_ROLE = /^(?:general|elect|designate|emeritus|-)$/;
const OF = new Set(['of', 'for', 'at', 'with', 'from', 'in', 'to']);

export function findRoles(scene: FactScene): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (let token = 0; token < scene.doc.tokens.length; token++) {
    const role = roleLemma(scene, token);
    if (role === null || insideBody(scene, token) || isModifier(scene, token)) continue;
    drafts.push(...factsOfRole(scene, token, role));
  }
  return drafts;
}

/** "the prime minister's office", "Council of Ministers": the noun is a part of a body's name. */
function insideBody(scene: FactScene, token: number): boolean {
  return scene.bodyTokens.has(token);
}

/** "minister" of "minister level", not of "Minister Jones" or "minister's". */
function isModifier(scene: FactScene, token: number): boolean {
  const { tree } = scene;
  const head = headOf(tree, token);
  if (baseRelation(tree, token) !== 'compound' || head <= token) return false;
  return uposOf(tree, head) === 'NOUN' || roleLemma(scene, head) !== null;
}

/** What a role is of. */
interface Argument {
  readonly mention: number;
  /** "left" before the noun, else the preposition after it. */
  readonly by: string;
}

function factsOfRole(scene: FactScene, token: number, role: string): FactDraft[] {
  const { doc } = scene;
  const office = titleSpan(scene, token);
  const left = leftArguments(scene, office.start);
  const right = rightArguments(scene, office.end);
  const holder = holderOf(scene, token, right.end);
  if (holder.mention < 0) return [];
  const own = chainAt(doc, holder.mention);
  if (!scene.engaged.has(own)) return [];
  const title = titleOf(scene, office, left);
  const drafts: FactDraft[] = [];
  const taken = new Set<number>();
  for (const argument of [...left, ...right.arguments]) {
    const chain = chainAt(doc, argument.mention);
    if (chain === own || taken.has(chain)) continue;
    const type = factType(role, typeOf(doc, holder.mention), typeOf(doc, argument.mention), argument.by);
    if (type === null || (type === 'ALLIED_WITH' && tellsKind(scene, argument))) continue;
    taken.add(chain);
    drafts.push({
      type,
      source: holder.mention,
      target: argument.mention,
      trigger: spanOf(token),
      title: type === 'HOLDS_POSITION' ? title : null,
      verb: holder.verb,
      confidence: holder.confidence,
      rule: `role.${holder.way}.${argument.by}`,
    });
  }
  return drafts;
}

/** "coalition partners": the noun before tells what kind of partners, not whose. */
function tellsKind(scene: FactScene, argument: Argument): boolean {
  const mention = scene.doc.mentions[argument.mention];
  return (
    argument.by === 'left' &&
    mention?.kind === 'nominal' &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end - 1)) &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end))
  );
}

/** Mentions before the noun in its phrase, the nearest last: "the U.S. State Department spokeswoman". */
function leftArguments(scene: FactScene, token: number): Argument[] {
  const { doc, tree, around } = scene;
  for (let i = token - 1; i >= 0 && inPhrase(scene, i, token); i--) {
    const whole = [...(around[i] ?? [])].reverse().find((m) => {
      const mention = doc.mentions[m];
      return mention !== undefined && mention.end <= token && mention.end === i + 1;
    });
    const possessive = textOf(tree, i) === "'s" || textOf(tree, i) === '’s' || textOf(tree, i) === "'";
    if (whole !== undefined) {
      // "the English captain" is England's, where the text names it
      const nation =
        typeOf(doc, whole) === 'Group' && uposOf(tree, i) === 'ADJ' ? scene.countryNamed(textOf(tree, i)) : whole;
      return nation < 0 ? [] : [{ mention: nation, by: 'left' }];
    }
    if (possessive) {
      const owner = [...(around[i - 1] ?? [])]
        .reverse()
        .find((m) => doc.mentions[m]?.end === i || doc.mentions[m]?.end === i + 1);
      return owner === undefined ? [] : [{ mention: owner, by: 'left' }];
    }
  }
  return [];
}

const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'PRON', 'X']);

/** Tokens of the noun phrase to the left of its head: nouns, adjectives, names, possessives, hyphens. */
function inPhrase(scene: FactScene, i: number, token: number): boolean {
  const { tree } = scene;
  if (tree.sentenceOf[i] !== tree.sentenceOf[token]) return false;
  const upos = uposOf(tree, i);
  const text = textOf(tree, i);
  if (text === '-' || text === 'and' || text === '&') return i < token - 1 || text === '-';
  if (upos === 'PRON') return relationIsPossessive(scene, i);
  if (upos === 'PART') return text === "'s" || text === '’s' || text === "'";
  // "the detained", "leading": participles before a noun
  if (upos === 'VERB') return baseRelation(tree, i) === 'amod';
  return PHRASE.has(upos);
}

const relationIsPossessive = (scene: FactScene, i: number) => scene.tree.doc.deprels[i] === 'nmod:poss';

/** `token`: the first after the office. Mentions after it by a preposition: "of the Lombardy region", "at Leeds and Hull". */
function rightArguments(scene: FactScene, token: number): { arguments: Argument[]; end: number } {
  const { doc, tree } = scene;
  const found: Argument[] = [];
  let at = token;
  // "secretary general of", "president-elect of"
  while (AFTER_ROLE.test(textOf(tree, at)) && at < token + 3) at++;
  for (let steps = 0; steps < 2; steps++) {
    const preposition = textOf(tree, at);
    if (!OF.has(preposition) || tree.sentenceOf[at] !== tree.sentenceOf[token]) break;
    const mention = mentionFrom(scene, at + 1);
    if (mention < 0) break;
    found.push({ mention, by: preposition });
    at = doc.mentions[mention]?.end ?? at + 1;
    // a second one of the same preposition: "of Chad and Mali"
    if (textOf(tree, at) === 'and') {
      const second = mentionFrom(scene, at + 1);
      if (second >= 0 && typeOf(doc, second) === typeOf(doc, mention) && typeOf(doc, second) !== 'Person') {
        found.push({ mention: second, by: preposition });
        at = doc.mentions[second]?.end ?? at;
      }
    }
  }
  return { arguments: found, end: at };
}

interface Holder {
  readonly mention: number;
  readonly way: string;
  readonly verb: number;
  readonly confidence: number;
}

function holderOf(scene: FactScene, token: number, end: number): Holder {
  const { doc, tree } = scene;
  const holder = (mention: number, way: string, confidence: number, verb = -1): Holder => ({
    mention,
    way,
    confidence,
    verb,
  });
  // "CEO of the Refugee Council Enver Solomon", "Prime Minister Ann Lee"
  const next = personNamedAt(scene, skipQuoteOrRank(scene, end));
  if (next >= 0) return holder(next, 'title', 0.92);
  // "the president of the region, Ann Lee"
  const after = skipAside(scene, end);
  if (textOf(tree, after) === ',' || textOf(tree, after) === ':') {
    const apposed = personNamedAt(scene, skipQuoteOrRank(scene, after + 1));
    if (apposed >= 0 && !listed(scene, token, apposed)) return holder(apposed, 'before', 0.85);
  }
  // "Ann Lee, a professor at Leeds": no verb and no comma between
  const before = namedBefore(scene, token);
  if (before >= 0) return holder(before, 'after', 0.85);
  const copula = subjectOfCopula(scene, token);
  if (copula >= 0) return holder(copula, 'copula', 0.8, token);
  const served = servedAs(scene, token);
  if (served.subject >= 0) return holder(served.subject, 'as', 0.75, served.verb);
  // the person or the group that the noun itself is: "the Iraqi prime minister", "five Danish engineers"
  const self = scene.headed[token] ?? -1;
  const type = typeOf(doc, self);
  const predicate = childBy(tree, token, 'cop') >= 0;
  if ((type === 'Person' && !predicate) || type === 'Group') return holder(self, 'self', 0.7);
  return holder(-1, '', 0);
}

/** A rank or honorific between an office and the name: "commander Gen. Ann Lee". */
function skipQuoteOrRank(scene: FactScene, token: number): number {
  const { doc } = scene;
  let at = token;
  while (
    at < token + 2 &&
    personNamedAt(scene, at) < 0 &&
    /^(?:\p{Lu}\p{L}{1,4}\.|["“])$/u.test(doc.tokens[at]?.text ?? '')
  )
    at++;
  return at;
}

/** Past what stands in brackets: "of CEI (Italian Episcopal Conference), Ann Lee". */
function skipAside(scene: FactScene, token: number): number {
  const { tree } = scene;
  if (textOf(tree, token) !== '(') return token;
  for (let i = token; i < token + 12; i++) if (textOf(tree, i) === ')') return i + 1;
  return token;
}

/** "the mayor of Leeds, Ann Lee and two drivers went": a list of persons, no apposition. */
function listed(scene: FactScene, token: number, person: number): boolean {
  const { doc, tree } = scene;
  const end = nameEnd(doc, person);
  const head = doc.mentions[person]?.head ?? -1;
  if (baseRelation(tree, head) === 'appos') return false;
  const next = textOf(tree, end);
  return (
    (next === 'and' || next === ',') &&
    childrenBy(tree, token, 'conj').some((c) => c >= nameStartOf(scene, person)) &&
    baseRelation(tree, head) === 'conj'
  );
}

const nameStartOf = (scene: FactScene, person: number) =>
  scene.doc.names[scene.doc.mentions[person]?.name ?? -1]?.start ?? -1;

/** The person named before a comma that opens this noun's phrase; -1 where none. */
function namedBefore(scene: FactScene, token: number): number {
  const { doc, tree, around } = scene;
  let i = token - 1;
  while (
    i >= 0 &&
    (inPhrase(scene, i, token) || uposOf(tree, i) === 'DET' || /^(?:former|then|ex)$/.test(textOf(tree, i))) &&
    tree.sentenceOf[i] === tree.sentenceOf[token]
  )
    i--;
  if (!/^(?:,|--|—|–|\()$/.test(textOf(tree, i))) return -1;
  const person = (around[i - 1] ?? []).find(
    (m) => typeOf(doc, m) === 'Person' && doc.mentions[m]?.kind === 'name' && nameEnd(doc, m) === i,
  );
  if (person === undefined) return -1;
  const head = doc.mentions[person]?.head ?? -1;
  // the two as subject and object of different things, or in a list, are two persons
  const relation = baseRelation(tree, token);
  if (
    relation === 'nsubj' ||
    relation === 'obj' ||
    (relation === 'conj' && headOf(tree, token) === head && personList(scene, token))
  )
    return -1;
  return personNamedAt(scene, token + 1) >= 0 && relation !== 'appos' ? -1 : person;
}

const personList = (scene: FactScene, token: number) =>
  childrenBy(scene.tree, token, 'cc').length > 0 || personNamedAt(scene, token + 1) >= 0;

function subjectOfCopula(scene: FactScene, token: number): number {
  const { tree } = scene;
  const verb = lemmaOf(tree, headOf(tree, token));
  const became =
    (baseRelation(tree, token) === 'xcomp' || baseRelation(tree, token) === 'obj') &&
    (verb === 'become' || verb === 'remain');
  const clause = became ? headOf(tree, token) : childBy(tree, token, 'cop') >= 0 ? token : -1;
  if (clause < 0) return -1;
  const subject = childBy(tree, clause, 'nsubj', 'nsubj:outer');
  if (subject >= 0 && /^(?:who|that)$/.test(textOf(tree, subject))) return personHeaded(scene, headOf(tree, clause));
  return subject < 0 ? -1 : personHeaded(scene, subject);
}

function personHeaded(scene: FactScene, token: number): number {
  const mention = scene.headed[token] ?? -1;
  const type = typeOf(scene.doc, mention);
  return type === 'Person' || type === 'Group' || type === 'Country' || type === 'Organization' ? mention : -1;
}

/** "served as president of", "appointed as": the subject, or the object where there is one. */
function servedAs(scene: FactScene, token: number): { subject: number; verb: number } {
  const { tree } = scene;
  const verb = headOf(tree, token);
  const as = childrenBy(tree, token, 'case', 'mark').some((c) => textOf(tree, c) === 'as');
  if (!as || !isVerb(tree, verb) || !/^(?:serve|work|act|resign|retire|return)$/.test(lemmaOf(tree, verb)))
    return { subject: -1, verb: -1 };
  const subject = childBy(tree, verb, 'nsubj');
  const person = subject >= 0 && /^(?:who|that)$/.test(textOf(tree, subject)) ? headOf(tree, verb) : subject;
  return { subject: personHeaded(scene, person), verb };
}

/** "prime minister", "secretary of state", "former head": the words of the role without what it is of. */
function titleOf(scene: FactScene, office: TokenSpan, left: readonly Argument[]): string {
  const { doc, tree } = scene;
  const nearest = doc.mentions[left[0]?.mention ?? -1]?.end ?? -1;
  let start = office.start;
  while (
    start - 1 >= Math.max(nearest, 0) &&
    inPhrase(scene, start - 1, office.start) &&
    !/PART|PRON|NUM/.test(uposOf(tree, start - 1))
  )
    start--;
  let end = office.end;
  while (AFTER_ROLE.test(textOf(tree, end)) && end < office.end + 3) end++;
  const words = Array.from({ length: end - start }, (_, i) => titleWord(scene, start + i));
  return words.join(' ').replace(/ - /g, '-');
}

/** Lower case, but for acronyms ("CEO"). */
function titleWord(scene: FactScene, token: number): string {
  const text = scene.doc.tokens[token]?.text ?? '';
  return /^\p{Lu}{2,}$/u.test(text) ? text : text.toLowerCase();
}
