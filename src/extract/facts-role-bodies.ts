/** The body that an office is of where its noun stands bare, or in the title, and the text names the body elsewhere. */
import type { TokenSpan } from '../document';
import type { Argument } from './facts-owners';
import { chainAt, type FactScene, nameEnd, nameStart, typeOf } from './facts-scene';
import { textOf } from './tree';

const TITLE_BODY = /^(?:police|army|navy|military|government|junta|court|parliament|regime|presidency|opposition)$/;

/** "army" of the title "army spokesman". */
export function bodyOfTitle(scene: FactScene, office: TokenSpan, token: number): Argument[] {
  const body = (scene.around[office.start] ?? []).find((m) => {
    const mention = scene.doc.mentions[m];
    return (
      mention?.start === office.start &&
      mention.end <= token &&
      TITLE_BODY.test(textOf(scene.tree, mention.head)) &&
      typeOf(scene.doc, m) === 'Organization'
    );
  });
  if (body !== undefined) return [{ mention: body, by: 'left' }];
  // "junta spokesman Ann Lee", "party leader Bo Ek", where the text speaks of the junta elsewhere and names the party
  const at = office.start < token ? office.start : token - 1;
  const noun = textOf(scene.tree, at);
  const called = TITLE_BODY.test(noun) && scene.headed[at] === -1 ? bodyCalled(scene, noun) : -1;
  const known = called >= 0 || !NAMED_BODY.test(noun) ? called : namedAlike(scene, noun);
  return known < 0 ? [] : [{ mention: known, by: 'left' }];
}

const NAMED_BODY = /^(?:party|company|union|club|commission|council|committee|bank|agency|association|federation)$/;

const bodyCalled = ({ doc, tree }: FactScene, noun: string): number =>
  doc.mentions.findIndex((mention, m) => typeOf(doc, m) === 'Organization' && textOf(tree, mention.head) === noun);

/** The one body of the text that the noun heads; -1 where none or several. */
function onlyBody({ doc, tree }: FactScene, noun: string): number {
  const found = doc.mentions.flatMap((mention, m) =>
    typeOf(doc, m) === 'Organization' && textOf(tree, mention.head) === noun ? [m] : [],
  );
  return new Set(found.map((m) => chainAt(doc, m))).size === 1 ? (found[0] ?? -1) : -1;
}

/** "Interior Minister Ann Lee" where the text speaks of the Interior Ministry; -1 where it does not. */
export function ministryOf(scene: FactScene, title: string): number {
  // "Ambassador Ann Lee" of the one embassy that the text speaks of
  const mission = /(?:^|\s)ambassador$/.test(title) ? 'embassy' : /(?:^|\s)consul$/.test(title) ? 'consulate' : '';
  if (mission !== '') return onlyBody(scene, mission);
  const before = /^(?:(?:former|acting|deputy|vice|then|assistant) )*(.+) (?:minister|secretary)$/.exec(title)?.[1];
  const field = before ?? /(?:^|\s)(?:minister|secretary) (?:of|for) (.+)$/.exec(title)?.[1];
  if (field === undefined || field === 'prime') return -1;
  const { doc } = scene;
  const names = [
    `${field} ministry`,
    `ministry of ${field}`,
    `${field} department`,
    `department of ${field}`,
    `${field} office`,
  ];
  // "Gender Minister" of the "Ministry of Gender and Family"
  const begins = [`ministry of ${field} `, `department of ${field} `, `department for ${field} `];
  const isIt = (words: string): boolean =>
    names.some((name) => words === name || words.endsWith(` ${name}`)) || begins.some((name) => words.startsWith(name));
  return doc.mentions.findIndex((mention, m) => {
    if (mention.kind === 'pronoun' || typeOf(doc, m) !== 'Organization') return false;
    const words = doc.tokens
      .slice(nameStart(doc, m), nameEnd(doc, m))
      .map((t) => t.text)
      .join(' ')
      .toLowerCase();
    // one that the chains took for something else is no ministry
    return isIt(words) && isIt((doc.chains[mention.chain]?.name ?? '').toLowerCase());
  });
}

/** "police", "college" before a role; "government officials" serve one that is known, "team members" one told of before. */
export function isBareNoun(scene: FactScene, m: number): boolean {
  const mention = scene.doc.mentions[m];
  if (mention?.kind !== 'nominal' || mention.end - mention.start > 1 || scene.named.has(mention.chain)) return false;
  const noun = textOf(scene.tree, mention.head);
  if (noun !== 'police' && (scene.doc.chains[mention.chain]?.mentions.length ?? 0) > 1) return false;
  return !/^(?:government|army|military|navy|parliament|opposition|rebel|court|junta|regime|presidency|cabinet|coalition|palace)$/.test(
    textOf(scene.tree, mention.head),
  );
}

/** The one body of the text whose name ends with the noun ("party", "company"); -1 where none or several. */
export function namedAlike({ doc, tree }: FactScene, noun: string): number {
  const alike = doc.mentions.flatMap((mention, i) =>
    mention.kind === 'name' &&
    typeOf(doc, i) === 'Organization' &&
    [textOf(tree, nameEnd(doc, i) - 1), textOf(tree, mention.head)].includes(noun)
      ? [i]
      : [],
  );
  return new Set(alike.map((i) => chainAt(doc, i))).size === 1 ? (alike[0] ?? -1) : -1;
}
