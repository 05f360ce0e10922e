import type { Parsed, TokenSpan } from '../document';

/** Lookups over the dependency trees of a document, made once. All numbers are document indices of tokens. */
export interface Tree {
  readonly doc: Parsed;
  /** In small letters: they are asked for at every step. */
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly children: readonly (readonly number[])[];
  /** For each token the index of its sentence. */
  readonly sentenceOf: readonly number[];
}

export function buildTree(doc: Parsed): Tree {
  const children: number[][] = doc.tokens.map(() => []);
  doc.heads.forEach((head, i) => {
    if (head >= 0) children[head]?.push(i);
  });
  const sentenceOf: number[] = new Array<number>(doc.tokens.length).fill(-1);
  doc.sentences.forEach((sentence, s) => {
    for (let i = sentence.start; i < sentence.end; i++) sentenceOf[i] = s;
  });
  return {
    doc,
    words: doc.tokens.map((token) => token.text.toLowerCase()),
    lemmas: doc.lemmas.map((lemma) => lemma.toLowerCase()),
    children,
    sentenceOf,
  };
}

export const lemmaOf = (tree: Tree, i: number): string => tree.lemmas[i] ?? '';
export const textOf = (tree: Tree, i: number): string => tree.words[i] ?? '';
export const relationOf = (tree: Tree, i: number): string => tree.doc.deprels[i] ?? '';
export const uposOf = (tree: Tree, i: number): string => tree.doc.upos[i] ?? '';
export const xposOf = (tree: Tree, i: number): string => tree.doc.xpos[i] ?? '';
export const headOf = (tree: Tree, i: number): number => tree.doc.heads[i] ?? -1;
export const childrenOf = (tree: Tree, i: number): readonly number[] => tree.children[i] ?? [];

/** The relation without its subtype: "nsubj:pass" -> "nsubj". */
export function baseRelation(tree: Tree, i: number): string {
  const relation = relationOf(tree, i);
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

export function childrenBy(tree: Tree, i: number, ...relations: readonly string[]): number[] {
  return childrenOf(tree, i).filter((c) => relations.includes(relationOf(tree, c)));
}

export function childBy(tree: Tree, i: number, ...relations: readonly string[]): number {
  return childrenOf(tree, i).find((c) => relations.includes(relationOf(tree, c))) ?? -1;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'X', 'SYM']);
export const isNominal = (tree: Tree, i: number): boolean => NOMINAL.has(uposOf(tree, i));
export const isVerb = (tree: Tree, i: number): boolean => uposOf(tree, i) === 'VERB';

/** The preposition of a nominal, several words joined ("according_to"); '' where there is none. */
export function prepositionsOf(tree: Tree, i: number): string[] {
  const found: string[] = [];
  // the preposition of a name may hang on one of its later words, or on the title before it ("by Minister Ruiz")
  const own = [i, ...childrenBy(tree, i, 'flat', 'nmod:desc')].flatMap((node) => [...childrenOf(tree, node)]);
  for (const c of own) {
    if (relationOf(tree, c) !== 'case' && !(relationOf(tree, c) === 'mark' && uposOf(tree, c) === 'SCONJ')) continue;
    const rest = childrenBy(tree, c, 'fixed').map((f) => textOf(tree, f));
    found.push([textOf(tree, c), ...rest].join('_'));
  }
  return found;
}

/** Conjuncts of a token, itself first. */
export function conjunctsOf(tree: Tree, i: number): number[] {
  // "Ghana, Togo and Benin": the parser may hang the last name on the one before it
  const names = (c: number): number[] =>
    uposOf(tree, c) === 'PROPN' ? childrenBy(tree, c, 'conj').filter((d) => uposOf(tree, d) === 'PROPN') : [];
  return [
    i,
    ...childrenBy(tree, i, 'conj')
      .filter((c) => isNominal(tree, c) === isNominal(tree, i))
      .flatMap((c) => [c, ...names(c).flatMap((d) => [d, ...names(d)])]),
  ];
}

/** The smallest span that holds the token and all that hangs on it. */
export function subtreeSpan(tree: Tree, i: number): TokenSpan {
  let start = i;
  let end = i + 1;
  const queue = [i];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    start = Math.min(start, node);
    end = Math.max(end, node + 1);
    queue.push(...childrenOf(tree, node));
  }
  return { start, end };
}

/** True where the verb is passive: "was hit", "(the bases) hit by rebels", "the detained mayor". */
export function isPassive(tree: Tree, verb: number): boolean {
  const own = childrenOf(tree, verb).map((c) => relationOf(tree, c));
  if (own.includes('nsubj:pass') && !own.includes('aux:pass') && isActiveForm(tree, verb)) return false;
  if (own.includes('nsubj:pass') || own.includes('aux:pass') || own.includes('csubj:pass')) return true;
  if (own.includes('nsubj') || isActiveAfterAll(tree, verb)) return false;
  const relation = relationOf(tree, verb);
  // "appeared in court charged with murder"
  const suffered = relation === 'advcl' && SUFFERED.has(textOf(tree, verb)) && !own.includes('mark');
  const past = xposOf(tree, verb) === 'VBN' || (xposOf(tree, verb) === 'VBD' && (relation === 'acl' || suffered));
  if (!past) return false;
  if (relation === 'acl' || relation === 'amod') return !own.includes('obj') || own.includes('obl:agent');
  if (relation === 'advcl') return !own.includes('aux') && (!own.includes('obj') || own.includes('obl:agent'));
  if (relation === 'conj') return !own.includes('aux') && !own.includes('obj') && isPassive(tree, headOf(tree, verb));
  if (relation === 'xcomp' || relation === 'ccomp') return !own.includes('aux');
  return false;
}

const SUFFERED = new Set(
  'charged accused convicted detained arrested sentenced jailed suspected imprisoned indicted handcuffed'.split(' '),
);
const ASKING = new Set(['for', 'on', 'upon']);
/** Past forms that no participle shares, and verbs that have no passive. */
const ACTIVE_FORMS = new Set(
  `began broke chose drew drove fell flew forgot froze gave grew hid knew rose rode ran sang sank saw shook spoke stole swore took threw
  wore withdrew woke wrote overran overthrew undertook went came surrendered resigned retreated protested marched clashed rallied voted
  died arrived apologized apologised fled agreed vowed pleaded appealed objected complained demonstrated struggled quarreled quarrelled
  refused declined pledged promised threatened insisted`.split(/\s+/),
);
const PARTICIPLES_TOO = new Set(['agreed', 'vowed', 'refused', 'declined', 'pledged', 'promised', 'threatened']);

/**
 * "A tycoon, once a minister, called for sanctions", "Twenty rebels surrendered to the police": hung on the noun before it like a
 * participle, which the form or the word after it rules out.
 */
export function isActiveAfterAll(tree: Tree, verb: number): boolean {
  return relationOf(tree, verb) === 'acl' && isActiveForm(tree, verb);
}

/** True where the form, or the word after it, rules out a participle. */
function isActiveForm(tree: Tree, verb: number): boolean {
  const form = textOf(tree, verb);
  const fits = PARTICIPLES_TOO.has(form)
    ? childrenOf(tree, verb).some((c) => relationOf(tree, c) === 'xcomp' && c > verb)
    : ACTIVE_FORMS.has(form) || (form === 'called' && ASKING.has(textOf(tree, verb + 1)));
  return (
    fits &&
    !childrenOf(tree, verb).some((c) => relationOf(tree, c).startsWith('aux') || relationOf(tree, c) === 'obl:agent')
  );
}
