/** Pronouns to what was said before them. */
import { type Clusters, compatible } from './clusters';
import type { Candidate } from './mentions';
import type { Profile } from './profile';
import type { QuotedSpan } from './quotations';
import { type Reading, relationOf } from './tree';

/** Sentences back in which an antecedent is looked for. */
const WINDOW = 3;

export function linkPronouns(
  reading: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  quotations: readonly QuotedSpan[],
): void {
  const quoteOf = quotationIndex(reading, quotations);
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'pronoun') return;
    const profile = profiles[i]!;
    if (profile.person === 1 || profile.person === 2) {
      for (let k = i - 1; k >= 0; k--) {
        const other = profiles[k]!;
        if (mentions[k]!.kind !== 'pronoun' || other.person !== profile.person || other.number !== profile.number)
          continue;
        if (sameVoice(quotations, quoteOf[mention.head]!, quoteOf[mentions[k]!.head]!)) {
          clusters.merge(k, i);
          return;
        }
      }
      return;
    }
    // the syntax has told
    if (clusters.of(i).first < i) return;
    let best = -1;
    let bestScore = 0;
    for (let k = i - 1; k >= 0; k--) {
      const distance = reading.sentenceOf[mention.head]! - reading.sentenceOf[mentions[k]!.head]!;
      if (distance > WINDOW) break;
      const score = antecedentScore(
        reading,
        mentions[k]!,
        mention,
        profiles[k]!,
        profile,
        distance,
        clusters.of(k).members.length,
      );
      if (score <= bestScore || !compatible(clusters.of(k), clusters.of(i)) || !agrees(clusters.of(k).type, profile))
        continue;
      [best, bestScore] = [k, score];
    }
    if (best >= 0) clusters.merge(best, i);
  });
}

/** For each token the quotation it is in, or -1. */
function quotationIndex(reading: Reading, quotations: readonly QuotedSpan[]): Int32Array {
  const index = new Int32Array(reading.document.tokens.length).fill(-1);
  quotations.forEach(({ start, end }, q) => {
    index.fill(q, start, end);
  });
  return index;
}

/** Whether two first persons may be one: both outside quotations, or in quotations of one speaker. */
function sameVoice(quotations: readonly QuotedSpan[], a: number, b: number): boolean {
  if (a < 0 || b < 0) return a === b;
  return a === b || (quotations[a]!.speaker >= 0 && quotations[a]!.speaker === quotations[b]!.speaker);
}

function agrees(type: string | null, profile: Profile): boolean {
  if (profile.lemma.startsWith('it')) return type !== 'Person' && type !== 'Group';
  if (profile.type === 'Person') return type === 'Person' || type === null;
  if (profile.number === 'p') return type !== 'Person' && type !== 'Country' && type !== 'Place';
  return true;
}

function antecedentScore(
  reading: Reading,
  antecedent: Candidate,
  mention: Candidate,
  a: Profile,
  p: Profile,
  distance: number,
  size: number,
): number {
  const { document } = reading;
  if (antecedent.start <= mention.start && mention.end <= antecedent.end) return 0;
  const relation = relationOf(document, antecedent.head);
  const reflexive = p.lemma.includes('sel');
  const sameClause = document.heads[antecedent.head] === document.heads[mention.head];
  if (sameClause && !reflexive && relationOf(document, mention.head) !== 'nmod') return 0;
  if (
    !/^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|'em|em)$/.test(
      p.lemma,
    )
  )
    return 0;
  let score = relation === 'nsubj' ? 4 : relation === 'obj' || relation === 'obl' ? 2.2 : 1.5;
  if (antecedent.kind === 'pronoun') score += a.lemma === p.lemma || a.gender === p.gender ? 2 : 0;
  if (p.type === 'Person' && a.type !== 'Person' && a.lemma !== p.lemma) score -= 1.5;
  if (p.lemma.startsWith('it') && a.type === null && a.determiner === 'none') score -= 1;
  return score - 1.3 * distance + Math.min(size, 5) * 0.2;
}
