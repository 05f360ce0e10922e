/**
 * Where places and bodies lie: "Livorno, Tuscany", "Arles, a town in France", "the Italian city of Milan",
 * "the Iraqi capital, Baghdad", "the clinic in Leeds", "the Leeds-based firm".
 */
import type { Place } from '../learn/lexicons';
import { bearer, hangingOn } from './facts-bearers';
import { bodyOf, SEATED, whereAt } from './facts-places-parts';
import {
  chainAt,
  type FactDraft,
  type FactLexicons,
  type FactScene,
  mentionFrom,
  mentionsEnding,
  mentionsStarting,
  nameEnd,
  nameStart,
  spanOf,
  typeOf,
} from './facts-scene';
import { baseRelation, childrenBy, headOf, isVerb, prepositionsOf, textOf, uposOf } from './tree';

const PLACE_NOUNS: ReadonlySet<string> = new Set(
  `city town village capital port province region state district suburb island county municipality
  settlement neighborhood neighbourhood resort area community enclave stronghold township
  governorate hamlet peninsula republic territory airport base camp stadium square river lake
  mountain hospital school university church mosque museum prison hotel headquarters`.split(/\s+/),
);
/** States and provinces that are called like a city of theirs. */
const REGIONS_TOO = new Set(['New York', 'Washington', 'Quebec', 'Mexico', 'Oklahoma']);
const IN = new Set(['in', 'near', 'outside', 'next_to']);
/** With a part of a place: "on the outskirts of Leeds". */
const ON = new Set(['on', 'at', 'off', 'along']);
/** What is of a larger place without being it: "the capital of Chad", but "the city of Mosul". */
const OF_LARGER =
  /^(?:area|neighborhood|neighbourhood|district|suburb|section|quarter|capital|suburb|suburbs|outskirts|port|centre|center|part)$/;

export function findPlaces(scene: FactScene, lexicons: FactLexicons): FactDraft[] {
  const places = placeTable(lexicons.places);
  return scene.doc.mentions.flatMap((_, m) => [
    ...pairs(scene, m, places),
    ...lies(scene, m),
    ...beside(scene, m, places),
    ...capitalNamed(scene, m, lexicons),
    ...siteNamed(scene, m),
    ...cityOf(scene, m),
    ...basedIn(scene, m),
    ...siteAfter(scene, m),
    ...bodyInTown(scene, m, places),
  ]);
}

const cache = new WeakMap<readonly Place[], ReadonlyMap<string, Place[]>>();

function placeTable(rows: readonly Place[]): ReadonlyMap<string, Place[]> {
  const known = cache.get(rows);
  if (known) return known;
  const table = new Map<string, Place[]>();
  for (const row of rows)
    for (const name of [row.name, ...row.aliases]) table.set(name, [...(table.get(name) ?? []), row]);
  cache.set(rows, table);
  return table;
}

const isPlace = (type: ReturnType<typeof typeOf>) => type === 'Place' || type === 'Country';

function draft(source: number, target: number, token: number, confidence: number, rule: string): FactDraft {
  return {
    type: 'LOCATED_IN',
    source,
    target,
    trigger: spanOf(token),
    title: null,
    verb: -1,
    confidence,
    rule: `place.${rule}`,
  };
}

const words = (scene: FactScene, m: number): string => {
  const mention = scene.doc.mentions[m];
  const name = scene.doc.names[mention?.name ?? -1] ?? mention;
  return scene.doc.tokens
    .slice(name?.start, name?.end)
    .map((t) => t.text)
    .join(' ');
};

/** "Livorno, Tuscany": a smaller place, a comma, a larger one; not a list of places. */
function pairs(scene: FactScene, m: number, places: ReadonlyMap<string, Place[]>): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (mention?.kind !== 'name' || typeOf(doc, m) !== 'Place') return [];
  const end = nameEnd(doc, m);
  if (textOf(tree, end) !== ',') return [];
  const second =
    mentionsStarting(scene, end + 1).find((i) => doc.mentions[i]?.kind === 'name' && isPlace(typeOf(doc, i))) ?? -1;
  if (second < 0 || chainAt(doc, second) === mention.chain || /[^\p{L}\p{M}\s.'’-]/u.test(words(scene, second)))
    return [];
  // "Port Ana, now Puerto Nuevo"
  if (/^(?:now|then|formerly|today|aka)$/.test(textOf(tree, end + 1))) return [];
  // "Batting first at Mill Park, Chad made 180": a clause opens with the second
  if (baseRelation(tree, doc.mentions[second]?.head ?? -1) === 'nsubj') return [];
  // "Leeds, Mill camp and Hull" is a list
  const noun = PLACE_NOUNS.has(textOf(tree, nameEnd(doc, second))) ? 1 : 0;
  const after = textOf(tree, nameEnd(doc, second) + noun);
  const before = textOf(tree, mention.start - 1);
  const joined = mentionsStarting(scene, nameEnd(doc, second) + noun + 1).some(
    (i) => doc.mentions[i]?.kind === 'name' && isPlace(typeOf(doc, i)),
  );
  const larger = places.get(words(scene, second)) ?? [];
  const smaller = places.get(words(scene, m)) ?? [];
  const namesake = REGIONS_TOO.has(words(scene, second));
  const isLarge = typeOf(doc, second) === 'Country' || namesake || larger.some((p) => p.kind !== 'city');
  const listed =
    ((after === 'and' || after === 'or') && (joined || !isLarge)) ||
    (after === ',' && /^(?:and|or)$/.test(textOf(tree, nameEnd(doc, second) + 1))) ||
    (before === ',' && isPlaceEnding(scene, mention.start - 1)) ||
    (before === 'and' && isPlaceEnding(scene, mention.start - 1));
  if (larger.length > 0 && !isLarge) return [];
  const countries = new Set(larger.map((p) => p.country));
  // parts of the world ("Africa, Europe") are of no one country, and agree with none
  const agrees = smaller.some((p) => p.country && countries.has(p.country));
  // "Zeus, Hera, Poseidon": unknown names after commas are a list as soon as there are three
  const next = after === ',' ? mentionsStarting(scene, nameEnd(doc, second) + 1) : [];
  const thirdName = next.find((i) => doc.mentions[i]?.kind === 'name') ?? -1;
  const third = thirdName >= 0;
  const afterThird = nameEnd(doc, thirdName);
  // "Leeds, Hull, York and Bath", "Leeds, Hull, York, ...": whatever country they are in
  if (third && /^(?:and|or|,)$/.test(textOf(tree, afterThird)) && typeOf(doc, second) === 'Place') return [];
  if (third && !agrees && typeOf(doc, second) !== 'Country' && larger.length === 0) return [];
  // a known place of another country stands in a list ("Cairo, Syria")
  if (smaller.length > 0 && larger.length > 0 && !agrees) return [];
  if (listed && !agrees) return [];
  // of two names that no list knows only "in Abc, Xyz" is sure to be a pair, and "in addition to Abc, the Xyz" is none
  const known = larger.length > 0 || typeOf(doc, second) === 'Country';
  if (!known && (!/^(?:in|at|from|near|of|to)$/.test(before) || textOf(tree, end + 1) === 'the')) return [];
  return [draft(m, second, end, agrees ? 0.92 : 0.8, 'pair')];
}

const isPlaceEnding = (scene: FactScene, token: number) =>
  mentionsEnding(scene, token).some((i) => scene.doc.mentions[i]?.kind === 'name' && isPlace(typeOf(scene.doc, i)));

/** "the Aldea nuclear plant in Cusco": the place before a site's noun lies where the site does. */
function siteNamed(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const noun = headOf(tree, mention?.head ?? -1);
  if (mention?.kind !== 'name' || typeOf(doc, m) !== 'Place' || noun < mention.end || noun > mention.end + 2) return [];
  if (
    baseRelation(tree, mention.head) !== 'compound' ||
    !/^(?:plant|site|station|facility|factory|mine|dam|field|project|reactor|reserve|park|forest)$/.test(
      textOf(tree, noun),
    )
  )
    return [];
  return childrenBy(tree, noun, 'nmod').flatMap((c) => {
    const target = scene.headed[c] ?? -1;
    const lies = c > noun && prepositionsOf(tree, c).includes('in') && isPlace(typeOf(doc, target));
    return lies && chainAt(doc, target) !== mention.chain ? [draft(m, target, c, 0.65, 'site')] : [];
  });
}

/** "the capital Malabo" where the text names the country elsewhere. */
function capitalNamed(scene: FactScene, m: number, { countries }: FactLexicons): FactDraft[] {
  const { doc, tree } = scene;
  const start = nameStart(doc, m);
  const at = textOf(tree, start - 1) === ',' || textOf(tree, start - 1) === 'of' ? start - 2 : start - 1;
  const isCapital =
    textOf(tree, at) === 'capital' || (textOf(tree, at) === 'city' && textOf(tree, at - 1) === 'capital');
  if (doc.mentions[m]?.kind !== 'name' || !isCapital) return [];
  const name = words(scene, m);
  const country = countries.find((c) => c.capital === name || c.capitalAliases.includes(name));
  const target = country === undefined ? -1 : scene.countryNamed(country.name);
  return target < 0 ? [] : [draft(m, target, at, 0.8, 'capital')];
}

/** "San Pedro Hospital in Cusco", "Cusco, in southern Peru": two named places with "in" between, whatever they hang on. */
function beside(scene: FactScene, m: number, places: ReadonlyMap<string, Place[]>): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const body = typeOf(doc, m) === 'Organization' && SEATED.test(textOf(tree, nameEnd(doc, m) - 1));
  if (mention?.kind !== 'name' || (typeOf(doc, m) !== 'Place' && !body)) return [];
  const end = nameEnd(doc, m);
  if (body && textOf(tree, end) === ',') return [];
  const comma = textOf(tree, end) === ',' ? 1 : 0;
  if (textOf(tree, end + comma) !== 'in' || tree.sentenceOf[end + comma] !== tree.sentenceOf[mention.head]) return [];
  const target = mentionFrom(scene, end + comma + 1);
  if (target < 0 || doc.mentions[target]?.kind !== 'name' || !isPlace(typeOf(doc, target))) return [];
  // "trucks to Panama City in Abc": a city that the list knows lies in no place that it does not know
  const known = places.get(words(scene, m)) ?? [];
  const larger = places.get(words(scene, target)) ?? [];
  const agree = larger.some((p) => known.some((k) => k.country === p.country));
  const part =
    /^\p{Ll}/u.test(words(scene, target)) || /^(?:north|south|east|west|central)/.test(textOf(tree, end + comma + 1));
  if (known.length > 0 && !agree && !part && typeOf(doc, target) === 'Place') return [];
  // after a comma only what is closed by one ("Leeds, in England, ...")
  if (comma === 1 && !/^[,.;)]$/.test(textOf(tree, doc.mentions[target]!.end))) return [];
  return [draft(m, target, end + comma, 0.7, 'beside')];
}

/** "Instituto Gonzaga, a school in Milan", "the clinic in Leeds", "A and B in Leeds". */
function lies(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const type = typeOf(doc, m);
  const body = bodyOf(scene, m);
  if (!mention || mention.kind === 'pronoun' || (type !== 'Place' && type !== 'Organization')) return [];
  // "the religious schools Ann's and Bo's in Leeds": the place hangs on the noun, the names beside it lie there
  const listed = scene.named.has(chainAt(doc, body)) ? [] : namesBeside(scene, mention.head);
  if (!scene.engaged.has(chainAt(doc, bearer(scene, body))) && listed.length === 0) return [];
  // "told the Harbour News Agency in Leeds": who was asked there
  if (type === 'Organization' && mention.kind === 'name' && NEWS.test(words(scene, m))) return [];
  // a thing done by a body somewhere is no place of the body: only what hangs on its own noun
  const larger = OF_LARGER.test(textOf(tree, mention.head)) && mention.kind === 'nominal';
  const own = hangingOn(scene, m, 'nmod', 'obl').filter((c) =>
    prepositionsOf(tree, c).some(
      (p) => IN.has(p) || (p === 'of' && larger) || (ON.has(p) && whereAt(scene, c) !== scene.headed[c]),
    ),
  );
  const all = own.flatMap((c) => [c, ...childrenBy(tree, c, 'conj').filter((k) => isNamedPlace(scene, k))]);
  return all.flatMap((c) => {
    const target = whereAt(scene, c);
    if (target < 0 || !isPlace(typeOf(doc, target)) || chainAt(doc, target) === mention.chain) return [];
    if (isVerb(tree, mention.head)) return [];
    if (listed.length > 0)
      return listed.filter((k) => doc.mentions[k]!.head < c).map((source) => draft(source, target, c, 0.7, 'in'));
    const joined = baseRelation(tree, mention.head) === 'conj' ? headOf(tree, mention.head) : -1;
    const apart =
      joined >= 0 && (placedBetween(scene, joined, mention.head) || childrenBy(tree, joined, 'nmod:poss').length > 0);
    const first = joined >= 0 && !apart ? (scene.headed[joined] ?? -1) : -1;
    // "Ann's and Bo's in Leeds" lie there both, wherever the parser hung the place
    const between = childrenBy(tree, mention.head, 'conj')
      .filter((k) => k < c && !placedBetween(scene, k, c - 1))
      .map((k) => scene.headed[k] ?? -1);
    const others = between.filter((k) => k >= 0 && typeOf(doc, k) === type && scene.named.has(chainAt(doc, k)));
    // "the clinic and the school in Leeds" may be apart
    const bare = uposOf(tree, mention.start) !== 'DET';
    const both =
      bare && first >= 0 && typeOf(doc, first) === type && chainAt(doc, first) !== mention.chain ? [first] : [];
    return [body, ...both, ...others].map((source) => draft(source, target, c, 0.75, 'in'));
  });
}

/** "in Karak and Irbid": the other of two towns. */
const isNamedPlace = (scene: FactScene, token: number): boolean => {
  const { doc, tree } = scene;
  const m = scene.headed[token] ?? -1;
  const placed =
    childrenBy(tree, token, 'nmod', 'obl', 'conj', 'appos').length > 0 || IN.has(textOf(tree, nameEnd(doc, m)));
  return (
    doc.mentions[m]?.kind === 'name' &&
    isPlace(typeOf(doc, m)) &&
    childrenBy(tree, token, 'case').length === 0 &&
    textOf(tree, nameStart(doc, m) - 1) === 'and' &&
    !placed
  );
};

/** Media, which are told something in a place and do not lie there. */
const NEWS =
  /\b(?:news|agency|times|post|tv|television|radio|reuters|afp|ap|bbc|cnn|press|herald|daily|tribune|channel|xinhua)\b/i;

/** "Merida in Mexico; Cusco in Peru": what was placed before has its own place, as has a list's part before a semicolon. */
function placedBetween(scene: FactScene, first: number, second: number): boolean {
  const { tree } = scene;
  for (let i = first + 1; i < second; i++) if (textOf(tree, i) === ';' || IN.has(textOf(tree, i))) return true;
  return false;
}

/** Named bodies and places that stand beside a noun of their kind, with what is joined to them. */
function namesBeside(scene: FactScene, head: number): number[] {
  const { doc, tree } = scene;
  const first = childrenBy(tree, head, 'appos', 'flat', 'nmod:desc').filter((c) => c > head);
  return first
    .flatMap((c) => [c, ...childrenBy(tree, c, 'conj')])
    .map((c) => scene.headed[c] ?? -1)
    .filter((k) => k >= 0 && scene.named.has(chainAt(doc, k)) && /^(?:Place|Organization)$/.test(typeOf(doc, k) ?? ''));
}

/** "the Italian city of Milan", "the Iraqi capital, Baghdad", "Chad's capital N'Djamena", "the city of Mosul in Iraq". */
function cityOf(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention || !isPlace(typeOf(doc, m))) return [];
  // the country or region is the argument; look right for the noun and the place
  let noun = mention.end;
  if (/^['’]s?$/.test(textOf(tree, noun))) noun++;
  while (
    uposOf(tree, noun) === 'ADJ' ||
    textOf(tree, noun) === '-' ||
    (uposOf(tree, noun) === 'NOUN' && PLACE_NOUNS.has(textOf(tree, noun + 1)))
  )
    noun++;
  if (!PLACE_NOUNS.has(textOf(tree, noun))) return [];
  const of = textOf(tree, noun + 1) === 'of';
  const next = of || textOf(tree, noun + 1) === ',' ? noun + 2 : noun + 1;
  const place =
    mentionsStarting(scene, next).find((i) => doc.mentions[i]?.kind === 'name' && typeOf(doc, i) === 'Place') ?? -1;
  if (place < 0 || chainAt(doc, place) === mention.chain) return [];
  // "the Old Mill area of Leeds" lies in Leeds
  const within = of && mention.kind === 'name' && typeOf(doc, m) === 'Place' && noun === mention.end;
  if (within)
    return /^(?:area|district|neighbou?rhood|suburb|section|ward|quarter)$/.test(textOf(tree, noun))
      ? [draft(m, place, noun, 0.8, 'area')]
      : [];
  return [draft(place, m, noun, 0.85, 'city')];
}

/** "the Leeds-based firm", "Leeds-based Courier". */
function basedIn(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (
    !mention ||
    !isPlace(typeOf(doc, m)) ||
    textOf(tree, mention.end) !== '-' ||
    textOf(tree, mention.end + 1) !== 'based'
  )
    return [];
  const owner = bearer(
    scene,
    (scene.around[mention.end + 1] ?? []).find((i) => typeOf(doc, i) === 'Organization') ??
      mentionFrom(scene, mention.end + 2),
  );
  if (owner < 0 || typeOf(doc, owner) !== 'Organization' || !scene.engaged.has(chainAt(doc, owner))) return [];
  return [draft(owner, m, mention.end + 1, 0.85, 'based')];
}

/** "in the city of Cusco at San Pedro Hospital": the town told before the site. */
function siteAfter(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const type = typeOf(doc, m);
  const mention = doc.mentions[m];
  if (mention?.kind !== 'name' || (type !== 'Place' && type !== 'Organization')) return [];
  const start = uposOf(tree, nameStart(doc, m) - 1) === 'DET' ? nameStart(doc, m) - 1 : nameStart(doc, m);
  if (textOf(tree, start - 1) !== 'at') return [];
  const town = mentionsEnding(scene, start - 1).find(
    (i) => doc.mentions[i]?.kind === 'name' && typeOf(doc, i) === 'Place',
  );
  if (town === undefined || chainAt(doc, town) === mention.chain) return [];
  const before = nameStart(doc, town) - 1;
  return textOf(tree, before) === 'in' || textOf(tree, before) === 'of' ? [draft(m, town, start - 1, 0.7, 'site')] : [];
}

/** "the Olive School, Doha, said": a body's name, and a town that the list knows between commas. */
function bodyInTown(scene: FactScene, m: number, places: ReadonlyMap<string, Place[]>): FactDraft[] {
  const { doc, tree } = scene;
  const end = nameEnd(doc, m);
  if (doc.mentions[m]?.kind !== 'name' || typeOf(doc, m) !== 'Organization' || textOf(tree, end) !== ',') return [];
  if (!SEATED.test(textOf(tree, end - 1)) && !SEATED.test(textOf(tree, doc.mentions[m]?.head ?? -1))) return [];
  const town = mentionsStarting(scene, end + 1).find(
    (i) => doc.mentions[i]?.kind === 'name' && isPlace(typeOf(doc, i)),
  );
  if (town === undefined || !places.has(words(scene, town)) || !/^[,.;)]$/.test(textOf(tree, nameEnd(doc, town))))
    return [];
  const next = nameEnd(doc, town) + 1;
  if (/^(?:and|or)$/.test(textOf(tree, next)) || isPlaceStarting(scene, next)) return [];
  return [draft(m, town, end, 0.75, 'town')];
}

const isPlaceStarting = (scene: FactScene, token: number): boolean =>
  mentionsStarting(scene, token).some((i) => scene.doc.mentions[i]?.kind === 'name' && isPlace(typeOf(scene.doc, i)));
