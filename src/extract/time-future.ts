/** Whether a clause speaks of what is to come, so that its "Friday" is the next one. */
import { childrenOf, headOf, lemma, lower, relation, type Scene } from './time-scene';
import { AHEAD, FUTURE_AUX } from './time-words';

/** "will meet", "is to meet", "plans to meet", and what is joined to such a verb. */
export function saysFuture(s: Scene, trigger: number): boolean {
  for (let at = trigger, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = childrenOf(s, at);
    const auxiliaries = own.filter((c) => relation(s, c) === 'aux' || relation(s, c) === 'cop');
    if (auxiliaries.some((c) => FUTURE_AUX.has(lower(s, c)))) return true;
    const infinitive = own.some((c) => lower(s, c) === 'to' && (s.doc.upos[c] === 'PART' || relation(s, c) === 'mark'));
    // "is to begin", "are to travel"
    if (infinitive && auxiliaries.some((c) => /^(?:is|are|'s|'re)$/.test(lower(s, c)))) return true;
    const role = relation(s, at);
    // "Minister to visit Lyon Monday": a headline
    if (role === 'root' && infinitive) return true;
    if (role !== 'xcomp' && role !== 'obj' && role !== 'conj' && role !== 'obl') return false;
    const head = headOf(s, at);
    if (role === 'xcomp' && infinitive && AHEAD.has(lemma(s, head)) && !/ed$/.test(lower(s, head))) return true;
    if (role === 'xcomp' && infinitive && /^(?:expected|scheduled|slated|set|due)$/.test(lower(s, head))) return true;
    at = head;
  }
  return false;
}
