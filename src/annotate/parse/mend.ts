/**
 * A name is one phrase: where the parser hung its words on different heads, the tree is mended over the names.
 *   "the Church of Scientology's website": "Scientology" hung on "website", "website" on "Church"
 *   "Executive Freddy Ben-Shitreet said": the parts of the name hung on the title and on the verb
 * A common noun of a person's, body's or place's name is a proper noun, as treebanks have it: "the Gulf of Tonkin".
 * Tags and trees come before names, so this is done after them, to the tags and the tree that later stages read.
 */
import type { Named, TokenSpan } from '../../document';

/** The document with heads and relations in which each name has one head outside of itself. */
export function mendNames<T extends Named>(document: T): T {
  const heads = [...document.heads];
  const deprels = [...document.deprels];
  let next = 0;
  for (const name of document.names) {
    while ((document.sentences[next]?.end ?? Number.POSITIVE_INFINITY) <= name.start) next++;
    const sentence = document.sentences[next];
    if (name.end - name.start < 2 || !sentence || name.end > sentence.end) continue;
    const before = [heads.slice(sentence.start, sentence.end), deprels.slice(sentence.start, sentence.end)] as const;
    mend(document, name, name.type === 'PER', heads, deprels);
    if (!isTree(sentence, heads)) {
      before[0].forEach((head, i) => {
        heads[sentence.start + i] = head;
        deprels[sentence.start + i] = before[1][i] ?? 'dep';
      });
    }
  }
  return { ...document, ...properNouns(document), heads, deprels };
}

const PROPER = new Set(['PER', 'ORG', 'LOC', 'GPE']);
const PROPER_TAGS: Readonly<Record<string, string>> = { NN: 'NNP', NNS: 'NNPS' };

function properNouns(document: Named): Pick<Named, 'upos' | 'xpos' | 'lemmas'> {
  const [upos, xpos, lemmas] = [[...document.upos], [...document.xpos], [...document.lemmas]];
  for (const name of document.names) {
    if (!PROPER.has(name.type)) continue;
    for (let i = name.start; i < name.end; i++) {
      const tag = PROPER_TAGS[xpos[i] ?? ''];
      if (upos[i] !== 'NOUN' || tag === undefined) continue;
      upos[i] = 'PROPN';
      xpos[i] = tag;
      lemmas[i] = (document.tokens[i]?.text[0] ?? '') + (lemmas[i] ?? '').slice(1);
    }
  }
  return { upos, xpos, lemmas };
}

const inside = (span: TokenSpan, token: number): boolean => span.start <= token && token < span.end;

function mend(document: Named, name: TokenSpan, person: boolean, heads: number[], deprels: string[]): void {
  const outer: number[] = [];
  for (let i = name.start; i < name.end; i++) if (!inside(name, heads[i] ?? -1)) outer.push(i);
  if (outer.length < 2) return;
  const root = rootOf(document, name, person, outer);
  const outlet = outletOf(document, name, outer, heads, deprels);
  const head = heads[outlet] ?? -1;
  const relation = deprels[outlet] ?? 'dep';
  // the word that the name now hangs on may hang on the name: it takes the name's old place
  const top = topBelow(name, head, heads);
  const above = outer.find((i) => i !== outlet && !descends(heads[i] ?? -1, name, heads)) ?? -1;
  if (top >= 0) {
    heads[top] = above >= 0 ? (heads[above] ?? -1) : -1;
    deprels[top] = above >= 0 ? (deprels[above] ?? 'dep') : 'root';
    // "to the Church's website": the preposition is the website's
    for (let i = Math.max(0, name.start - 3); i < name.start; i++) {
      if (inside(name, heads[i] ?? -1) && deprels[i] === 'case') heads[i] = top;
    }
  }
  for (const i of outer) {
    if (i === root) continue;
    const preposition = document.upos[i] === 'ADP' && i + 1 < name.end;
    heads[i] = preposition ? i + 1 : root;
    deprels[i] = preposition ? 'case' : person ? 'flat' : 'compound';
  }
  heads[root] = head;
  deprels[root] = relation;
}

/** "Church" of "Church of Scientology"; the first word of a person's name, else the last that hangs outside. */
function rootOf(document: Named, name: TokenSpan, person: boolean, outer: readonly number[]): number {
  const first = outer[0] ?? name.start;
  if (person) return first;
  for (let i = name.start + 1; i < name.end; i++) {
    if (document.upos[i] === 'ADP') return outer.filter((o) => o < i).at(-1) ?? first;
  }
  return outer.filter((o) => document.upos[o] !== 'PUNCT' && document.upos[o] !== 'NUM').at(-1) ?? first;
}

const WEAK = new Set([
  'compound',
  'flat',
  'case',
  'mark',
  'amod',
  'nummod',
  'det',
  'punct',
  'dep',
  'discourse',
  'cc',
  'iobj',
  'vocative',
]);

/** The word whose arc becomes the name's: that of a possessor or of a noun after it, else the fullest relation. */
function outletOf(
  document: Named,
  name: TokenSpan,
  outer: readonly number[],
  heads: readonly number[],
  deprels: readonly string[],
): number {
  const last = outer.at(-1) ?? name.start;
  const possessive = /^['’]s?$/.test(document.tokens[name.end]?.text ?? '');
  const right =
    (heads[last] ?? -1) >= name.end && /^(?:nmod:poss|compound|nmod:desc|nmod|amod)$/.test(deprels[last] ?? '');
  if (right && (possessive || deprels[last] !== 'nmod')) return last;
  return outer.find((i) => !WEAK.has(deprels[i] ?? '')) ?? last;
}

/** The ancestor of `token` (or itself) that hangs on a word of the name; -1 where it does not descend from the name. */
function topBelow(name: TokenSpan, token: number, heads: readonly number[]): number {
  for (let at = token, steps = 0; at >= 0 && steps < 200; steps++) {
    const head = heads[at] ?? -1;
    if (inside(name, head)) return at;
    at = head;
  }
  return -1;
}

const descends = (token: number, name: TokenSpan, heads: readonly number[]): boolean =>
  topBelow(name, token, heads) >= 0;

/** One root and no cycle in the sentence. */
function isTree(sentence: TokenSpan, heads: readonly number[]): boolean {
  let roots = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    if (heads[i] === -1) roots++;
    let at = i;
    for (let steps = 0; at >= 0; steps++) {
      if (steps > sentence.end - sentence.start || at < sentence.start || at >= sentence.end) return false;
      at = heads[at] ?? -1;
    }
  }
  return roots === 1;
}
