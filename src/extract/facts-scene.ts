/** What all rules of lasting facts look at: the tree, and the mentions of actors and places by token. */
import type { Chained, FactClaim, Mention, TokenSpan } from '../document';
import type { Country, Organization, Place, Title } from '../learn/lexicons';
import type { EntityType, FactType } from '../ontology';
import { KIND_NOUNS } from './facts-kinds';
import { buildTree, lemmaOf, type Tree, textOf, uposOf } from './tree';

export interface FactLexicons {
  readonly countries: readonly Country[];
  readonly places: readonly Place[];
  readonly organizations: readonly Organization[];
  readonly titles: readonly Title[];
}

export interface FactScene {
  readonly doc: Chained;
  readonly tree: Tree;
  readonly roles: RoleWords;
  /** For each token the typed mentions that hold it, the innermost first. */
  readonly around: readonly (readonly number[])[];
  /** For each token the typed mention that it heads, the outermost; -1 where none. */
  readonly headed: readonly number[];
  /** Chains that stand in the graph anyway: named ones, and those of an event. */
  readonly engaged: ReadonlySet<number>;
  /** Names, adjectives and peoples of countries, lower case, to the mention of that country nearest to the start; -1 where none. */
  readonly countryNamed: (form: string) => number;
  /** The code of a country by its name or adjective. */
  readonly isoOf: (form: string) => string | undefined;
  /** The country that the text is about, by its name and those of its towns; -1 where that is not plain. */
  readonly homeland: number;
  /** The country that it names most after that one, or the two that it names most where it is about none plainly. */
  readonly rivals: readonly number[];
  /** "iraqis", "danes". */
  readonly isPeople: (form: string) => boolean;
  /** Tokens of names of bodies. */
  readonly bodyTokens: ReadonlySet<number>;
  /** Chains with a name. */
  readonly named: ReadonlySet<number>;
}

/** A fact before its date and context. */
export interface FactDraft {
  readonly type: FactType;
  readonly source: number;
  readonly target: number;
  readonly trigger: TokenSpan;
  /** Of HOLDS_POSITION. */
  readonly title: string | null;
  /** Head of the clause that says it, where a verb does; -1 where a noun phrase does. */
  readonly verb: number;
  readonly confidence: number;
  readonly rule: string;
}

export interface RoleWords {
  /** Single nouns that name a person by what he does ("minister", "spokeswoman"). */
  readonly nouns: ReadonlySet<string>;
  /** Offices and ranks of several words, lower case ("secretary of state"): what stands in them is no body or place. */
  readonly titles: ReadonlySet<string>;
}

export function createScene(doc: Chained, lexicons: FactLexicons, engaged: ReadonlySet<number>): FactScene {
  const around: number[][] = doc.tokens.map(() => []);
  const headed = new Array<number>(doc.tokens.length).fill(-1);
  // outer mentions come first: unshift leaves the innermost at the front
  doc.mentions.forEach((mention, m) => {
    if (typeOf(doc, m) === null) return;
    for (let i = mention.start; i < mention.end; i++) around[i]?.unshift(m);
    if (headed[mention.head] === -1) headed[mention.head] = m;
  });
  const named = new Set<number>();
  doc.chains.forEach((chain, c) => {
    if (chain.mentions.some((m) => doc.mentions[m]?.kind === 'name')) named.add(c);
  });
  return {
    doc,
    tree: buildTree(doc),
    roles: roleWords(lexicons.titles),
    around,
    headed,
    engaged: new Set([...engaged, ...named]),
    named,
    bodyTokens: new Set(doc.names.flatMap((n) => (n.type === 'ORG' ? range(n) : []))),
    ...countryReader(doc, lexicons),
  };
}

export const range = (span: TokenSpan) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i);

interface CountryForms {
  readonly iso: ReadonlyMap<string, string>;
  readonly peoples: ReadonlySet<string>;
}
/** Nations that are no states of their own and have offices and teams all the same. */
const HOME_NATIONS = [
  ['England', 'English'],
  ['Scotland', 'Scottish'],
  ['Wales', 'Welsh'],
  ['Northern Ireland', 'Northern Irish'],
] as const;
const countryCache = new WeakMap<readonly Country[], CountryForms>();

function countryForms(countries: readonly Country[]): CountryForms {
  const known = countryCache.get(countries);
  if (known) return known;
  const iso = new Map<string, string>();
  const peoples = new Set<string>();
  for (const c of countries) {
    for (const form of [c.name, ...c.aliases, ...c.adjectives, ...c.person, ...c.people])
      iso.set(form.toLowerCase(), c.iso3);
    for (const form of c.people) if (!c.adjectives.includes(form)) peoples.add(form.toLowerCase());
  }
  for (const [nation, adjective] of HOME_NATIONS) {
    iso.set(nation.toLowerCase(), nation);
    iso.set(adjective.toLowerCase(), nation);
  }
  const made = { iso, peoples };
  countryCache.set(countries, made);
  return made;
}

function countryReader(
  doc: Chained,
  { countries, places }: FactLexicons,
): Pick<FactScene, 'countryNamed' | 'isoOf' | 'homeland' | 'rivals' | 'isPeople'> {
  const { iso, peoples } = countryForms(countries);
  const lies = placeCountries(places);
  const told = new Map<string, number>();
  const first = new Map<string, number>();
  doc.mentions.forEach((mention, m) => {
    if (mention.kind !== 'name' || !/^(?:Country|Place)$/.test(typeOf(doc, m) ?? '')) return;
    const name = doc.names[mention.name] ?? mention;
    const words = doc.tokens.slice(name.start, name.end).map((t) => t.text);
    const code = iso.get(words.join(' ').toLowerCase());
    const state = code ?? lies.get(words.join(' '));
    if (state) told.set(state, (told.get(state) ?? 0) + 1);
    if (code !== undefined && !first.has(code)) first.set(code, m);
  });
  const ranked = [...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [home, rival] = ranked;
  const plain = home !== undefined && home[1] >= (rival ? 2 : 1) && (!rival || home[1] >= 2 * rival[1]);
  return {
    homeland: plain ? (first.get(home[0]) ?? -1) : -1,
    rivals: ranked
      .slice(plain ? 1 : 0, 2)
      .filter(([, count]) => count > 1)
      .flatMap(([code]) => first.get(code) ?? []),
    countryNamed: (form) => first.get(iso.get(form.toLowerCase()) ?? '') ?? -1,
    isoOf: (form) => iso.get(form.toLowerCase()),
    isPeople: (form) => peoples.has(form.toLowerCase()),
  };
}

const placeCache = new WeakMap<readonly Place[], ReadonlyMap<string, string | null>>();

/** Names of towns and regions to the country that they lie in; null where two have one of that name. */
function placeCountries(places: readonly Place[]): ReadonlyMap<string, string | null> {
  const known = placeCache.get(places);
  if (known) return known;
  const made = new Map<string, string | null>();
  for (const { name, aliases, country } of places)
    for (const form of [name, ...aliases])
      made.set(form, made.has(form) && made.get(form) !== country ? null : country);
  placeCache.set(places, made);
  return made;
}

const cache = new WeakMap<readonly Title[], RoleWords>();

function roleWords(titles: readonly Title[]): RoleWords {
  const known = cache.get(titles);
  if (known) return known;
  const all = new Set(titles.filter((t) => t.kind !== 'honorific').map((t) => t.title.toLowerCase()));
  const nouns = new Set([
    ...KIND_NOUNS,
    ...[...all].filter((t) => !t.includes(' of ')).map((t) => t.split(/[ -]/).at(-1) ?? t),
  ]);
  const offices = titles.filter(
    (t) => (t.kind === 'office' || t.kind === 'rank') && !/^(?:U\.?[NS]\.?|EU) /.test(t.title),
  );
  const made = { titles: new Set(offices.map((t) => t.title.toLowerCase())), nouns };
  cache.set(titles, made);
  return made;
}

export function typeOf(doc: Chained, mention: number): EntityType | null {
  return doc.chains[doc.mentions[mention]?.chain ?? -1]?.type ?? null;
}

export const chainAt = (doc: Chained, mention: number): number => doc.mentions[mention]?.chain ?? -1;
export const mentionAt = (doc: Chained, mention: number): Mention | undefined => doc.mentions[mention];

/** Start of the mention's name in tokens ("Mike" of "Secretary of State Mike Pompeo"), or of the mention itself. */
export function nameStart(doc: Chained, mention: number): number {
  const m = doc.mentions[mention];
  return doc.names[m?.name ?? -1]?.start ?? m?.start ?? -1;
}

export function nameEnd(doc: Chained, mention: number): number {
  const m = doc.mentions[mention];
  return doc.names[m?.name ?? -1]?.end ?? m?.end ?? -1;
}

/** The mention of a person whose name begins at the token; -1 where none. */
export function personNamedAt(scene: FactScene, token: number): number {
  const { doc, around } = scene;
  return (
    (around[token] ?? []).find(
      (m) => typeOf(doc, m) === 'Person' && doc.mentions[m]?.kind === 'name' && nameStart(doc, m) === token,
    ) ?? -1
  );
}

/** Mentions inside of this one, itself left out: they stand after it in the list, the outer first. */
export function innerMentions(doc: Pick<Chained, 'mentions'>, m: number): number[] {
  const outer = doc.mentions[m];
  const inner: number[] = [];
  for (let k = m + 1; outer && (doc.mentions[k]?.start ?? Number.POSITIVE_INFINITY) < outer.end; k++) {
    if ((doc.mentions[k]?.end ?? 0) <= outer.end) inner.push(k);
  }
  return inner;
}

/** Typed mentions that begin at the token, the outermost first. */
export const mentionsStarting = (scene: FactScene, token: number): number[] =>
  [...(scene.around[token] ?? [])].reverse().filter((m) => scene.doc.mentions[m]?.start === token);

/** Typed mentions whose last token is before `end`, the outermost first. */
export const mentionsEnding = (scene: FactScene, end: number): number[] =>
  [...(scene.around[end - 1] ?? [])].reverse().filter((m) => scene.doc.mentions[m]?.end === end);

/** The outermost typed mention that begins at the token, or at the one after its article. */
export function mentionFrom(scene: FactScene, token: number): number {
  const { doc, tree } = scene;
  const starting = (at: number) => mentionsStarting(scene, at)[0] ?? -1;
  const direct = starting(token);
  // "of the Refugee Council Ann Lee": the person's mention opens with the body, whose chief he is
  if (direct >= 0 && typeOf(doc, direct) === 'Person' && nameStart(doc, direct) > token) {
    const end = nameStart(doc, direct);
    const inner = innerMentions(doc, direct).find((i) => {
      const m = doc.mentions[i];
      return (
        m !== undefined &&
        m.start <= token + 1 &&
        m.end === end &&
        typeOf(doc, i) !== null &&
        typeOf(doc, i) !== 'Person'
      );
    });
    if (inner !== undefined) return inner;
  }
  return direct >= 0 || uposOf(tree, token) !== 'DET' ? direct : starting(token + 1);
}

/** "minister" of "ministers": the tagger's lemma where it is a role, else the word without its plural. */
export function roleLemma(scene: FactScene, token: number): string | null {
  const { tree, roles } = scene;
  const upos = uposOf(tree, token);
  const text = textOf(tree, token);
  const executive = text === 'executive' && textOf(tree, token - 1) === 'chief';
  if (upos !== 'NOUN' && upos !== 'PROPN' && !executive) return null;
  if (text === 'mate' && textOf(tree, token - 1) === 'running') return 'running mate';
  const candidates = [
    lemmaOf(tree, token),
    text,
    text.replace(/s$/, ''),
    text.replace(/men$/, 'man').replace(/women$/, 'woman'),
  ];
  return candidates.find((form) => roles.nouns.has(form)) ?? null;
}

/** The longest office or rank of the list that holds the token: "Shadow Home Secretary", "secretary of state". */
export function titleSpan(scene: FactScene, token: number): TokenSpan {
  const { tree, roles } = scene;
  for (let length = 4; length > 1; length--) {
    for (let start = token; start > token - length; start--) {
      const words = Array.from({ length }, (_, i) => textOf(tree, start + i));
      if (roles.titles.has(words.join(' ').replace(/ - /g, '-'))) return { start, end: start + length };
    }
  }
  return { start: token, end: token + 1 };
}

export const spanOf = (start: number, end = start + 1): TokenSpan => ({ start, end });

export type { FactClaim };
