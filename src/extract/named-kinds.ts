/** What a name's own last word says it is, where the namer took a body for a place or a place for a body. */
import type { Chain, Chained } from '../document';
import type { EntityType } from '../ontology';

const BODY =
  /^(?:university|college|institute|institution|academy|school|museum|gallery|galleries|hospital|clinic|ministry|department|agency|precinct|council|commission|parliament|assembly|senate|foundation|association|federation|company|corporation|inc|ltd|party|army|navy|authority|bureau|committee|society|orchestra|embassy|consulate)$/i;
const SITE =
  /^(?:airport|river|street|avenue|road|square|bridge|islands?|peninsula|strait|ocean|mountains|desert|province|stadium|arena|highway|boulevard)$/i;

/** The document with the types of such chains mended: "Skidmore College" is a body, "Juba Airport" a place. */
export function withNamedKinds(doc: Chained): Chained {
  const chains = doc.chains.map((chain) => {
    const type = kindOf(doc, chain);
    return type === chain.type ? chain : { ...chain, type };
  });
  return { ...doc, chains };
}

function kindOf(doc: Chained, chain: Chain): EntityType | null {
  if (chain.type !== 'Place' && chain.type !== 'Organization') return chain.type;
  const named = chain.mentions.find((m) => doc.mentions[m]?.kind === 'name');
  const name = doc.names[doc.mentions[named ?? -1]?.name ?? -1];
  if (name === undefined) return chain.type;
  const words = doc.tokens.slice(name.start, name.end).map((t) => t.text);
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  // "University of Leeds", "Institute for Peace": the word before
  const last = (of > 0 ? words[of - 1] : words.filter((word) => !/^['’]s?$/.test(word)).at(-1)) ?? '';
  if (words.length < 2) return chain.type;
  if (chain.type === 'Place' && BODY.test(last)) return 'Organization';
  return chain.type === 'Organization' && of < 0 && SITE.test(last) ? 'Place' : chain.type;
}
