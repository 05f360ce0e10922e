/** Places that a description names: "the town of Aldea", "the Lombardy region", "Cusco province". */
import type { Extracted } from '../document';
import { innerMentions } from './spans';

const KINDS =
  /^(?:town|city|village|district|province|region|state|county|island|port|suburb|area|settlement|municipality|township|commune|prefecture|oblast|governorate|peninsula|neighbou?rhood|camp|hamlet|parish|borough|canton)$/i;

/** The chain of the place that the description names, or -1. */
export function placeMeant(doc: Extracted, chain: number): number {
  for (const m of doc.chains[chain]?.mentions ?? []) {
    const mention = doc.mentions[m];
    if (mention?.kind !== 'nominal' || !KINDS.test(doc.tokens[mention.head]?.text ?? '')) continue;
    const after = doc.tokens[mention.head + 1]?.text === 'of' ? mention.head + 2 : -1;
    const inner = innerMentions(doc, m).find(
      (i) =>
        i.kind === 'name' &&
        i.chain !== chain &&
        doc.chains[i.chain]?.type === 'Place' &&
        (i.start === after || i.end === mention.head),
    );
    if (inner) return inner.chain;
  }
  return -1;
}
