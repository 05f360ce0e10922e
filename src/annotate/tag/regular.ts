/** The verb before "-ed" and "-ing": consonants that were doubled, letters that were dropped or put in. */

/** Whole verbs that end in two of a consonant that others double. */
const WHOLE = new Set('add ebb egg err purr whirr burr butt boycott wadd abutt headbutt re-add readd'.split(' '));
/** Whole verbs that end in "ll", with what may stand before them: "recall", "stonewall", "fulfill". */
const WHOLE_L =
  /^(?:re|un|over|under|out|in|mis|fore|bank|stone|steam|down|up|en|ful|pre|free|pay|be|blood|black|roll|wind|app)?-?(?:[bcfgpstwxh]all|st[ai]ll|thrall|[rt]oll|p[uo]ll|till|fill|kill|skill|spell|sell|tell|well|swell|smell|shell|yell|quell|dwell|fell|mill|spill|thrill|will|drill|chill|bill|grill|frill|full|cull|mull|null|lull|dull|scroll|troll|knoll|loll|poll)$/u;
const SYLLABLE = /(?:qu|[^aeiouy])?[aeiouy]+/gu;
/** "fuelled", "dialled": two syllables with no consonant between. */
const TWO_SOUNDS = /(?:[^q]uell|iall)$/u;
const WITH_K = /^(?:panic|traffic|mimic|frolic|picnic|politic|bivouac|magic)k$/u;
const DOUBLED_RARELY = /^(?:trekk|yakk|revv|quizz|whizz|gass|teargass|buss|nonpluss)$/u;
/** Two letters for one vowel before one consonant: no e was dropped ("raid", "entreat", "shout"). */
const LONG_VOWEL = /(?:ai|au|ea|ee|ei|oa|oi|oo|ou)[bdfklmnprt]$/u;
const TWO_VOWELS = /(?:cr|m|n|l)eat$/u;
/** One syllable, one vowel, one consonant that was not doubled: an e was dropped ("hope", "fine"). */
const SHORT = /^(?:[^aeiouy]*|qu|squ)[aeiouy][bdfgklmnprt]$/u;
/** No verb ends so without an e: "argue", "reduce", "receive", "struggle", "endorse". */
const NEEDS_E = /(?:[aeioulnr]c|[uv]|[aeiouylr]z|[bcdfgkpstz]l|[bct]r|[lnprw]s|[aeiou]s)$/u;
/** No verb ends so with an e: "pass", "march", "annex", "push". */
const NEEDS_NONE = /(?:ss|x|ch|sh|w|y|ck|nd|ld|ft|ct|pt|lk|nk|rk|sk|lp|mp|rp|mb)$/u;
const ENDS_IN_S = /(?:^gas|^bus|focus|bias|canvas|chorus|caucus|witness|[^i]ous)$/u;
/** Where letters and word lists do not tell, the verb that news means. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['ax', 'axe'],
  ['unit', 'unite'],
  ['reunit', 'reunite'],
  ['rout', 'rout'],
  ['creat', 'create'],
  ['recreat', 'recreate'],
  ['lambast', 'lambaste'],
  ['revil', 'revile'],
  ['disinvit', 'disinvite'],
  ['visit', 'visit'],
  ['cloth', 'clothe'],
  ['arc', 'arc'],
  ['sync', 'sync'],
  ['past', 'paste'],
  ['annex', 'annex'],
  ['ach', 'ache'],
  ['cach', 'cache'],
  ['rerout', 'reroute'],
  ['re-rout', 're-route'],
  ['dy', 'dye'],
  ['ey', 'eye'],
  ['ow', 'owe'],
  ['aw', 'awe'],
  ['breath', 'breathe'],
]);

/**
 * The verb of a stem in lower case whose last letters show that one of them is not its own, or null:
 * "bann" -> "ban", "cancell" -> "cancel", "panick" -> "panic"; "boycott", "kill" and "pass" are whole.
 */
function undoubled(stem: string): string | null {
  if (WITH_K.test(stem) || DOUBLED_RARELY.test(stem)) return stem.slice(0, -1);
  const last = stem.at(-1)!;
  if (stem.length < 4 || stem.at(-2) !== last || !/[aeiouy]/u.test(stem.at(-3)!)) return null;
  if (last === 'l') {
    const syllables = stem.match(SYLLABLE)?.length ?? 0;
    return (syllables < 2 && !TWO_SOUNDS.test(stem)) || WHOLE_L.test(stem) ? stem : stem.slice(0, -1);
  }
  if (!'bdgmnprt'.includes(last)) return null;
  return WHOLE.has(stem) ? stem : stem.slice(0, -1);
}

/**
 * The verb of a regular past, participle or "-ing" form, by its letters; where these do not tell, `guess` if it is one
 * of the two that it can be, and else the one that is known as a word.
 */
export function regularBase(
  form: string,
  ending: 'ed' | 'ing',
  guess: string,
  isWord: (form: string) => boolean,
): string {
  const stem = form.slice(0, -ending.length);
  if (stem.length < 2) return guess;
  // "studied", "tied"; "lying", "studying"
  if (ending === 'ed' && stem.endsWith('i'))
    return stem.length > 2 && !/^(?:bel|unt|hogt)i$/u.test(stem) ? `${stem.slice(0, -1)}y` : `${stem}e`;
  if (ending === 'ing' && /^(?:un|be|under|out|over)?[dltv]y$/u.test(stem)) return `${stem.slice(0, -1)}ie`;
  // "freed"; "seeing" keeps both
  if (ending === 'ed' && stem.endsWith('e')) return `${stem}e`;
  const known = MEANT.get(stem) ?? undoubled(stem);
  if (known !== null) return known;
  if (NEEDS_NONE.test(stem) || (LONG_VOWEL.test(stem) && !TWO_VOWELS.test(stem))) return stem;
  if (SHORT.test(stem) || (NEEDS_E.test(stem) && !ENDS_IN_S.test(stem))) return `${stem}e`;
  const both = [stem, `${stem}e`];
  const heard = (verb: string) => (isWord(verb) ? 1 : 0) + (isWord(`${verb}s`) ? 1 : 0);
  const [plain, longer] = both.map(heard) as [number, number];
  if (plain !== longer) return both[plain > longer ? 0 : 1]!;
  return both.includes(guess) ? guess : stem;
}
