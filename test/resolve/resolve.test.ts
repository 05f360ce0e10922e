import { describe, expect, it } from 'vitest';
import type { Chain, Extracted, FactClaim, Mention, NameType } from '../../src/document';
import { type ResolveLexicons, readDecisions, resolve } from '../../src/resolve';
import { chained, sketch } from '../extract/sketch';

const country = (
  iso3: string,
  name: string,
  aliases: string[],
  adjectives: string[],
  people: string[],
  capital: string,
) => ({
  iso3,
  name,
  iso2: '',
  aliases,
  adjectives,
  person: adjectives,
  people,
  capital,
  capitalAliases: [],
  seats: iso3 === 'KEN' ? ['State House'] : [],
  sovereign: null,
});

const lexicons: ResolveLexicons = {
  countries: [
    country('USA', 'United States', ['U.S.', 'America'], ['American'], ['Americans'], 'Washington'),
    country('KEN', 'Kenya', [], ['Kenyan'], ['Kenyans'], 'Nairobi'),
    country('GHA', 'Ghana', [], ['Ghanaian'], ['Ghanaians'], 'Accra'),
  ],
  places: [
    { name: 'Nairobi', aliases: [], country: 'KEN', kind: 'city' },
    { name: 'Paris', aliases: [], country: 'FRA', kind: 'city' },
    { name: 'Paris', aliases: [], country: 'USA', kind: 'city' },
  ],
  organizations: [{ name: 'United Nations', aliases: ['UN', 'U.N.'], sector: 'IGO', country: null }],
  titles: [],
};

/** One chain a group of mentions: "PER Ann Lee | PER Lee | NOM the mayor | PRO she"; chains divided by ";". */
interface Parts {
  readonly id?: string;
  readonly chains: string;
  /** [type, source chain, target chain] */
  readonly facts?: readonly (readonly [FactClaim['type'], number, number])[];
  readonly events?: readonly (readonly [number, number])[];
  readonly types?: readonly (Chain['type'] | undefined)[];
}
const TYPES: Record<string, Chain['type']> = {
  PER: 'Person',
  ORG: 'Organization',
  GPE: 'Country',
  LOC: 'Place',
  NORP: 'Country',
};

function document({ id = 'a', chains, facts = [], events = [], types = [] }: Parts): Extracted {
  const parts = chains.split(';').map((c) => c.split('|').map((m) => m.trim().split(' ')));
  const words = parts.flat().flatMap(([, ...text]) => text);
  let at = 0;
  const names: { start: number; end: number; type: NameType }[] = [];
  const drafts = parts.map((mentions, index) => {
    const spans = mentions.map(([kind = '', ...text]): [number, number, number, Mention['kind']] => {
      const start = at;
      at += text.length;
      if (kind !== 'NOM' && kind !== 'PRO') names.push({ start, end: at, type: kind as NameType });
      return [start, at, at - 1, kind === 'NOM' ? 'nominal' : kind === 'PRO' ? 'pronoun' : 'name'];
    });
    const type = types[index] ?? TYPES[mentions[0]?.[0] ?? ''] ?? 'Group';
    return { type, name: (mentions[0] ?? []).slice(1).join(' '), mentions: spans };
  });
  const plain = sketch({ sentences: [words.join(' ')], names });
  const doc = chained(
    { ...plain, article: { ...plain.article, id, storeId: `${id}${id}${id}${id}${id}${id}${id}${id}` } },
    drafts,
  );
  const first = (chain: number) => doc.chains[chain]?.mentions[0] ?? -1;
  const base = {
    sentence: 0,
    trigger: { start: 0, end: 1 },
    polarity: 'positive',
    modality: 'actual',
    tense: null,
    attributedTo: -1,
    cue: null,
    date: null,
    confidence: 1,
    trace: [],
  } as const;
  return {
    ...doc,
    events: events.map(([s, t]) => ({
      ...base,
      type: 'REJECTED',
      sources: [first(s)],
      targets: [first(t)],
      theme: null,
      place: -1,
      instrument: null,
      counts: {},
    })),
    facts: facts.map(([type, s, t]) => ({ ...base, type, source: first(s), target: first(t), title: null })),
  };
}

const ids = (docs: readonly Extracted[], decisions = '') =>
  resolve(docs, lexicons, readDecisions(decisions)).map((doc) => doc.entities.map((e) => e.id));

describe('entities of one document', () => {
  it('has a country once, with its adjective and its people', () => {
    const [doc] = resolve(
      [document({ chains: 'GPE United States | GPE U.S.; NORP American; NORP Americans' })],
      lexicons,
    );
    expect(doc?.entities).toHaveLength(1);
    expect(doc?.entities[0]).toMatchObject({
      id: 'country:usa',
      country: 'USA',
      aliases: ['American', 'Americans', 'U.S.'],
    });
  });
  it('leaves out descriptions that take part in nothing, things, and lone pronouns', () => {
    const doc = document({
      chains: 'PER Ann Lee; NOM the farmers; NOM the idea; PRO they',
      types: [undefined, 'Group', null, 'Group'],
    });
    expect(ids([doc])).toEqual([['person:ann-lee']]);
  });
  it('has a description that takes part in a relation, marked with its article', () => {
    expect(ids([document({ chains: 'NOM the angry farmers; GPE Kenya', events: [[0, 1]] })])).toEqual([
      ['group:angry-farmers-aaaaaaaa', 'country:ken'],
    ]);
  });
  it('keeps a city out of the chain of its country, and money out of the countries', () => {
    const city = document({ chains: 'GPE Kenya | LOC Nairobi' });
    expect(ids([city])).toEqual([['country:ken', 'place:nairobi']]);
    expect(ids([document({ chains: 'GPE U.S.; NOM dollars', types: [undefined, null] })])).toEqual([[]]);
  });
  it('takes a capital that acts for its country, and the city as such for a place', () => {
    const acting = document({ chains: 'LOC Nairobi; PER Ann Lee', events: [[0, 1]] });
    expect(ids([acting])).toEqual([['country:ken', 'person:ann-lee']]);
    expect(ids([document({ chains: 'LOC Nairobi; PER Ann Lee', facts: [['LOCATED_IN', 1, 0]] })])).toEqual([
      ['place:nairobi', 'person:ann-lee'],
    ]);
  });
  it('takes a seat of government for a body, and leaves out places without a name', () => {
    const doc = document({ chains: 'LOC State House; NOM the station', types: [undefined, 'Place'], events: [[0, 1]] });
    const [resolved] = resolve([doc], lexicons);
    expect(resolved?.entities.map((e) => [e.id, e.type, e.sector])).toEqual([
      ['org:state-house', 'Organization', 'GOV'],
    ]);
  });
  it('takes the troops and the forces of a country for one body, a number of troops for a group', () => {
    const doc = document({
      chains: 'NOM the Kenyan troops; NOM Kenyan forces; NOM 200 Kenyan troops; GPE Ghana',
      types: ['Group', 'Organization', 'Group'],
      events: [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    });
    const [resolved] = resolve([doc], lexicons);
    expect(resolved?.entities.map((e) => [e.type, e.name, e.country])).toEqual([
      ['Organization', 'Kenyan troops', 'KEN'],
      ['Group', '200 Kenyan troops', null],
      ['Country', 'Ghana', 'GHA'],
    ]);
  });
  it('has a body once, called by its common noun alone or by its name', () => {
    const namesOf = (chains: string, types: NonNullable<Parts['types']>) =>
      resolve([document({ chains, types, events: [[0, 1]] })], lexicons)[0]?.entities.map((e) => e.name);
    const body = 'Organization';
    expect(namesOf('NOM the police; PER Ann Lee; ORG Kenyan police', [body, undefined, body])).toEqual([
      'Kenyan police',
      'Ann Lee',
    ]);
    expect(namesOf('NOM the supreme court; PER Ann Lee; ORG Supreme Court', [body, undefined, body])).toEqual([
      'Supreme Court',
      'Ann Lee',
    ]);
    const two = 'NOM the police; PER Ann Lee; ORG Kenyan police; ORG Ghanaian police';
    expect(namesOf(two, [body, undefined, body, body])).toHaveLength(4);
    expect(namesOf('NOM the bakery; PER Ann Lee; ORG Kenyan bakery', [body, undefined, body])).toHaveLength(3);
  });
  it('calls a number of people by it, without the guess before it', () => {
    const [doc] = resolve([document({ chains: 'NOM about 40 farmers; GPE Kenya', events: [[0, 1]] })], lexicons);
    expect(doc?.entities[0]?.name).toBe('40 farmers');
  });
  it('takes England for a country, and a weekday for nobody', () => {
    const [doc] = resolve([document({ chains: 'LOC England; ORG Thursday; GPE Kenya' })], lexicons);
    expect(doc!.entities.map((e) => [e.name, e.type])).toEqual([
      ['England', 'Country'],
      ['Kenya', 'Country'],
    ]);
  });

  it('gives every mention its entity', () => {
    const [doc] = resolve(
      [document({ chains: 'PER Ann Lee | PRO she; NOM an idea', types: [undefined, null] })],
      lexicons,
    );
    expect(doc?.entityOf).toEqual([0, 0, -1]);
  });
  it('guesses no country for a place name that several share', () => {
    const [doc] = resolve([document({ chains: 'LOC Paris; LOC Nairobi' })], lexicons);
    expect(doc?.entities.map((e) => e.country)).toEqual([null, 'KEN']);
  });
});

describe('entities of several documents', () => {
  const a = document({
    id: 'a',
    chains: 'PER Ann B. Lee | PER Lee; ORG UN; ORG Supreme Court; NOM the farmers',
    facts: [['MEMBER_OF', 3, 1]],
  });
  const b = document({
    id: 'b',
    chains: 'PER Ann Lee; ORG United Nations; ORG Supreme Court; NOM the farmers',
    facts: [['MEMBER_OF', 3, 1]],
  });
  const c = document({ id: 'c', chains: 'PER Lee; GPE Ghana' });

  it('links full names and known bodies, not surnames, common names or descriptions', () => {
    expect(ids([a, b, c])).toEqual([
      ['person:ann-b-lee', 'org:united-nations', 'org:supreme-court-aaaaaaaa', 'group:farmers-aaaaaaaa'],
      ['person:ann-b-lee', 'org:united-nations', 'org:supreme-court-bbbbbbbb', 'group:farmers-bbbbbbbb'],
      ['person:lee-cccccccc', 'country:gha'],
    ]);
  });
  it('does not depend on the order of the documents', () => {
    expect(ids([c, b, a])).toEqual([...ids([a, b, c])].reverse());
  });
  it('does what people decided', () => {
    const same = '{"same": ["person:ann-b-lee", "person:lee-cccccccc"]}';
    expect(ids([a, b, c], same).map((doc) => doc[0])).toEqual([
      'person:ann-b-lee',
      'person:ann-b-lee',
      'person:ann-b-lee',
    ]);
    const different = '{"different": ["person:ann-b-lee", "person:ann-b-lee@b"]}';
    expect(new Set(ids([a, b, c], different).map((doc) => doc[0])).size).toBe(3);
  });
  it('says what is wrong with a decision', () => {
    expect(() => readDecisions('{"same": "x"}')).toThrow(/line 1/);
  });
});
