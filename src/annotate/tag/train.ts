/** Learns the rules of lemmas from gold documents by counting. */
import type { Parsed } from '../../document';
import { writeContainer } from '../../learn/container';
import { type LemmaRules, LONGEST_ENDING, ruleOfEnding, ZERO } from './lemmas';

/** An ending's rule needs so many words. */
const FEWEST_WORDS = 2;
const MAX_CUT = 60;

/** The rule that makes the lemma of the form. Names keep their case where that fits. */
export function ruleOf(form: string, lemma: string, xpos: string): string {
  const lower = form.toLowerCase();
  const keep = xpos.startsWith('NNP') ? lemma.startsWith(form[0]!) : lemma !== lemma.toLowerCase();
  const base = keep ? form : lower;
  let shared = 0;
  while (shared < base.length && shared < lemma.length && base[shared] === lemma[shared]) shared++;
  const cut = Math.min(MAX_CUT, base.length - shared);
  return `${keep ? 'K' : 'L'}${String.fromCharCode(ZERO + cut)}${lemma.slice(shared)}`;
}

type Counts = Map<string, number>;

export function trainLemmas(documents: readonly Parsed[]): Uint8Array {
  const seen = new Map<string, Map<string, Counts>>();
  for (const d of documents) {
    d.tokens.forEach(({ text }, i) => {
      const xpos = d.xpos[i]!;
      const words = getOrAdd(seen, xpos, () => new Map<string, Counts>());
      add(
        getOrAdd(words, text.toLowerCase(), () => new Map()),
        ruleOf(text, d.lemmas[i]!, xpos),
        1,
      );
    });
  }
  const endings: Record<string, Record<string, string>> = {};
  const words: Record<string, Record<string, string>> = {};
  for (const xpos of [...seen.keys()].sort()) {
    const best = new Map([...seen.get(xpos)!].map(([word, counts]) => [word, mostFrequent(counts)]));
    const rules = learnEndings(best);
    endings[xpos] = Object.fromEntries([...rules].sort(byKey));
    words[xpos] = Object.fromEntries(
      [...best].filter(([word, rule]) => ruleOfEnding(rules, word) !== rule).sort(byKey),
    );
  }
  const rules: LemmaRules = { endings, words };
  return writeContainer({ name: 'lemmas', version: 1 }, [
    { name: 'rules', bytes: Buffer.from(JSON.stringify(rules), 'utf8') },
  ]);
}

/** From short to long: a longer ending is kept where it says something else than the shorter one. */
function learnEndings(best: ReadonlyMap<string, string>): Map<string, string> {
  const rules = new Map<string, string>();
  for (let length = 0; length <= LONGEST_ENDING; length++) {
    const counts = new Map<string, Counts>();
    for (const [word, rule] of best) {
      if (word.length >= length)
        add(
          getOrAdd(counts, word.slice(word.length - length), () => new Map()),
          rule,
          1,
        );
    }
    for (const [ending, found] of counts) {
      const rule = mostFrequent(found);
      if (length === 0 || (found.get(rule)! >= FEWEST_WORDS && ruleOfEnding(rules, ending) !== rule)) {
        rules.set(ending, rule);
      }
    }
  }
  return rules;
}

function byKey(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function add(counts: Counts, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function mostFrequent(counts: Counts): string {
  return [...counts].sort((a, b) => b[1] - a[1] || byKey([a[0], ''], [b[0], '']))[0]![0];
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
