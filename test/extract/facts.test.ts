import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Chain, Chained, EventClaim, Mention, NameType } from '../../src/document';
import { findFacts } from '../../src/extract/facts';
import type { Title } from '../../src/learn/lexicons';
import type { EntityType } from '../../src/ontology';
import { chained, sketch } from './sketch';

const title = (words: string, kind: Title['kind'] = 'office'): Title => ({
  title: words,
  sector: null,
  gender: null,
  kind,
});
const lexicons = {
  countries: [],
  places: [],
  organizations: [],
  titles: [
    title('foreign minister'),
    title('president'),
    title('chairman'),
    title('professor'),
    title('minister'),
    title('secretary general'),
    title('secretary'),
    title('soldier', 'rank'),
    title('engineer', 'role'),
  ],
};

const cases = fs
  .readFileSync(path.join(__dirname, 'cases', 'facts.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const NAME_TYPES: Partial<Record<EntityType, NameType>> = {
  Person: 'PER',
  Organization: 'ORG',
  Country: 'GPE',
  Place: 'LOC',
};

/** A line of the case file; "!" at its start says that its descriptions take part in an event. */
function read(line: string): Chained {
  const cells: string[] = [];
  const chains: { type: Chain['type']; name: string; mentions: [number, number, number, Mention['kind']][] }[] = [];
  const ids = new Map<string, number>();
  const open: { start: number; type: EntityType; kind: Mention['kind']; chain: string; head: number }[] = [];
  const names: { start: number; end: number; type: NameType }[] = [];
  for (const cell of line.replace(/^! /, '').split(/\s+/)) {
    const opening = /^\[(\w+)([=~]?)(#\d)?$/.exec(cell);
    if (opening) {
      const kind = opening[2] === '=' ? 'nominal' : opening[2] === '~' ? 'pronoun' : 'name';
      open.push({
        start: cells.length,
        type: opening[1] as EntityType,
        kind,
        chain: opening[3] ?? `-${cells.length}.${open.length}`,
        head: -1,
      });
    } else if (cell === ']') {
      const mention = open.pop();
      if (!mention) throw new Error(`no mention is open: ${line}`);
      const { start, type, kind, chain } = mention;
      const end = cells.length;
      const nouns = cells.slice(start, end).flatMap((c, i) => (/\/(?:NOUN|PROPN|ADJ|PRON)/.test(c) ? [start + i] : []));
      const of = cells.findIndex((c, i) => i > start && i < end && c.startsWith('of/'));
      const head =
        mention.head >= 0
          ? mention.head
          : of >= 0
            ? of - 1
            : (nouns.filter((n) => cells[n]?.includes('/NOUN')).at(-1) ?? nouns.at(-1) ?? start);
      const at = ids.get(chain) ?? chains.length;
      if (!ids.has(chain)) {
        ids.set(chain, at);
        chains.push({ type, name: chain, mentions: [] });
      }
      chains[at]?.mentions.push([start, end, head, kind]);
      const nameType = NAME_TYPES[type];
      if (kind === 'name' && nameType)
        names.push({ start: mention.head >= 0 ? mention.head : start, end, type: nameType });
    } else {
      const top = open.at(-1);
      if (top && cell.startsWith('*')) top.head = cells.length;
      cells.push(cell.replace(/^\*/, ''));
    }
  }
  const inner = names.filter((n) => !names.some((m) => m !== n && m.start >= n.start && m.end <= n.end));
  return chained(sketch({ sentences: [cells.join(' ')], names: inner }), chains);
}

function found(line: string): string {
  const doc = read(line);
  const text = (m: number) =>
    doc.tokens
      .slice(...span(doc, m))
      .map((t) => t.text)
      .join(' ');
  const all = doc.mentions.map((_, m) => m);
  const event = { sources: all, targets: all } as unknown as EventClaim;
  const facts = findFacts(doc, lexicons, line.startsWith('!') ? [event] : []);
  return (
    facts.map((f) => `${f.type} ${text(f.source)} > ${text(f.target)}${f.title ? ` (${f.title})` : ''}`).join('; ') ||
    '-'
  );
}

/** The name alone, else the whole description. */
function span(doc: Chained, m: number): [number, number] {
  const mention = doc.mentions[m];
  const name = doc.names[mention?.name ?? -1] ?? mention;
  return [name?.start ?? 0, name?.end ?? 0];
}

describe('lasting facts', () => {
  const pairs = cases.flatMap((line, i) =>
    line.startsWith('==>') ? [[cases[i - 1] ?? '', line.slice(4).trim()]] : [],
  );
  it.each(pairs)('%s', (line, wanted) => {
    expect(found(line ?? '')).toBe(wanted);
  });
});
