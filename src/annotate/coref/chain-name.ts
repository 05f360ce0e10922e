/** What a chain is called: the fullest form in the text, without article and title. */
import type { Named, TokenSpan } from '../../document';
import type { Cluster } from './clusters';
import type { Candidate } from './mentions';
import type { Profile } from './profile';

export function chainName(
  document: Named,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  cluster: Cluster,
): string {
  const named = cluster.members.filter((m) => profiles[m]!.words.length > 0);
  if (named.length > 0) {
    const best = named.reduce((a, b) =>
      better(document, mentions[b]!, mentions[a]!, profiles[b]!, profiles[a]!) ? b : a,
    );
    return nameText(document, mentions[best]!, profiles[best]!);
  }
  const described = cluster.members.filter((m) => mentions[m]!.kind === 'nominal');
  const pool = described.length > 0 ? described : cluster.members;
  const best = pool.reduce((a, b) =>
    profiles[b]!.modifiers.size > profiles[a]!.modifiers.size && length(mentions[b]!) < 8 ? b : a,
  );
  return phraseText(document, mentions[best]!);
}

function length(span: TokenSpan): number {
  return span.end - span.start;
}

/** A country's noun before its adjective; else the longer name. */
function better(document: Named, b: Candidate, a: Candidate, profileB: Profile, profileA: Profile): boolean {
  const adjective = (mention: Candidate) => document.names[mention.name]?.type === 'NORP';
  if (profileA.country !== null && profileB.country !== null && adjective(a) !== adjective(b)) return adjective(a);
  // "Kenyan President Uhuru Kenyatta" that the parser hung on "President": the name at its end is his
  if (endsInPerson(document, a, b)) return true;
  if (endsInPerson(document, b, a)) return false;
  const [wordsB, wordsA] = [profileB.words, profileA.words];
  return (
    wordsB.length > wordsA.length ||
    (wordsB.length === wordsA.length && wordsB.join(' ').length > wordsA.join(' ').length)
  );
}

function endsInPerson({ names }: Named, whole: Candidate, part: Candidate): boolean {
  const name = names[part.name];
  return name?.type === 'PER' && names[whole.name] === undefined && whole.end === name.end && whole.start < name.start;
}

/** The words of the name, in its own spelling. */
function nameText(document: Named, mention: Candidate, profile: Profile): string {
  const name = document.names[mention.name];
  if (name === undefined) return phraseText(document, mention);
  const whole = slice(document, name.start, name.end).replace(/['’]s?$/, '');
  const words = whole.split(/\s+/);
  return words.slice(Math.max(0, words.length - profile.words.length)).join(' ');
}

/**
 * "Iraqi lawmakers" of "the Iraqi lawmakers"; no clause, and what hangs on it only as far as it tells who is meant:
 * "a court in Managua", "a delegation of lawmakers [to Prague from Monday to Thursday]".
 */
function phraseText(document: Named, mention: Candidate): string {
  let start = mention.start;
  if (/^(?:the|a|an|this|that|these|those)$/i.test(document.tokens[start]!.text) && start < mention.head) start++;
  let end = mention.head + 1;
  let told = false;
  for (let i = mention.head + 1; i < mention.end; i++) {
    const word = document.tokens[i]!.text.toLowerCase();
    if (
      /^(?:acl|advcl|advmod|mark|appos|parataxis)/.test(document.deprels[i]!) ||
      document.upos[i] === 'PUNCT' ||
      /^W/.test(document.xpos[i]!) ||
      // "the government of Peru [last Monday]"
      (/^(?:last|next|this)$/.test(word) && document.upos[i - 1] !== 'ADP')
    )
      break;
    if (document.deprels[i] === 'case' && word !== 'of' && !/^['’]s?$/.test(word) && !withinCapitals(document, i)) {
      const next = document.xpos[i + 1] ?? '';
      if (told || !TELLING.has(word) || next.startsWith('PRP')) break;
    }
    told ||= document.deprels[i] === 'case';
    if (!OPEN.has(document.upos[i]!)) end = i + 1;
  }
  return slice(document, start, end);
}

/** "Union for Hope" is a name, whether or not the namer saw all of it. */
function withinCapitals({ tokens }: Named, i: number): boolean {
  return /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '') && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '');
}

/** Prepositions that may tell who is meant; one such phrase is enough. */
const TELLING = new Set(['in', 'at', 'to', 'for', 'from', 'with', 'on']);
/** Words that no name ends with. */
const OPEN = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ']);

function slice(document: Named, start: number, end: number): string {
  return document.article.text.slice(document.tokens[start]!.start, document.tokens[end - 1]!.end).replace(/\s+/g, ' ');
}
