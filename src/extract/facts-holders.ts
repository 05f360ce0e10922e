/** Who bears a role: named after its noun, before it, its subject, or the person that the noun itself is. */
import { antecedent } from './facts-bearers';
import { POSTS, postHolder } from './facts-posts';
import { type FactScene, nameEnd, personNamedAt, roleLemma, typeOf } from './facts-scene';
import { inPhrase, newParagraph, skipAside, skipQuoteOrRank } from './facts-titles';
import { baseRelation, childBy, childrenBy, headOf, isPassive, isVerb, lemmaOf, textOf, uposOf } from './tree';

export interface Holder {
  readonly mention: number;
  readonly way: string;
  readonly verb: number;
  readonly confidence: number;
}

/** @param end - the first token after the office and what it is of */
export function holderOf(scene: FactScene, token: number, end: number, role: string): Holder {
  const { doc, tree } = scene;
  const holder = (mention: number, way: string, confidence: number, verb = -1): Holder => ({
    mention,
    way,
    confidence,
    verb,
  });
  // "his wife and manager Ann Lee"
  if (textOf(scene.tree, end) === 'and' && end === token + 1 && roleLemma(scene, end + 1) !== null) {
    const comma = textOf(scene.tree, end + 2) === ',' ? 1 : 0;
    const both = personNamedAt(scene, end + 2 + comma);
    const plural = scene.doc.xpos[token] === 'NNS' || scene.doc.xpos[end + 1] === 'NNS';
    if (both >= 0 && !plural) return holder(both, 'title', 0.8);
  }
  // "CEO of the Herring Council Ann Lee", "Prime Minister Ann Lee"
  const next = personNamedAt(scene, skipQuoteOrRank(scene, end));
  if (next >= 0 && !newParagraph(scene, end)) return holder(next, 'title', 0.92);
  const after = skipAside(scene, end);
  // "director of the Relief Centre (RC) Dr. Ann Lee"
  const beyond = after > end ? personNamedAt(scene, skipQuoteOrRank(scene, after)) : -1;
  if (beyond >= 0) return holder(beyond, 'title', 0.88);
  // "Ann Lee, a professor at Leeds": no verb and no comma between
  const before = namedBefore(scene, token, BODILY.test(role));
  // "the president of the region, Ann Lee"; in "Ann Lee, bank director, Bo Ek, board secretary" each title is the name's before it
  // '"We never met the ambassador," Lee said': a quotation ends between them
  const quoted = /^["”]$/.test(textOf(tree, after + 1));
  if ((textOf(tree, after) === ',' && !quoted) || textOf(tree, after) === ':') {
    const apposed = personNamedAt(scene, skipQuoteOrRank(scene, after + 1));
    const several = scene.doc.xpos[token] === 'NNS' && !/^(?:and|,)$/.test(textOf(tree, nameEnd(doc, apposed)));
    const listing = before >= 0 && childrenBy(tree, token, 'det', 'nmod:poss').length === 0;
    if (apposed >= 0 && !listing && !several && !listed(scene, token, apposed)) return holder(apposed, 'before', 0.85);
  }
  if (before >= 0) return holder(before, 'after', 0.85);
  const copula = subjectOfCopula(scene, token);
  if (copula.subject >= 0) return holder(copula.subject, 'copula', 0.8, copula.verb);
  const post = postHolder(scene, token);
  if (post.subject >= 0) return holder(post.subject, 'post', 0.75, post.verb);
  const served = servedAs(scene, token);
  if (served.subject >= 0) return holder(served.subject, 'as', 0.75, served.verb);
  // "is the director of the union and founder of the bank"
  for (let first = roleJoined(scene, token); first >= 0; first = roleJoined(scene, first)) {
    const same = subjectOfCopula(scene, first);
    if (same.subject >= 0) return holder(same.subject, 'conj', 0.7, same.verb);
    const also = servedAs(scene, first);
    if (also.subject >= 0) return holder(also.subject, 'conj', 0.65, also.verb);
    const named = namedBefore(scene, first, BODILY.test(role));
    if (named >= 0) return holder(named, 'conj', 0.7);
  }
  // the person or the group that the noun itself is: "the Iraqi prime minister", "five Danish engineers"
  const self = scene.headed[token] ?? -1;
  const type = typeOf(doc, self);
  const predicate = childBy(tree, token, 'cop') >= 0;
  if ((type === 'Person' && !predicate) || type === 'Group') return holder(self, 'self', 0.7);
  return holder(-1, '', 0);
}

/**
 * The role that this one is joined to, by "and" or in a list, itself or behind what that one is of ("director of the union and founder
 * of the bank", "a member of the panel of the bank, a member of the board"); -1 where none.
 */
function roleJoined(scene: FactScene, token: number): number {
  const { tree } = scene;
  const relation = baseRelation(tree, token);
  if (relation !== 'appos' && relation !== 'conj') return -1;
  let at = headOf(tree, token);
  for (let steps = 0; at >= 0 && steps < 4; steps++, at = headOf(tree, at)) {
    if (at < token && roleLemma(scene, at) !== null && !scene.bodyTokens.has(at)) return at;
    if (!/^(?:nmod|conj|appos)$/.test(baseRelation(tree, at))) return -1;
  }
  return -1;
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

/** Roles that a body or a state may have as well: "Turkey, a NATO member", "Nordbank, the owner of Zentra". */
const BODILY = /^(?:member|owner|co-owner|shareholder|ally|partner)$/;

const personEnding = (scene: FactScene, end: number): number | undefined =>
  scene.around[end - 1]?.find(
    (m) => typeOf(scene.doc, m) === 'Person' && scene.doc.mentions[m]?.kind === 'name' && nameEnd(scene.doc, m) === end,
  );

/** The person (or the body, where the role allows one) named before a comma that opens this noun's phrase; -1 where none. */
function namedBefore(scene: FactScene, token: number, bodily: boolean): number {
  const { doc, tree, around } = scene;
  let i = token - 1;
  // "Ann Lee former Peruvian justice minister", without a comma
  const former = (at: number) => /^(?:former|ex)$/.test(textOf(tree, at)) && personEnding(scene, at) !== undefined;
  while (
    i >= 0 &&
    !former(i) &&
    (inPhrase(scene, i, token) || uposOf(tree, i) === 'DET' || /^(?:former|then|ex)$/.test(textOf(tree, i))) &&
    tree.sentenceOf[i] === tree.sentenceOf[token]
  )
    i--;
  if (!former(i) && (!/^(?:,|--|—|–|\()$/.test(textOf(tree, i)) || /^(?:and|&)$/.test(textOf(tree, i + 1)))) return -1;
  const apposed = bodily && baseRelation(tree, token) === 'appos';
  const person = (around[i - 1] ?? []).find((m) => {
    const type = typeOf(doc, m);
    const fits = type === 'Person' || (apposed && (type === 'Organization' || type === 'Country'));
    return fits && doc.mentions[m]?.kind === 'name' && nameEnd(doc, m) === i;
  });
  if (person === undefined) return -1;
  // "a member of the panel, a member of the board": both are his
  if (typeOf(doc, person) !== 'Person' && roleBehind(scene, person)) return -1;
  const head = doc.mentions[person]?.head ?? -1;
  // the two as subject and object of different things, or in a list, are two persons
  const relation = baseRelation(tree, token);
  // "Gen. Lee, the former army chief was told ...": the name hangs on the verb as nobody's subject
  const loose = /^(?:vocative|dislocated|obl|appos)$/.test(baseRelation(tree, head)) && opensSentence(scene, person);
  if (
    (relation === 'nsubj' && !(loose && childrenBy(tree, token, 'det').length > 0)) ||
    relation === 'obj' ||
    (relation === 'conj' && headOf(tree, token) === head && personList(scene, token))
  )
    return -1;
  return personNamedAt(scene, token + 1) >= 0 && relation !== 'appos' ? -1 : person;
}

/** The name, with ranks before it, stands first in its sentence or behind a comma. */
function opensSentence({ doc, tree }: FactScene, person: number): boolean {
  const start = doc.mentions[person]?.start ?? 0;
  return tree.sentenceOf[start - 1] !== tree.sentenceOf[start] || textOf(tree, start - 1) === ',';
}

/** "a member of the panel": whether the body is what a role before it is of. */
export function roleBehind(scene: FactScene, body: number): boolean {
  const { doc, tree } = scene;
  let at = (doc.mentions[body]?.start ?? 0) - 1;
  while (at > 0 && (inPhrase(scene, at, at + 2) || /^(?:of|at|the|in|for)$/.test(textOf(tree, at)))) {
    if (roleLemma(scene, at) !== null) return true;
    at--;
  }
  return false;
}

const personList = (scene: FactScene, token: number) =>
  childrenBy(scene.tree, token, 'cc').length > 0 || personNamedAt(scene, token + 1) >= 0;

/** "is the mayor of", "became", "was elected": the subject, and the verb or predicate that says it. */
function subjectOfCopula(scene: FactScene, token: number): Subject {
  const { tree } = scene;
  const head = headOf(tree, token);
  const relation = baseRelation(tree, token);
  const become = (relation === 'xcomp' || relation === 'obj') && BECOMING.test(lemmaOf(tree, head));
  const made = (relation === 'xcomp' || relation === 'obj') && MAKING.test(lemmaOf(tree, head));
  const clause = become || made ? head : childBy(tree, token, 'cop') >= 0 ? token : -1;
  if (clause < 0) return NOBODY;
  // "elected her president": who is made so
  if (made && !isPassive(tree, head)) {
    const object = relation === 'xcomp' ? childBy(tree, head, 'obj') : -1;
    return { subject: object < 0 ? -1 : personHeaded(scene, object), verb: head };
  }
  const subject = childBy(tree, clause, 'nsubj', 'nsubj:outer', 'nsubj:pass');
  if (subject < 0)
    return made
      ? { subject: orNamedBefore(scene, head, personHeaded(scene, relativeHead(scene, head))), verb: head }
      : NOBODY;
  return { subject: actorAt(scene, subject, clause), verb: clause };
}

interface Subject {
  readonly subject: number;
  /** -1 where a noun phrase says it. */
  readonly verb: number;
}
const NOBODY: Subject = { subject: -1, verb: -1 };
const BECOMING = /^(?:become|remain)$/;
const MAKING = /^(?:elect|re-elect|reelect|name|appoint|choose|declare|crown|proclaim|vote)$/;
/** With "as" and an office: what one has, takes or leaves. */
const SERVING =
  /^(?:join|serve|work|act|resign|retire|return|quit|depart|continue|stay|step|stand|take|replace|succeed|campaign)$/;
/** With "as" and an office: what somebody is put into, or out of. */
const PLACING =
  /^(?:swear|inaugurate|install|appoint|reappoint|name|elect|re-elect|reelect|choose|confirm|hire|recruit|fire|sack|dismiss|oust|remove|suspend|know|recognise|recognize|identify|describe|introduce|unveil|present|announce|designate|assign|instal)$/;

/** "(the banker) elected president": the noun before a reduced relative. */
function relativeHead(scene: FactScene, verb: number): number {
  const relation = baseRelation(scene.tree, verb);
  const head = headOf(scene.tree, verb);
  return relation === 'acl' && head < verb ? head : -1;
}

/** The actor that the subject is, or that a relative pronoun stands for. */
function actorAt(scene: FactScene, subject: number, clause: number): number {
  const { tree } = scene;
  if (!/^(?:who|that|which)$/.test(textOf(tree, subject))) return personHeaded(scene, subject);
  return actorOnly(scene, antecedent(scene, subject, headOf(tree, clause)));
}

const personHeaded = (scene: FactScene, token: number): number => actorOnly(scene, scene.headed[token] ?? -1);

function actorOnly(scene: FactScene, mention: number): number {
  const type = typeOf(scene.doc, mention);
  return type === 'Person' || type === 'Group' || type === 'Country' || type === 'Organization' ? mention : -1;
}

/** "served as president of", "was sworn in as", "appointed Ann Lee as": the subject, or who is put there. */
function servedAs(scene: FactScene, token: number): Subject {
  const { tree } = scene;
  // "joined the bank as its director": the phrase may hang on the object
  const above = headOf(tree, token);
  const hangs =
    baseRelation(tree, token) === 'nmod' && (baseRelation(tree, above) === 'obj' || POSTS.test(textOf(tree, above)));
  const verb = hangs ? headOf(tree, above) : above;
  const as = childrenBy(tree, token, 'case', 'mark').some((c) => textOf(tree, c) === 'as');
  const lemma = lemmaOf(tree, verb);
  if (!as || !isVerb(tree, verb) || !(SERVING.test(lemma) || PLACING.test(lemma))) return NOBODY;
  const passive = isPassive(tree, verb);
  if (PLACING.test(lemma) && !passive) {
    const object = childBy(tree, verb, 'obj');
    return object >= 0 && object < token ? { subject: personHeaded(scene, object), verb } : NOBODY;
  }
  const subject = childBy(tree, verb, 'nsubj', 'nsubj:pass');
  const person = subject >= 0 ? actorAt(scene, subject, verb) : personHeaded(scene, relativeHead(scene, verb));
  return { subject: passive ? orNamedBefore(scene, verb, person) : person, verb };
}

/** "Ann Lee Kam-wing was appointed": the person named straight before the auxiliaries, where the tree has no subject. */
function orNamedBefore(scene: FactScene, verb: number, subject: number): number {
  let at = verb;
  while (at > verb - 5 && /^(?:AUX|ADV|PART)$/.test(uposOf(scene.tree, at - 1))) at--;
  return subject < 0 && at < verb ? (personEnding(scene, at) ?? -1) : subject;
}
