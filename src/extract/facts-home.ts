/**
 * "Prime Minister Ann Lee" without a country: that of the country that the text is about, where it is plainly about one
 * and tells no other office of hers.
 */
import type { EntityType } from '../ontology';
import { chainAt, type FactDraft, type FactScene, typeOf } from './facts-scene';

/** Offices of a state; a president or a minister of something else is told so. */
const NATIONAL =
  /^(?:(?:former|acting|deputy|vice|then|first|ex|outgoing|assistant|interim|caretaker|federal|union|junior|cabinet)[ -])*(?:president|prime minister|(?!chief |provincial |regional )(?:[\p{L}-]+ ){0,3}minister(?:-designate)?(?: (?:of|for) .+)?|first lady|head of state|(?:foreign|home) secretary|attorney[ -]general|comptroller(?: general)?|chief justice|opposition leader|king|queen|emir|sultan)$/u;

const LOCAL = /^(?:(?:former|acting|deputy|vice|then|city) )*mayor$/;

/** A mention of the country or town that an office is of where the text says none; -1 where that is not plain. */
export function homeOf(scene: FactScene, title: string): number {
  if (NATIONAL.test(title)) return scene.homeland;
  return LOCAL.test(title) ? mostNamed(scene, 'Place', 3) : -1;
}

/** What the text names at least so many times and twice as often as any other of its type, or alone of it. */
function mostNamed(scene: FactScene, type: EntityType, least: number): number {
  const { doc } = scene;
  const counts = new Map<number, number>();
  doc.mentions.forEach((mention, m) => {
    if (mention.kind === 'name' && typeOf(doc, m) === type)
      counts.set(mention.chain, (counts.get(mention.chain) ?? 0) + 1);
  });
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!first || first[1] < (second ? least : 2) || (second && first[1] < 2 * second[1])) return -1;
  return doc.mentions.findIndex((mention) => mention.chain === first[0] && mention.kind === 'name');
}

/** Guessed offices of those of whom the text tells another are left out. */
export function withoutGuessedOffices(scene: FactScene, drafts: readonly FactDraft[]): FactDraft[] {
  const { doc } = scene;
  const told = new Set(
    drafts.filter((d) => d.type === 'HOLDS_POSITION' && d.rule !== GUESS).map((d) => chainAt(doc, d.source)),
  );
  return drafts.filter((d) => d.rule !== GUESS || !told.has(chainAt(doc, d.source)));
}

export const GUESS = 'role.title.home';
