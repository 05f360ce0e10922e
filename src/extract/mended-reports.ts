/**
 * What somebody said, where the parser hangs the clause on a noun between it and its verb of saying: "reported the same month
 * that a cook had come", "complained in a speech that he was ill", "told the school they were leaving".
 */
import type { Words } from './mended-verbs';

/** Verbs whose clause is what they report. */
const REPORTING = new Set(
  `say tell add explain note report state announce claim warn confirm insist recall complain argue allege reveal testify admit
  acknowledge concede believe write declare maintain stress emphasize emphasise inform assure remind notify affirm conclude suggest
  disclose hint boast`.split(/\s+/),
);
/** Those with their listener between them and the clause. */
const TELLING = new Set(['tell', 'inform', 'assure', 'remind', 'warn', 'notify']);
/** Nouns whose own clause it may be ("a report that he left"). */
const CONTENT = new Set(
  `report claim statement fact news allegation accusation belief view evidence sign rumour rumor suggestion suspicion hope fear
  concern idea proof promise threat warning complaint possibility argument conclusion decision assertion charge testimony
  letter message tweet post case time day way reason condition`.split(/\s+/),
);
const TIMES = new Set(
  `day week month year morning afternoon evening night today yesterday monday tuesday wednesday thursday friday saturday sunday january
  february march april may june july august september october november december`.split(/\s+/),
);
const SUBJECTS = ['nsubj', 'nsubj:pass', 'nsubj:outer', 'expl'];
const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'you', 'there']);

/** Gives the clause to the verb of saying, as what is said. */
export function mendToldClause(words: Words, clause: number): void {
  const { doc, children, heads, deprels } = words;
  if (deprels[clause] !== 'acl:relcl' && deprels[clause] !== 'acl') return;
  const own = children[clause]!;
  const subject = own.find((c) => SUBJECTS.includes(deprels[c] ?? '')) ?? -1;
  if (subject < 0 || subject > clause || isRelative(doc.tokens[subject]?.text)) return;
  const noun = heads[clause]!;
  const verb = verbAbove(words, noun);
  if (verb < 0 || !REPORTING.has(doc.lemmas[verb] ?? '') || doc.upos[verb] !== 'VERB') return;
  if (children[verb]!.some((c) => deprels[c] === 'ccomp' || (deprels[c] === 'obj' && c > noun))) return;
  const that = own.find((c) => c < subject && doc.tokens[c]?.text.toLowerCase() === 'that');
  const lemma = (doc.lemmas[noun] ?? '').toLowerCase();
  const told =
    that === undefined ? isToldPlainly(words, clause, subject, noun, verb) : isReport(words, that, noun, lemma);
  if (!told) return;
  heads[clause] = verb;
  deprels[clause] = 'ccomp';
  if (that !== undefined) deprels[that] = 'mark';
}

/**
 * "said she had not been let in and accused the king of theft": an active verb that the parser joins to the passive of what is
 * said is the speaker's own.
 */
export function mendSharedSubject({ doc, children, heads, deprels, xpos }: Words, verb: number): void {
  if (deprels[verb] !== 'conj' || xpos[verb] !== 'VBD') return;
  const said = heads[verb]!;
  const above = heads[said] ?? -1;
  if (deprels[said] !== 'ccomp' || above < 0 || xpos[above] !== 'VBD' || !REPORTING.has(doc.lemmas[above] ?? ''))
    return;
  const relations = children[verb]!.map((c) => deprels[c] ?? '');
  if (!relations.includes('obj') || relations.some((r) => /^(?:nsubj|aux|mark)/.test(r))) return;
  if (children[said]!.some((c) => deprels[c] === 'aux:pass')) heads[verb] = above;
}

/** "that" joins a clause with nothing left out, or stands behind a day, which nothing is done to. */
function isReport({ deprels, doc }: Words, that: number, noun: number, lemma: string): boolean {
  if (TIMES.has(lemma)) return true;
  if (deprels[that] !== 'mark') return false;
  // "said in a statement that": the statement is the speaker's own; "denied a report that" is not
  return !CONTENT.has(lemma) || deprels[noun]!.startsWith('obl') || doc.tokens[that - 1]?.text === ',';
}

/** "told the school they were leaving": no "that", and a pronoun right behind the listener. */
function isToldPlainly({ doc, deprels }: Words, clause: number, subject: number, noun: number, verb: number): boolean {
  return (
    TELLING.has(doc.lemmas[verb] ?? '') &&
    /^i?obj$/.test(deprels[noun] ?? '') &&
    subject === noun + 1 &&
    PRONOUNS.has(doc.tokens[subject]!.text.toLowerCase()) &&
    clause > subject
  );
}

const isRelative = (text = ''): boolean => /^(?:who|whom|which|that|whose)$/i.test(text);

/** The verb that the noun is an object or circumstance of; nouns in between count. */
function verbAbove({ doc, heads, deprels }: Words, noun: number): number {
  let node = noun;
  for (let steps = 0; steps < 4; steps++) {
    const head = heads[node] ?? -1;
    if (head < 0 || head > node) return -1;
    if (doc.upos[head] === 'VERB') return /^(?:i?obj|obl)/.test(deprels[node] ?? '') ? head : -1;
    if (!/^nmod/.test(deprels[node] ?? '')) return -1;
    node = head;
  }
  return -1;
}
