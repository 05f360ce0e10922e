import type { Chained, EventClaim, Extracted, FactClaim } from '../document';
import { createActorFinder } from './actors';
import type { Pattern } from './confidence';
import { contextOf } from './context';
import { findEvents, isTold } from './events';
import { type FactLexicons, findFacts } from './facts';
import type { EventLexicon } from './lexicon';
import { withMendedTrees } from './mended-trees';
import { withNamedCountries } from './named-countries';
import { withNamedKinds } from './named-kinds';
import { withPairedPlaces } from './paired-places';
import { withSelectedKinds } from './selected-kinds';
import { buildTree } from './tree';

export type { FactLexicons } from './facts';
export { type EventLexicon, type EventLexiconTexts, readEventLexicon } from './lexicon';

/** What the room needs: the compiled event lexicon, and the gazetteers for facts. */
export interface ExtractLexicons {
  readonly events: EventLexicon;
  readonly facts: FactLexicons;
}

/**
 * Makes the stage that finds who did what to whom.
 *
 * @param lexicons - the compiled lexicons
 * @param observe - told of every claim and its pattern, for fitting the weights of confidence
 * @returns a pure function from a document with chains to one with events and facts
 */
export function createExtractor(
  lexicons: ExtractLexicons,
  observe: (claim: EventClaim | FactClaim, pattern: Pattern) => void = () => undefined,
): (doc: Chained) => Extracted {
  return (chained) => {
    const { countries } = lexicons.facts;
    const paired = withPairedPlaces(withMendedTrees(chained), countries);
    const doc = withNamedCountries(withSelectedKinds(withNamedKinds(paired)), countries);
    const events = findEvents(doc, lexicons.events, undefined, observe).filter(isTold);
    const finder = createActorFinder(doc, buildTree(doc));
    const contextAt = (token: number) => contextOf(finder, lexicons.events, token);
    const facts = findFacts(doc, lexicons.facts, events, contextAt, lexicons.events.confidence, observe);
    return { ...doc, events, facts };
  };
}
