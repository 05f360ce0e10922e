/** Gold mentions and chains of a CoNLL-U file: the brackets of `Entity=` in MISC (CorefUD 1.0 and GUM's own fields). */
import type { TokenSpan } from '../../document';
import { type ConlluDocument, commentValue, MISC, wordRows } from './conllu';

export interface GoldMention extends TokenSpan {
  /** The chain's id within its document ("12", "e5"). */
  readonly chain: string;
  /** "person", "organization", "place", "abstract", ... or ''. */
  readonly type: string;
  /** Indices of the tokens that the field `minspan` or `head` names (GUM: the head, or the words of a proper name). */
  readonly heads: readonly number[];
  /** All fields as named by `# global.Entity` ("infstat", "identity", ...). */
  readonly fields: Readonly<Record<string, string>>;
}

const GUM_FIELDS = 'GRP-etype-infstat-salience-centering-minspan-link-identity';

/** Mentions of one document, by start, outer first. Parts of split mentions ("e1[1/2]") are left out. */
export function readEntities(source: ConlluDocument): GoldMention[] {
  let names = GUM_FIELDS.split('-');
  const mentions: GoldMention[] = [];
  const open = new Map<string, { start: number; fields: string[] }[]>();
  let index = 0;
  for (const sentence of source.sentences) {
    const declared = commentValue(sentence, 'global.Entity');
    if (declared !== null) names = declared.split('-');
    for (const row of wordRows(sentence)) {
      for (const piece of brackets(row[MISC]!)) {
        const inner = piece.replace(/^\(/, '').replace(/\)$/, '');
        const fields = inner.split('-');
        const chain = fields[0]!;
        const stack = open.get(chain) ?? [];
        open.set(chain, stack);
        if (piece.startsWith('(')) stack.push({ start: index, fields });
        if (!piece.endsWith(')')) continue;
        const opened = stack.pop();
        if (opened !== undefined && !chain.includes('['))
          mentions.push(goldMention(opened.start, index + 1, names, opened.fields));
      }
      index++;
    }
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "(1-person(2-place)" gives "(1-person" and "(2-place)"; "3)4)" gives "3)" and "4)". */
function brackets(misc: string): string[] {
  const value = misc.split('|').find((entry) => entry.startsWith('Entity='));
  return value === undefined ? [] : (value.slice('Entity='.length).match(/\([^()]*\)?|[^()]+\)/g) ?? []);
}

function goldMention(start: number, end: number, names: readonly string[], values: readonly string[]): GoldMention {
  const fields: Record<string, string> = {};
  names.forEach((name, i) => {
    fields[name] = values[i] ?? '';
  });
  const heads = (fields['minspan'] ?? fields['head'] ?? '')
    .split(',')
    .filter((n) => /^\d+$/.test(n))
    .map((n) => start + Number(n) - 1);
  return { start, end, chain: values[0]!, type: fields['etype'] ?? '', heads, fields };
}
