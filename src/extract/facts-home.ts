/**
 * "Prime Minister Ann Lee" without a country: that of the country that the text is about, where it is plainly about one
 * and tells no other office of hers.
 */
import type { EntityType } from '../ontology';
import { chainAt, type FactDraft, type FactScene, typeOf } from './facts-scene';

/** Offices of a state; a president or a minister of something else is told so. */
const NATIONAL =
  /^(?:(?:former|acting|deputy|vice|then|first|ex|outgoing|assistant|interim|caretaker|federal|union|junior|cabinet)[ -])*(?:president|prime minister|(?!chief |provincial |regional )(?:[\p{L}-]+ ){0,3}minister(?:-designate)?(?: (?:of|for) .+)?|first lady|head of state|(?:foreign|home|financial|finance|chief|cabinet|chief cabinet|interior) secretary|(?:[\p{L}-]+ )?undersecretary|(?:house )?speaker|leader of the opposition|auditor[ -]general|attorney[ -]general|comptroller(?: general)?|chief justice|opposition leader|king|queen|emir|sultan|crown prince|crown princess|(?:national )?secretary (?:of|for) .+)$/u;

export const isNational = (title: string): boolean => NATIONAL.test(title);

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

/** Guessed offices are left out of those of whom the text tells another, and where it tells that somebody else has the office. */
export function withoutGuessedOffices(scene: FactScene, drafts: readonly FactDraft[]): FactDraft[] {
  const { doc } = scene;
  const told = drafts.filter((d) => d.type === 'HOLDS_POSITION' && !isGuess(d));
  const known = new Set(told.map((d) => chainAt(doc, d.source)));
  const isTaken = (guess: FactDraft): boolean =>
    told.some(
      (d) =>
        chainAt(doc, d.target) === chainAt(doc, guess.target) &&
        chainAt(doc, d.source) !== chainAt(doc, guess.source) &&
        scene.named.has(chainAt(doc, d.source)) &&
        (d.title ?? '') === (guess.title ?? ''),
    );
  // who is no stranger to the reader is called "the prime minister", who is one "the Danish foreign minister"
  const introduces = (guess: FactDraft): boolean =>
    told.some(
      (d) =>
        chainAt(doc, d.target) === chainAt(doc, guess.target) &&
        chainAt(doc, d.source) !== chainAt(doc, guess.source) &&
        scene.named.has(chainAt(doc, d.source)) &&
        isNational(d.title ?? ''),
    );
  const free = drafts.filter((d) => !isGuess(d) || (!known.has(chainAt(doc, d.source)) && !isTaken(d)));
  // of the country named next where its like has the office in the first; of neither where both are free
  return free.filter((d) => {
    if (d.rule !== RIVAL) return true;
    const others = drafts.filter(
      (o) => isGuess(o) && o.trigger.start === d.trigger.start && o.source === d.source && o !== d,
    );
    return others.length > 0 && others.every((o) => introduces(o)) && !introduces(d);
  });
}

const isGuess = (d: FactDraft): boolean => d.rule === GUESS || d.rule === RIVAL;

export const GUESS = 'role.title.home';
/** Of a country that the text is about beside another. */
export const RIVAL = 'role.title.rival';

const BUSINESS =
  /^(?:(?:former|acting|deputy|vice|then|interim|outgoing|new|group|non-executive|executive|board) )*(?:chief executive(?: officer)?|ceo|cfo|coo|chief (?:financial|operating|technology|marketing) officer|chairman|chairwoman|chairperson|managing director|general manager|director[- ]general|secretary[- ]general|co-?founder|founder)$/;
/** What somebody is said to be, and of what firm is plain from the text. */
const SAID =
  /^(?:(?:new|current|former|acting|interim|outgoing|first) )*(?:president|head|leader|director|manager|owner)$/;

/**
 * The body that an office of a firm is of where the text says none: the one that it names plainly most.
 * @param isSaid - "is the new president", where it is no state's
 */
export function firmOf(scene: FactScene, title: string, isSaid: boolean): number {
  const ofBody = !isNational(title) || scene.homeland < 0;
  const fits = BUSINESS.test(title.toLowerCase()) || (isSaid && ofBody && SAID.test(title));
  return fits ? mostNamed(scene, 'Organization', 2) : -1;
}
