import { roleBehind } from './facts-holders';
import { type Argument, ownerBefore, ownerBeside, whoseOwner } from './facts-owners';
import {
  chainAt,
  type FactScene,
  innerMentions,
  mentionFrom,
  mentionsEnding,
  nameEnd,
  personNamedAt,
  typeOf,
} from './facts-scene';
import { AFTER_ROLE, inPhrase } from './facts-titles';
import { baseRelation, headOf, lemmaOf, relationOf, textOf, uposOf } from './tree';

const OF = new Set(['of', 'for', 'at', 'with', 'from', 'in', 'to']);

/** "government" of "director of government affairs": a part of the field. */
function isCompound(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention || baseRelation(tree, mention.head) !== 'compound') return false;
  return (
    mention.kind === 'nominal' && headOf(tree, mention.head) >= mention.end && uposOf(tree, mention.end) === 'NOUN'
  );
}

/** "intelligence" of "minister of intelligence": a bare noun that names what the office is about. */
function isFieldNoun(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  return (
    mention?.kind === 'nominal' &&
    mention.start === mention.head &&
    uposOf(tree, mention.head) === 'NOUN' &&
    doc.xpos[mention.head] === 'NN' &&
    !scene.named.has(mention.chain)
  );
}

/** "the media adviser", "a deputy spokesman": no body and no person, but what kind of adviser. */
function onlyTellsKind(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  // "Zentra (ZA) board chair Ann Lee"
  if (/^(?:board|management)$/.test(textOf(tree, mention?.start ?? -1)) && namedBodyBefore(scene, mention?.start ?? -1))
    return true;
  if (mention?.kind !== 'nominal' || /^['’]s?$/.test(textOf(tree, mention.end - 1))) return false;
  if (/^['’]s?$/.test(textOf(tree, mention.end))) return false;
  return (
    typeOf(doc, m) === 'Person' || /^(?:media|press|news|coalition|city|state|group)$/.test(textOf(tree, mention.head))
  );
}

const namedBodyBefore = (scene: FactScene, start: number): boolean =>
  textOf(scene.tree, start - 1) === ')' || mentionsEnding(scene, start).some((m) => isNamedBody(scene, m));

/** "Peruvian" of "Peruvian and Chilean officials". */
function nationBefore(scene: FactScene, m: number): number[] {
  const { doc, tree } = scene;
  const start = doc.mentions[m]?.start ?? 0;
  if (typeOf(doc, m) !== 'Country' || textOf(tree, start - 1) !== 'and') return [];
  const other = (scene.around[start - 2] ?? []).find(
    (i) => typeOf(doc, i) === 'Country' && doc.mentions[i]?.end === start - 1,
  );
  return other !== undefined && uposOf(tree, start - 2) === uposOf(tree, start) ? [other] : [];
}

/** Adjectives of parties. */
const PARTY =
  /^(?:republican|democratic|democrat|labou?r|conservative|tory|liberal|socialist|communist|peronist|green|nationalist|islamist|sandinista|chavista|kemalist|ba'?athist|maoist|unionist)$/;

/** Mentions before the noun in its phrase, the nearest last: "the U.S. State Department spokeswoman". */
export function leftArguments(scene: FactScene, token: number): Argument[] {
  const { doc, tree, around } = scene;
  let short = 0;
  for (let i = token - 1; i >= 0 && (short > 0 || inPhrase(scene, i, token) || closesShort(scene, i)); i--) {
    // "an Olympic Committee (IOC) member": the short form stands between
    if (short === 0 && closesShort(scene, i)) {
      short = 4;
      continue;
    }
    if (short > 0) {
      short = /^[("“]$/.test(textOf(tree, i)) ? 0 : short - 1;
      if (short === 0 && !/^[("“]$/.test(textOf(tree, i))) return [];
      continue;
    }
    const whole =
      [...(around[i] ?? [])].reverse().find((m) => {
        const mention = doc.mentions[m];
        return mention !== undefined && mention.end <= token && mention.end === i + 1;
      }) ?? bodyCutShort(scene, i, token);
    if (textOf(tree, i) === 'whose') {
      const owner = whoseOwner(scene, i);
      return owner < 0 ? [] : [{ mention: owner, by: 'left' }];
    }
    const possessive = textOf(tree, i) === "'s" || textOf(tree, i) === '’s' || textOf(tree, i) === "'";
    const including = uposOf(tree, i) === 'PRON' ? ownerBeside(scene, i) : -1;
    if (including >= 0) return [{ mention: including, by: 'left' }];
    if (whole !== undefined) {
      if (onlyTellsKind(scene, whole)) continue;
      // "a member of the panel and director of the bank": the panel is told of already
      if (textOf(tree, i + 1) === 'and' && roleBehind(scene, whole)) return [];
      const owner = ownerBefore(scene, whole);
      if (owner >= 0)
        return [
          { mention: whole, by: 'left' },
          { mention: owner, by: 'left' },
        ];
      if (typeOf(doc, whole) !== 'Group' || uposOf(tree, i) !== 'ADJ')
        return [whole, ...nationBefore(scene, whole)].map((mention) => ({ mention, by: 'left' }));
      // "the English captain" is England's, where the text names it; "the Republican governor" is of the party
      const ofContinent = /^(?:south|north|latin|central|native)$/.test(textOf(tree, i - 1));
      const nation = ofContinent ? -1 : scene.countryNamed(textOf(tree, i));
      if (nation >= 0) return [{ mention: nation, by: 'left' }];
      return [{ mention: whole, by: PARTY.test(textOf(tree, i)) ? 'adjective' : 'people' }];
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

/** The end of "(IOC)", or of a short form in quotes. */
const closesShort = (scene: FactScene, i: number): boolean =>
  textOf(scene.tree, i) === ')' ||
  (/^["”]$/.test(textOf(scene.tree, i)) &&
    /^\p{Lu}{2,8}$/u.test(scene.doc.tokens[i - 1]?.text ?? '') &&
    /^["“]$/.test(textOf(scene.tree, i - 2)));

/** "an SPD MP", "Leeds Mayor Ann Lee" that the parser took for one name: the body or place that the namer saw in it. */
const bodyCutShort = (scene: FactScene, i: number, token: number): number | undefined =>
  (scene.around[i] ?? []).find((m) => {
    const mention = scene.doc.mentions[m];
    const fits = mention?.kind === 'name' && /^(?:Organization|Place|Country)$/.test(typeOf(scene.doc, m) ?? '');
    return fits && nameEnd(scene.doc, m) === i + 1 && mention.end > token;
  });

/** `token`: the first after the office. Mentions after it by a preposition: "of the Lombardy region", "at Leeds and Hull". */
export function rightArguments(scene: FactScene, token: number): { arguments: Argument[]; end: number } {
  const { doc, tree } = scene;
  const found: Argument[] = [];
  let at = token;
  // "secretary general of", "president-elect of"
  while (AFTER_ROLE.test(textOf(tree, at)) && at < token + 3) at++;
  // "editor-in-chief of"
  if (textOf(tree, at) === 'in' && textOf(tree, at - 1) === '-' && textOf(tree, at + 1) === '-') at += 3;
  for (let steps = 0; steps < 2; steps++) {
    const preposition = textOf(tree, at);
    if (!OF.has(preposition) || tree.sentenceOf[at] !== tree.sentenceOf[token]) break;
    // "president of the union with his secretary": a companion
    if (steps > 0 && preposition === 'with') break;
    // "thanked the mayor for the gift to the Leeds Museum": what he was thanked for
    if (preposition === 'for' && isReason(scene, at)) break;
    const mention = chapterOf(scene, mentionFrom(scene, at + 1));
    if (mention < 0 || isCompound(scene, mention) || (preposition === 'of' && isFieldNoun(scene, mention))) {
      const next = steps === 0 && (preposition === 'of' || preposition === 'for') ? afterField(scene, at + 1) : -1;
      if (next < 0) break;
      at = next;
      continue;
    }
    found.push({ mention, by: preposition });
    at = endOfArgument(scene, mention);
    // "a spokesman for Danish president Ann Lee": her name is the argument's
    const name = personNamedAt(scene, at);
    if (name >= 0 && typeOf(doc, mention) === 'Person' && chainAt(doc, name) === chainAt(doc, mention))
      at = nameEnd(doc, name);
    // a second one of the same preposition: "of Chad and Mali"
    if (textOf(tree, at) === 'and') {
      // "a member of the cartel and their governments": something else is told
      const second = uposOf(tree, at + 1) === 'PRON' ? -1 : mentionFrom(scene, at + 1);
      if (second >= 0 && typeOf(doc, second) === typeOf(doc, mention) && typeOf(doc, second) !== 'Person') {
        found.push({ mention: second, by: preposition });
        at = doc.mentions[second]?.end ?? at;
      }
    }
  }
  const bare = found.length === 0 && at === token ? bodyApposed(scene, token) : -1;
  if (bare >= 0) return { arguments: [{ mention: bare, by: 'of' }], end: doc.mentions[bare]?.end ?? at };
  return { arguments: found, end: found.length === 0 ? fieldEnd(scene, at) : at };
}

/** "Minister of Health and Welfare Ann Lee", "Minister of Tourism, Ann Lee": past a field that is no body, where a name follows. */
export function fieldEnd(scene: FactScene, start: number): number {
  const { tree } = scene;
  if (!/^(?:of|for)$/.test(textOf(tree, start)) || tree.sentenceOf[start] !== tree.sentenceOf[start - 1]) return start;
  for (let at = start + 1; at < start + 9 && tree.sentenceOf[at] === tree.sentenceOf[start]; at++) {
    if (at > start + 1 && personNamedAt(scene, at) >= 0) return at;
    if (textOf(tree, at) === ',' && at > start + 1 && personNamedAt(scene, at + 1) >= 0) return at;
    const inside = /^(?:NOUN|PROPN|ADJ|CCONJ)$/.test(uposOf(tree, at)) || /^(?:,|the|&)$/.test(textOf(tree, at));
    if (!inside) return start;
  }
  return start;
}

/** "thanked the mayor for": the phrase tells why, and hangs on the verb of praise or blame. */
function isReason({ tree }: FactScene, preposition: number): boolean {
  const verb = headOf(tree, headOf(tree, preposition));
  return baseRelation(tree, headOf(tree, preposition)) === 'obl' && REASONED.test(lemmaOf(tree, verb));
}
const REASONED =
  /^(?:thank|congratulate|praise|commend|laud|applaud|honou?r|reward|blame|criticize|criticise|condemn|slam|rebuke|punish|fine|sue|arrest|ask|call|charge|wait|pay|apologize|apologise|forgive|pardon)$/;

/** "Ann Lee, director, Leeds Hospital, said", "the director, Leeds Hospital, Ann Lee, said", "Ann Lee, director Leeds Hospital,"; -1 where none. */
function bodyApposed(scene: FactScene, token: number): number {
  const { doc, tree } = scene;
  const comma = textOf(tree, token) === ',' ? 1 : 0;
  const mention = mentionFrom(scene, token + comma);
  const body = doc.mentions[mention];
  if (body?.kind !== 'name' || typeOf(doc, mention) !== 'Organization') return -1;
  const end = body.end;
  if (!/^[,.;)]$/.test(textOf(tree, end)) || end - body.start < (comma === 1 ? 2 : 1)) return -1;
  // a person stands before the office, or behind the body
  let at = token - 1;
  while (at > token - 6 && /^(?:NOUN|PROPN|ADJ)$/.test(uposOf(tree, at))) at--;
  const before = /^[,(]$/.test(textOf(tree, at)) && personEnding(scene, at);
  const after =
    comma === 1 &&
    textOf(tree, end) === ',' &&
    [1, 2, 3].some((n) => personNamedAt(scene, end + n) >= 0 && onlyRanks(scene, end + 1, end + n));
  return before || after ? mention : -1;
}

const personEnding = (scene: FactScene, end: number): boolean =>
  (scene.around[end - 1] ?? []).some(
    (m) => typeOf(scene.doc, m) === 'Person' && scene.doc.mentions[m]?.kind === 'name' && nameEnd(scene.doc, m) === end,
  );

function onlyRanks(scene: FactScene, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!/^(?:\p{Lu}\p{L}{1,5}\.?)$/u.test(scene.doc.tokens[at]?.text ?? '')) return false;
  return true;
}

/** "the Leeds chapter of the union": the union, where the place is all that is a mention. */
function chapterOf(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  // "the board of the bank", which the bank's chief heads
  const board = /^(?:board|management|helm)$/.test(textOf(tree, doc.mentions[m]?.head ?? -1));
  const bank =
    board && doc.mentions[m]?.kind === 'nominal' ? innerMentions(doc, m).find((i) => isNamedBody(scene, i)) : undefined;
  if (bank !== undefined) return bank;
  const type = typeOf(doc, m);
  const end = doc.mentions[m]?.end ?? -1;
  if (
    (type !== 'Place' && type !== 'Country') ||
    !/^(?:chapter|branch|office|bureau|division|unit|section|wing)$/.test(textOf(tree, end))
  )
    return m;
  const body = textOf(tree, end + 1) === 'of' ? mentionFrom(scene, end + 2) : -1;
  return typeOf(doc, body) === 'Organization' ? body : m;
}

const isNamedBody = ({ doc }: FactScene, m: number): boolean =>
  typeOf(doc, m) === 'Organization' && doc.mentions[m]?.kind === 'name';

/** "President of the Republic Ann Lee": the parser hung her name on the noun that she is president of. */
function endOfArgument(scene: FactScene, mention: number): number {
  const { doc, tree } = scene;
  const argument = doc.mentions[mention];
  if (argument === undefined) return -1;
  const type = typeOf(doc, mention);
  for (let at = argument.head + 1; at < argument.end && type !== 'Person' && type !== 'Group'; at++)
    if (personNamedAt(scene, at) >= 0 && (relationOf(tree, at) === 'flat' || textOf(tree, at - 1) === ','))
      return textOf(tree, at - 1) === ',' ? at - 1 : at;
  return argument.end;
}

/** "a professor of economics at Leeds", "head of research for Zentra": past the field to the next preposition; -1 where there is none. */
function afterField(scene: FactScene, start: number): number {
  const { tree } = scene;
  for (let at = start; at < start + 6; at++) {
    if (at > start && /^(?:at|for|of|with|in)$/.test(textOf(tree, at))) return at;
    if (!/^(?:NOUN|ADJ|PROPN|DET|CCONJ)$/.test(uposOf(tree, at)) && textOf(tree, at) !== '-') return -1;
    if (
      tree.sentenceOf[at] !== tree.sentenceOf[start] ||
      (scene.around[at] ?? []).some((m) => scene.doc.mentions[m]!.start === at && !isCompound(scene, m))
    )
      return -1;
  }
  return -1;
}
