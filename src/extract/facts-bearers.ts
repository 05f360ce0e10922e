/** Which mention a token, a description or a relative pronoun stands for, and what hangs on it. */
import { type FactScene, innerMentions, mentionsEnding, nameEnd, nameStart, range, typeOf } from './facts-scene';
import { childrenBy, textOf, uposOf } from './tree';

/** The mention that the token heads, or the name that ends with it ("Institute for Peace, which ..."); -1 where none. */
export function nominalAt(scene: FactScene, token: number): number {
  const head = scene.headed[token] ?? -1;
  if (head >= 0) return head;
  const { doc } = scene;
  return (
    [...(scene.around[token] ?? [])]
      .reverse()
      .find((m) => doc.mentions[m]?.kind === 'name' && nameEnd(doc, m) === token + 1) ?? -1
  );
}

/**
 * What a relative pronoun stands for: the person or body named straight before it, else the noun of its clause.
 *   "the regime of President Ann Lee, who is also ..." is said of Ann Lee, whatever the clause hangs on
 */
export function antecedent(scene: FactScene, pronoun: number, noun: number): number {
  const { doc, tree } = scene;
  const at = textOf(tree, pronoun - 1) === ',' ? pronoun - 1 : pronoun;
  const kinds = textOf(tree, pronoun) === 'who' ? /^Person$/ : /^(?:Organization|Place|Country)$/;
  const named = mentionsEnding(scene, at).find(
    (m) => doc.mentions[m]?.kind === 'name' && nameEnd(doc, m) === at && kinds.test(typeOf(doc, m) ?? ''),
  );
  const headed = nominalAt(scene, noun);
  if (named === undefined || (headed >= 0 && kinds.test(typeOf(doc, headed) ?? ''))) return headed;
  return named;
}

const SAME_KIND = /^(?:Organization|Group)$/;

/**
 * Whose facts a description's are: "the Danish firm Zentra" is Zentra, "the town of Aldea" and "the Lombardy region" are
 * the places named in it; else the description itself.
 */
export function bearer(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (mention?.kind !== 'nominal' || scene.named.has(mention.chain)) return m;
  const type = typeOf(doc, m);
  if (type === 'Place') return placeInside(scene, m);
  if (mention.end !== mention.head + 1 || uposOf(tree, mention.head) !== 'NOUN') return apposedName(scene, m);
  const named = (scene.around[mention.end] ?? []).find((i) => {
    const other = doc.mentions[i];
    const kind = typeOf(doc, i);
    return (
      other?.kind === 'name' &&
      nameStart(doc, i) === mention.end &&
      (kind === type || (SAME_KIND.test(kind ?? '') && SAME_KIND.test(type ?? '')))
    );
  });
  return named !== undefined && !/s$/.test(textOf(tree, mention.head)) ? named : apposedName(scene, m);
}

/** "the bank's subsidiary, Zentra, ...": a firm's noun and its name between commas. */
function apposedName(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const head = doc.mentions[m]?.head ?? -1;
  if (
    !/^(?:subsidiary|unit|company|firm|affiliate|newspaper|magazine|bank|airline|club|charity)$/.test(
      textOf(tree, head),
    )
  )
    return m;
  if (textOf(tree, head + 1) !== ',') return m;
  const named = (scene.around[head + 2] ?? []).find(
    (i) => doc.mentions[i]?.kind === 'name' && nameStart(doc, i) === head + 2 && typeOf(doc, i) === 'Organization',
  );
  return named !== undefined && /^[,.]$/.test(textOf(tree, nameEnd(doc, named))) ? named : m;
}

/** "the town of Aldea", "the Lombardy region". */
function placeInside(scene: FactScene, m: number): number {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention) return m;
  const named = innerMentions(doc, m).filter(
    (i) => typeOf(doc, i) === 'Place' && doc.mentions[i]?.kind === 'name' && doc.mentions[i]?.chain !== mention.chain,
  );
  const after = textOf(tree, mention.head + 1) === 'of' ? mention.head + 2 : -1;
  const found = named.find(
    (i) =>
      nameStart(doc, i) === after ||
      (nameStart(doc, i) === after + 1 && uposOf(tree, after) === 'DET') ||
      nameEnd(doc, i) === mention.head ||
      (SITES.test(textOf(tree, mention.head)) && onlyNouns(scene, nameEnd(doc, i), mention.head)),
  );
  return found ?? m;
}

const SITES = /^(?:site|plant|station|facility|base|mine|camp|complex|field|reactor|airport|port|dam|park|prison)$/;

/** "Aldea nuclear test site": what stands between the name and the noun tells its kind. */
function onlyNouns(scene: FactScene, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/^(?:NOUN|ADJ)$/.test(uposOf(scene.tree, i))) return false;
  return start <= end;
}

/** Nominals that hang on the mention's head, or on a word of its name, after it. */
export function hangingOn(scene: FactScene, m: number, ...relations: readonly string[]): number[] {
  const { doc, tree } = scene;
  const mention = doc.mentions[m];
  if (!mention) return [];
  const end = mention.kind === 'name' ? nameEnd(doc, m) : mention.head + 1;
  const heads = mention.kind === 'name' ? range({ start: nameStart(doc, m), end }) : [mention.head];
  // "the Committee on Harbours (COH) of the union": on its short form as well
  const short = mention.kind === 'name' && textOf(tree, end) === '(' && textOf(tree, end + 2) === ')' ? [end + 1] : [];
  const found = [mention.head, ...heads.filter((h) => h !== mention.head), ...short].flatMap((h) =>
    childrenBy(tree, h, ...relations),
  );
  return found.filter((c) => c >= end);
}
