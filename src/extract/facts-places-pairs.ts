/**
 * Names of places and bodies side by side, read from the words: "Livorno, Tuscany", "San Pedro Hospital in Cusco",
 * "in Cusco at San Pedro Hospital", "the Olive School, Doha".
 */
import type { Place } from '../learn/lexicons';
import { bearer } from './facts-bearers';
import { draft, isPlace, PLACE_NOUNS, SEATED, words } from './facts-places-parts';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  mentionFrom,
  mentionsEnding,
  mentionsStarting,
  nameEnd,
  nameStart,
  typeOf,
} from './facts-scene';
import { baseRelation, textOf, uposOf } from './tree';

/** States and provinces that are called like a city of theirs. */
const REGIONS_TOO = new Set(['New York', 'Washington', 'Quebec', 'Mexico', 'Oklahoma']);

export function findPairs(scene: FactScene, rows: readonly Place[]): FactDraft[] {
  const places = placeTable(rows);
  return scene.doc.mentions.flatMap((_, m) => [
    ...pairs(scene, m, places),
    ...beside(scene, m, places),
    ...siteAfter(scene, m),
    ...bodyInTown(scene, m, places),
    ...seated(scene, m),
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
  // "in Leeds, Peruvian runner Ann Lee won": an adjective opens what comes next
  if (uposOf(tree, doc.mentions[second]?.head ?? -1) === 'ADJ') return [];
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
  // "a friend of Lima, the US, would not": a town of another country
  const country = typeOf(doc, second) === 'Country' ? scene.isoOf(words(scene, second)) : undefined;
  if (country !== undefined && smaller.length > 0 && smaller.every((p) => p.country && p.country !== country))
    return [];
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
  // "links Cusco, Puno and Tacna": of three without a country the second is no larger one of the first
  const bare = typeOf(doc, second) === 'Place' && after === 'and' && joined && before !== 'in' && before !== 'of';
  if (listed && (!agrees || bare)) return [];
  // of two names that no list knows only "in Abc, Xyz" is sure to be a pair, and "in addition to Abc, the Xyz" is none
  const known = larger.length > 0 || typeOf(doc, second) === 'Country';
  if (!known && (!/^(?:in|at|from|near|of|to)$/.test(before) || textOf(tree, end + 1) === 'the')) return [];
  return [draft(m, second, end, agrees ? 0.92 : 0.8, 'pair')];
}

/** "Harbour Museum", "Royal College of Harbour Studies": a body that stands in one town. */
function isSeated(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const [start, end] = [nameStart(doc, m), nameEnd(doc, m)];
  for (let at = start; at < end; at++) if (textOf(tree, at + 1) === 'of' && SEATED.test(textOf(tree, at))) return true;
  return SEATED.test(textOf(tree, end - 1)) || SEATED.test(textOf(tree, doc.mentions[m]?.head ?? -1));
}

const isPlaceEnding = (scene: FactScene, token: number) =>
  mentionsEnding(scene, token).some((i) => scene.doc.mentions[i]?.kind === 'name' && isPlace(typeOf(scene.doc, i)));

/** "San Pedro Hospital in Cusco", "Cusco, in southern Peru": two named places with "in" between, whatever they hang on. */
function beside(scene: FactScene, m: number, places: ReadonlyMap<string, Place[]>): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const body = typeOf(doc, m) === 'Organization' && isSeated(scene, m);
  if (mention?.kind !== 'name' || (typeOf(doc, m) !== 'Place' && !body)) return [];
  // "Aldea province in northern Peru"
  const noun = !body && PLACE_NOUNS.has(textOf(tree, nameEnd(doc, m))) ? 1 : 0;
  const end = nameEnd(doc, m) + noun;
  if (body && textOf(tree, end) === ',') return [];
  const comma = textOf(tree, end) === ',' ? 1 : 0;
  if (textOf(tree, end + comma) !== 'in' || tree.sentenceOf[end + comma] !== tree.sentenceOf[mention.head]) return [];
  // "in the town of Aldea"
  const target = bearer(scene, mentionFrom(scene, end + comma + 1));
  if (target < 0 || doc.mentions[target]?.kind !== 'name' || !isPlace(typeOf(doc, target))) return [];
  if (chainAt(doc, target) === mention.chain) return [];
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
  const kind = typeOf(doc, m);
  if (doc.mentions[m]?.kind !== 'name' || (kind !== 'Organization' && kind !== 'Place') || textOf(tree, end) !== ',')
    return [];
  if (!isSeated(scene, m)) return [];
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

/** "Leeds University, located in Lima, ...": whatever the participle hangs on. */
function seated(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const type = typeOf(doc, m);
  if (doc.mentions[m]?.kind !== 'name' || (type !== 'Organization' && type !== 'Place')) return [];
  const end = nameEnd(doc, m);
  const at = textOf(tree, end) === ',' ? end + 1 : end;
  if (
    !/^(?:located|situated|headquartered|based)$/.test(textOf(tree, at)) ||
    !/^(?:in|near|at)$/.test(textOf(tree, at + 1))
  )
    return [];
  const place = mentionFrom(scene, at + 2);
  const named = doc.mentions[place]?.kind === 'name' && isPlace(typeOf(doc, place));
  return named && chainAt(doc, place) !== chainAt(doc, m) ? [draft(m, place, at, 0.75, 'seated')] : [];
}
