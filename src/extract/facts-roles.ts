/**
 * Offices and ties of persons: a noun that names a person by what he does, the person who bears it, and of what.
 *   "Iraqi Prime Minister Adel Abdul-Mahdi", "the president of the Lombardy region, Roberto Maroni",
 *   "Ann Lee, a professor at Leeds", "Ann Lee is the party's leader", "the ministry's spokeswoman"
 * The phrase is read from left to right over the mentions in it: parsers mangle titles and appositions most of all.
 */
import type { TokenSpan } from '../document';
import { nominalAt } from './facts-bearers';
import { holderOf, inPhrase } from './facts-holders';
import { GUESS, homeCountry, isNationalOffice } from './facts-home';
import { factType } from './facts-kinds';
import {
  chainAt,
  type FactDraft,
  type FactScene,
  mentionFrom,
  nameEnd,
  nameStart,
  personNamedAt,
  roleLemma,
  spanOf,
  titleSpan,
  typeOf,
} from './facts-scene';
import { baseRelation, headOf, relationOf, textOf, uposOf } from './tree';

const AFTER_ROLE = /^(?:general|elect|designate|emeritus|-)$/;
const OF = new Set(['of', 'for', 'at', 'with', 'from', 'in', 'to']);

export function findRoles(scene: FactScene): FactDraft[] {
  const drafts: FactDraft[] = [];
  for (let token = 0; token < scene.doc.tokens.length; token++) {
    const role = roleLemma(scene, token);
    if (role === null || insideBody(scene, token) || isModifier(scene, token)) continue;
    drafts.push(...factsOfRole(scene, token, role));
  }
  return drafts;
}

/** "the prime minister's office", "Council of Ministers": the noun is a part of a body's name. */
function insideBody(scene: FactScene, token: number): boolean {
  return scene.bodyTokens.has(token);
}

/** "minister" of "minister level", not of "Minister Jones" or "minister's". */
function isModifier(scene: FactScene, token: number): boolean {
  const { tree } = scene;
  const head = headOf(tree, token);
  if (baseRelation(tree, token) !== 'compound' || head <= token) return false;
  // "Kenya Airways CEO and Managing Director"
  if (textOf(tree, token + 1) === 'and' || textOf(tree, token + 1) === ',') return false;
  return uposOf(tree, head) === 'NOUN' || roleLemma(scene, head) !== null;
}

/** What a role is of. */
interface Argument {
  readonly mention: number;
  /** "left" before the noun, else the preposition after it. */
  readonly by: string;
}

function factsOfRole(scene: FactScene, token: number, role: string): FactDraft[] {
  const { doc } = scene;
  const office = titleSpan(scene, token);
  const left = kinBeside(scene, token, role) ?? leftArguments(scene, office.start);
  const right = rightArguments(scene, office.end);
  // "the union's Chad director": where it works for somebody
  const bodies = [...left, ...right.arguments].some((a) => typeOf(doc, a.mention) === 'Organization');
  const holder = holderOf(scene, token, right.end, role);
  if (holder.mention < 0) return [];
  const own = chainAt(doc, holder.mention);
  if (!scene.engaged.has(own)) return [];
  const title = titleOf(scene, office, left);
  const ministry = left.length + right.arguments.length === 0 && holder.way === 'title' ? ministryOf(scene, title) : -1;
  if (ministry >= 0) left.push({ mention: ministry, by: 'left' });
  const bare = left.length + right.arguments.length === 0 && holder.way === 'title' && isNationalOffice(title);
  const home = bare ? homeCountry(scene) : -1;
  if (home >= 0) left.push({ mention: home, by: 'left' });
  const drafts: FactDraft[] = [];
  const taken = new Set<number>();
  for (const argument of [...left, ...right.arguments]) {
    const chain = chainAt(doc, argument.mention);
    if (chain === own || taken.has(chain)) continue;
    const type = factType(role, typeOf(doc, holder.mention), typeOf(doc, argument.mention), argument.by);
    if (bodies && isField(scene, argument, role)) continue;
    if (type === null || (type === 'ALLIED_WITH' && tellsKind(scene, argument))) continue;
    // "police officers", "a college student": all of them are
    if (type !== 'FAMILY_OF' && argument.by === 'left' && isBareNoun(scene, argument.mention)) continue;
    taken.add(chain);
    drafts.push({
      type,
      source: holder.mention,
      target: argument.mention,
      trigger: spanOf(token),
      title: type === 'HOLDS_POSITION' ? title : null,
      verb: holder.verb,
      confidence: home < 0 ? holder.confidence : 0.6,
      rule: home >= 0 ? GUESS : `role.${holder.way}.${argument.by}`,
    });
  }
  return drafts;
}

/** "Chad" of "the union's Chad director": a country's noun straight before an office that no state has. */
function isField(scene: FactScene, argument: Argument, role: string): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[argument.mention];
  const type = typeOf(doc, argument.mention);
  if (argument.by !== 'left' || (type !== 'Country' && type !== 'Place') || !mention) return false;
  if (uposOf(tree, mention.head) === 'ADJ' || /^['’]s?$/.test(textOf(tree, mention.end))) return false;
  return /^(?:director|coordinator|representative|head|chief|correspondent|editor|manager|specialist|researcher|analyst)$/.test(
    role,
  );
}

/** "Interior Minister Ann Lee" where the text speaks of the Interior Ministry; -1 where it does not. */
function ministryOf(scene: FactScene, title: string): number {
  const field = /^(?:(?:former|acting|deputy|vice|then|assistant) )*(.+) (?:minister|secretary)$/.exec(title)?.[1];
  if (field === undefined || field === 'prime') return -1;
  const { doc } = scene;
  const names = [
    `${field} ministry`,
    `ministry of ${field}`,
    `${field} department`,
    `department of ${field}`,
    `${field} office`,
  ];
  return doc.mentions.findIndex((mention, m) => {
    if (mention.kind === 'pronoun' || typeOf(doc, m) !== 'Organization') return false;
    const words = doc.tokens
      .slice(nameStart(doc, m), nameEnd(doc, m))
      .map((t) => t.text)
      .join(' ')
      .toLowerCase();
    return names.some((name) => words === name || words.endsWith(` ${name}`));
  });
}

/** "police", "college" before a role; "government officials" serve one that is known, "team members" one told of before. */
function isBareNoun(scene: FactScene, m: number): boolean {
  const mention = scene.doc.mentions[m];
  if (mention?.kind !== 'nominal' || mention.end - mention.start > 1 || scene.named.has(mention.chain)) return false;
  const noun = textOf(scene.tree, mention.head);
  if (noun !== 'police' && (scene.doc.chains[mention.chain]?.mentions.length ?? 0) > 1) return false;
  return !/^(?:government|army|military|navy|parliament|opposition|rebel|court)$/.test(
    textOf(scene.tree, mention.head),
  );
}

/** "government" of "director of government affairs": a part of the field. */
function isCompound(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention || baseRelation(tree, mention.head) !== 'compound') return false;
  return (
    mention.kind === 'nominal' && headOf(tree, mention.head) >= mention.end && uposOf(tree, mention.end) === 'NOUN'
  );
}

/** "coalition partners": the noun before tells what kind of partners, not whose. */
function tellsKind(scene: FactScene, argument: Argument): boolean {
  const mention = scene.doc.mentions[argument.mention];
  return (
    argument.by === 'left' &&
    mention?.kind === 'nominal' &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end - 1)) &&
    !/^['’]s?$/.test(textOf(scene.tree, mention.end))
  );
}

/** "the media adviser", "a deputy spokesman": no body and no person, but what kind of adviser. */
function onlyTellsKind(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (mention?.kind !== 'nominal' || /^['’]s?$/.test(textOf(tree, mention.end - 1))) return false;
  if (/^['’]s?$/.test(textOf(tree, mention.end))) return false;
  return (
    typeOf(doc, m) === 'Person' || /^(?:media|press|news|coalition|city|state|group)$/.test(textOf(tree, mention.head))
  );
}

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

/** "the union's" of "the union's Chad director"; -1 where no body owns. */
function ownerBefore(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const start = doc.mentions[m]?.start ?? 0;
  const type = typeOf(doc, m);
  if (!/^['’]s?$/.test(textOf(tree, start - 1)) || (type !== 'Country' && type !== 'Place')) return -1;
  return (
    [...(scene.around[start - 2] ?? [])]
      .reverse()
      .find((i) => typeOf(doc, i) === 'Organization' && [start - 1, start].includes(doc.mentions[i]?.end ?? -1)) ?? -1
  );
}

/** Adjectives of parties. */
const PARTY =
  /^(?:republican|democratic|democrat|labou?r|conservative|tory|liberal|socialist|communist|peronist|green|nationalist|islamist|sandinista|chavista|kemalist|ba'?athist|maoist|unionist)$/;

/** Mentions before the noun in its phrase, the nearest last: "the U.S. State Department spokeswoman". */
function leftArguments(scene: FactScene, token: number): Argument[] {
  const { doc, tree, around } = scene;
  for (let i = token - 1; i >= 0 && inPhrase(scene, i, token); i--) {
    const whole = [...(around[i] ?? [])].reverse().find((m) => {
      const mention = doc.mentions[m];
      return mention !== undefined && mention.end <= token && mention.end === i + 1;
    });
    if (textOf(tree, i) === 'whose') {
      const owner = whoseOwner(scene, i);
      return owner < 0 ? [] : [{ mention: owner, by: 'left' }];
    }
    const possessive = textOf(tree, i) === "'s" || textOf(tree, i) === '’s' || textOf(tree, i) === "'";
    if (whole !== undefined) {
      if (onlyTellsKind(scene, whole)) continue;
      const owner = ownerBefore(scene, whole);
      if (owner >= 0)
        return [
          { mention: whole, by: 'left' },
          { mention: owner, by: 'left' },
        ];
      if (typeOf(doc, whole) !== 'Group' || uposOf(tree, i) !== 'ADJ')
        return [whole, ...nationBefore(scene, whole)].map((mention) => ({ mention, by: 'left' }));
      // "the English captain" is England's, where the text names it; "the Republican governor" is of the party
      const nation = scene.countryNamed(textOf(tree, i));
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

/** "Bo Ek and wife Ann Lee": whose kin stands before the "and". */
function kinBeside(scene: FactScene, token: number, role: string): Argument[] | null {
  if (textOf(scene.tree, token - 1) !== 'and' || !KIN_NOUN.test(role)) return null;
  const person = (scene.around[token - 2] ?? []).find(
    (m) =>
      typeOf(scene.doc, m) === 'Person' &&
      scene.doc.mentions[m]?.kind === 'name' &&
      nameEnd(scene.doc, m) === token - 1,
  );
  return person === undefined ? null : [{ mention: person, by: 'left' }];
}
const KIN_NOUN = /^(?:wife|husband|son|daughter|brother|sister|father|mother|girlfriend|boyfriend|fiancée?|partner)$/;

/** "Ann Lee, whose father led the party": the noun that the relative clause is of. */
function whoseOwner(scene: FactScene, token: number): number {
  const { tree } = scene;
  let at = headOf(tree, token);
  for (let steps = 0; at >= 0 && steps < 6; steps++, at = headOf(tree, at))
    if (relationOf(tree, at) === 'acl:relcl') return headOf(tree, at) < token ? nominalAt(scene, headOf(tree, at)) : -1;
  return -1;
}

/** `token`: the first after the office. Mentions after it by a preposition: "of the Lombardy region", "at Leeds and Hull". */
function rightArguments(scene: FactScene, token: number): { arguments: Argument[]; end: number } {
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
    const mention = mentionFrom(scene, at + 1);
    if (mention < 0 || isCompound(scene, mention)) {
      const next = steps === 0 && (preposition === 'of' || preposition === 'for') ? afterField(scene, at + 1) : -1;
      if (next < 0) break;
      at = next;
      continue;
    }
    found.push({ mention, by: preposition });
    at = doc.mentions[mention]?.end ?? at + 1;
    // "a spokesman for Danish president Ann Lee": her name is the argument's
    const name = personNamedAt(scene, at);
    if (name >= 0 && typeOf(doc, mention) === 'Person' && chainAt(doc, name) === chainAt(doc, mention))
      at = nameEnd(doc, name);
    // a second one of the same preposition: "of Chad and Mali"
    if (textOf(tree, at) === 'and') {
      const second = mentionFrom(scene, at + 1);
      if (second >= 0 && typeOf(doc, second) === typeOf(doc, mention) && typeOf(doc, second) !== 'Person') {
        found.push({ mention: second, by: preposition });
        at = doc.mentions[second]?.end ?? at;
      }
    }
  }
  return { arguments: found, end: at };
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

/** "prime minister", "secretary of state", "former head": the words of the role without what it is of. */
function titleOf(scene: FactScene, office: TokenSpan, left: readonly Argument[]): string {
  const { doc, tree } = scene;
  const nearest = doc.mentions[left[0]?.mention ?? -1]?.end ?? -1;
  let start = office.start;
  while (
    start - 1 >= Math.max(nearest, 0) &&
    inPhrase(scene, start - 1, office.start) &&
    !/PART|PRON|NUM/.test(uposOf(tree, start - 1))
  )
    start--;
  // "the democratically-elected president"
  while (start < office.start && /^(?:-|elected|and|&)$/.test(textOf(tree, start))) start++;
  let end = office.end;
  while (AFTER_ROLE.test(textOf(tree, end)) && end < office.end + 3) end++;
  const words = Array.from({ length: end - start }, (_, i) => titleWord(scene, start + i));
  return words.join(' ').replace(/ - /g, '-');
}

/** Lower case, but for acronyms ("CEO"). */
function titleWord(scene: FactScene, token: number): string {
  const text = scene.doc.tokens[token]?.text ?? '';
  return /^\p{Lu}{2,}$/u.test(text) ? text : text.toLowerCase();
}
