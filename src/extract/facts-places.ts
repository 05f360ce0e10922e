/**
 * Where places and bodies lie: "Livorno, Tuscany", "Arles, a town in France", "the Italian city of Milan",
 * "the Iraqi capital, Baghdad", "the clinic in Leeds", "the Leeds-based firm".
 */
import { bearer, hangingOn } from './facts-bearers';
import { bodyOf, draft, isPlace, PLACE_NOUNS, whereAt, words } from './facts-places-parts';
import {
  chainAt,
  type FactDraft,
  type FactLexicons,
  type FactScene,
  mentionFrom,
  mentionsStarting,
  nameEnd,
  nameStart,
  typeOf,
} from './facts-scene';
import { baseRelation, childrenBy, headOf, isVerb, prepositionsOf, textOf, uposOf } from './tree';

const IN = new Set(['in', 'near', 'outside', 'next_to']);
/** With a part of a place: "on the outskirts of Leeds". */
const ON = new Set(['on', 'at', 'off', 'along']);
/** What is of a larger place without being it: "the capital of Chad", but "the city of Mosul". */
const OF_LARGER =
  /^(?:area|neighborhood|neighbourhood|district|suburb|section|quarter|capital|suburb|suburbs|outskirts|port|centre|center|part)$/;

export function findPlaces(scene: FactScene, lexicons: FactLexicons): FactDraft[] {
  return scene.doc.mentions.flatMap((_, m) => [
    ...lies(scene, m),
    ...capitalNamed(scene, m, lexicons),
    ...siteNamed(scene, m),
    ...cityOf(scene, m),
    ...basedIn(scene, m),
  ]);
}

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
