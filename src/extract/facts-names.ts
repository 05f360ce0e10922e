/**
 * Ties that a name's own words or its nearest neighbours tell: "Malaysia Tourism Board", "Korea's Kim Shin-Wook",
 * "five Iraqis, including Ann Lee", "Immortals, from Brazil", "Scientologist Tom Cruise".
 */

import { SEATED } from './facts-places-parts';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  innerMentions,
  mentionFrom,
  mentionsEnding,
  nameEnd,
  nameStart,
  personNamedAt,
  roleLemma,
  spanOf,
  typeOf,
} from './facts-scene';
import { STATE_BODY } from './named-countries';
import { childrenBy, prepositionsOf, textOf, uposOf } from './tree';

const INCLUDING = new Set(['including', 'such_as', 'like', 'notably', 'especially', 'particularly']);

export function findNameTies(scene: FactScene): FactDraft[] {
  return scene.doc.mentions.flatMap((mention, m) => {
    if (typeOf(scene.doc, m) === null || mention.kind === 'pronoun' || !scene.engaged.has(mention.chain)) return [];
    return [
      ...membersNamed(scene, m),
      ...countryInName(scene, m),
      ...possessorOfName(scene, m),
      ...peopleOf(scene, m),
      ...asideFrom(scene, m),
      ...adherentOf(scene, m),
      ...bornIn(scene, m),
      ...nationBefore(scene, m),
      ...nationOfBody(scene, m),
    ];
  });
}

function tie(
  type: FactDraft['type'],
  source: number,
  target: number,
  token: number,
  confidence: number,
  rule: string,
): FactDraft[] {
  return [{ type, source, target, trigger: spanOf(token), title: null, verb: -1, confidence, rule: `tie.${rule}` }];
}

/** "five Iraqis, including Ann Lee", "sites such as The Courier", "critics like Ann Lee and Bo Ek". */
function membersNamed(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention || !/^(?:Group|Organization)$/.test(typeOf(doc, m) ?? '')) return [];
  const nation = nationOf(scene, m);
  const found: number[] = [];
  const made = childrenBy(tree, mention.head, 'acl', 'acl:relcl')
    .filter((v) => /^(?:comprised|composed|consisting|made|comprising|including)$/.test(textOf(tree, v)))
    .flatMap((v) =>
      childrenBy(tree, v, 'obl', 'obl:agent', 'obj').filter(
        (c) => /^(?:comprising|including)$/.test(textOf(tree, v)) || prepositionsOf(tree, c).includes('of'),
      ),
    );
  for (const c of [...childrenBy(tree, mention.head, 'nmod'), ...made]) {
    if (!made.includes(c) && !prepositionsOf(tree, c).some((p) => INCLUDING.has(p))) continue;
    for (const end of [c, ...childrenBy(tree, c, 'conj', 'appos')]) {
      const target = scene.headed[end] ?? -1;
      const chain = doc.chains[chainAt(doc, target)];
      const named = chain?.mentions.some((i) => doc.mentions[i]?.kind === 'name') ?? false;
      if (
        target >= 0 &&
        named &&
        chainAt(doc, target) !== mention.chain &&
        !found.some((f) => chainAt(doc, f) === chainAt(doc, target))
      )
        found.push(target);
    }
  }
  return found.flatMap((member): FactDraft[] => {
    const base = { source: member, trigger: spanOf(mention.head), title: null, verb: -1, confidence: 0.75 };
    const person = typeOf(doc, member) === 'Person';
    // a member of "five Iraqis" is an Iraqi
    if (nation >= 0) return person ? [{ ...base, type: 'CITIZEN_OF', target: nation, rule: 'tie.including' }] : [];
    return [{ ...base, type: 'MEMBER_OF', target: m, rule: 'tie.including' }];
  });
}

/** "Malaysia Tourism Board", "US Navy": the country at the head of a name whose words are one name to the namer. */
function countryInName(scene: FactScene, m: number): FactDraft[] {
  const { doc } = scene;
  const mention = doc.mentions[m];
  const name = doc.names[mention?.name ?? -1];
  if (!mention || !name || name.type !== 'ORG' || name.end - name.start < 2 || typeOf(doc, m) !== 'Organization')
    return [];
  const inside = innerMentions(doc, m).find((i) => typeOf(doc, i) === 'Country');
  if (inside !== undefined) {
    // what stands before the noun is told in `findTies`: here "Supreme Court of Kenya"
    const after = doc.mentions[inside]!.start > mention.head && doc.mentions[inside]!.end === name.end;
    return after ? tie('PART_OF', m, inside, mention.head, 0.8, 'name') : [];
  }
  const of = / of (?:the )?([\p{L}. ]+)$/u.exec(wordsOf(scene, name.start, name.end))?.[1];
  const forms = [1, 2].map((n) => wordsOf(scene, name.start, name.start + n)).concat(of ?? []);
  const country = forms.map((form) => scene.countryNamed(form)).find((found) => found >= 0) ?? -1;
  if (country >= 0) return tie('PART_OF', m, country, mention.head, 0.7, 'name');
  // "Leeds High Court" where the text names Leeds as well
  const town = doc.mentions.findIndex(
    (other, i) =>
      other.kind === 'name' &&
      typeOf(doc, i) === 'Place' &&
      forms.slice(0, 2).includes(wordsOf(scene, nameStart(doc, i), nameEnd(doc, i))),
  );
  const seated = SEATED.test(textOf(scene.tree, name.end - 1));
  return town < 0 || !seated ? [] : tie('LOCATED_IN', m, town, mention.head, 0.7, 'town');
}

const nameWords = (scene: FactScene, m: number): string[] =>
  wordsOf(scene, nameStart(scene.doc, m), nameEnd(scene.doc, m)).toLowerCase().split(' ');

const wordsOf = (scene: FactScene, start: number, end: number) =>
  scene.doc.tokens
    .slice(start, end)
    .map((t) => t.text)
    .join(' ');

/** The country of a group of its people: "five Iraqis", "Iraqi lawmakers"; -1 where none. */
function nationOf(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention) return -1;
  if (scene.isPeople(textOf(tree, mention.head))) return scene.countryNamed(textOf(tree, mention.head));
  const nation = innerMentions(doc, m).find(
    (i) => typeOf(doc, i) === 'Country' && (doc.mentions[i]?.end ?? 0) <= mention.head,
  );
  return nation ?? -1;
}

/** "five Iraqis", "many Danes". */
function peopleOf(scene: FactScene, m: number): FactDraft[] {
  const head = scene.doc.mentions[m]?.head ?? -1;
  const type = typeOf(scene.doc, m);
  if ((type !== 'Group' && type !== 'Person') || !scene.isPeople(textOf(scene.tree, head))) return [];
  const target = scene.countryNamed(textOf(scene.tree, head));
  if (target < 0) return [];
  return tie('CITIZEN_OF', m, target, head, 0.85, 'people');
}

/** "Korea's Kim Shin-Wook", "Reuters' Ann Lee": a possessor straight before a person's name. */
function possessorOfName(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (mention?.kind !== 'name' || typeOf(doc, m) !== 'Person') return [];
  const start = nameStart(doc, m);
  if (!/^['’]s?$/.test(textOf(tree, start - 1)) || uposOf(tree, start) !== 'PROPN' || nameEnd(doc, m) - start < 2)
    return [];
  const owner = [...mentionsEnding(scene, start), ...mentionsEnding(scene, start - 1)].find(
    (i) => doc.mentions[i]?.kind === 'name' && (typeOf(doc, i) === 'Country' || typeOf(doc, i) === 'Organization'),
  );
  if (owner === undefined) return [];
  const type = typeOf(doc, owner) === 'Country' ? 'CITIZEN_OF' : 'MEMBER_OF';
  return tie(type, m, owner, start, 0.7, 'possessor');
}

/** "Immortals, from Brazil, won", "Ann Lee, of Leeds, said", "Ann Lee (Brazil) won". */
function asideFrom(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const at = nameEnd(doc, m);
  if (mention?.kind !== 'name') return [];
  const bracket = textOf(tree, at) === '(';
  const aside = textOf(tree, at) === ',' && /^(?:from|of)$/.test(textOf(tree, at + 1));
  if (!bracket && !aside) return [];
  const target = mentionFrom(scene, bracket ? at + 1 : at + 2);
  const other = doc.mentions[target];
  if (!other || other.chain === mention.chain || (bracket && textOf(tree, other.end) !== ')')) return [];
  const place = typeOf(doc, target) === 'Country' || (typeOf(doc, target) === 'Place' && !bracket);
  const kind = typeOf(doc, m);
  if (kind === 'Person' && place) return tie('CITIZEN_OF', m, target, at + 1, 0.75, 'aside');
  if (kind === 'Person' && typeOf(doc, target) === 'Organization')
    return tie('MEMBER_OF', m, target, at + 1, 0.7, 'aside');
  return kind === 'Organization' && place ? tie('PART_OF', m, target, at + 1, 0.7, 'aside') : [];
}

/** "Peru's Congress" of "Peru's Congress president Ann Lee": the country straight before a body, in somebody's description. */
function nationOfBody(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (
    mention?.kind !== 'name' ||
    typeOf(doc, m) !== 'Organization' ||
    !STATE_BODY.test(textOf(tree, nameEnd(doc, m) - 1))
  )
    return [];
  const start = nameStart(doc, m);
  const owned = /^['’]s?$/.test(textOf(tree, start - 1));
  const nation = [...mentionsEnding(scene, start), ...(owned ? mentionsEnding(scene, start - 1) : [])].find(
    (i) => typeOf(doc, i) === 'Country' && doc.mentions[i]?.kind === 'name',
  );
  return nation === undefined ? [] : tie('PART_OF', m, nation, mention.head, 0.75, 'nation');
}

/** "Hong Kong snooker star Ann Lee": a country and nouns that are no office straight before the name. */
function nationBefore(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const start = nameStart(doc, m);
  if (doc.mentions[m]?.kind !== 'name' || typeOf(doc, m) !== 'Person' || nameEnd(doc, m) - start < 2) return [];
  let at = start - 1;
  while (
    at > start - 5 &&
    (uposOf(tree, at) === 'NOUN' || uposOf(tree, at) === 'ADJ') &&
    mentionsEnding(scene, at + 1).length === 0
  ) {
    if (roleLemma(scene, at) !== null) return [];
    at--;
  }
  if (at === start - 1 || uposOf(tree, start - 1) !== 'NOUN') return [];
  const nation = mentionsEnding(scene, at + 1).find(
    (i) => typeOf(doc, i) === 'Country' && doc.mentions[i]?.kind === 'name',
  );
  return nation === undefined ? [] : tie('CITIZEN_OF', m, nation, start - 1, 0.7, 'nation');
}

/** "the Peruvian-born runner Ann Lee", "Leeds-born Ann Lee". */
function bornIn(scene: FactScene, m: number): FactDraft[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  const type = typeOf(doc, m);
  if (!mention || (type !== 'Country' && type !== 'Place') || textOf(tree, mention.end + 1) !== 'born') return [];
  if (textOf(tree, mention.end) !== '-') return [];
  for (let at = mention.end + 2; at < mention.end + 6; at++) {
    const person = personNamedAt(scene, at);
    if (person >= 0) return tie('CITIZEN_OF', person, m, mention.end + 1, 0.8, 'born');
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(uposOf(tree, at))) break;
  }
  const holder = (scene.around[mention.end + 1] ?? []).find((i) => typeOf(doc, i) === 'Person');
  return holder === undefined || !scene.engaged.has(chainAt(doc, holder))
    ? []
    : tie('CITIZEN_OF', holder, m, mention.end + 1, 0.75, 'born');
}

const ADHERENT = /^\p{Lu}\p{L}{3,}(?:ist|ian|ite|crat|can)$/u;

/** "Scientologist Tom Cruise", "Peronist Ann Lee": the body whose name has the same stem. */
function adherentOf(scene: FactScene, m: number): FactDraft[] {
  const { doc } = scene;
  const start = nameStart(doc, m);
  const word = doc.tokens[start - 1]?.text ?? '';
  if (typeOf(doc, m) !== 'Person' || !ADHERENT.test(word) || scene.countryNamed(word) >= 0) return [];
  const stem = word.toLowerCase().replace(/(?:ist|ian|ite|can)$/, '');
  if (stem.length < 5) return [];
  const body = doc.chains
    .filter((chain, i) => chain.type === 'Organization' && scene.named.has(i))
    .map((chain) => chain.mentions.find((i) => doc.mentions[i]?.kind === 'name') ?? -1)
    .find((i) => nameWords(scene, i).some((w) => w.startsWith(stem)));
  return body === undefined ? [] : tie('MEMBER_OF', m, body, start - 1, 0.75, 'adherent');
}
