import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Chain, EventClaim } from '../../src/document';
import { findEvents, isTold } from '../../src/extract/events';
import { explainSentence } from '../../src/extract/explain';
import { readEventLexicon } from '../../src/extract/lexicon';
import { chained, sketch } from './sketch';

const read = (name: string): string =>
  fs.readFileSync(path.join(__dirname, '..', '..', 'data', 'lexicons', `${name}.tsv`), 'utf8');
const LEXICON = readEventLexicon({
  events: read('events'),
  embedding: read('embedding'),
  supports: read('support-verbs'),
  opinions: read('opinions'),
});

/** A document of one sentence; `actors` are the heads (counted from 1) of the mentions, each a chain of its own named by its word. */
function documentOf(sentence: string, actors: Record<number, Chain['type']>) {
  const doc = sketch({ sentences: [sentence] });
  return chained(
    doc,
    Object.entries(actors).map(([position, type]) => {
      const head = Number(position) - 1;
      return { type, name: doc.tokens[head]?.text ?? '', mentions: [[head, head + 1, head, 'name'] as const] };
    }) as Parameters<typeof chained>[1],
  );
}

function told(sentence: string, actors: Record<number, Chain['type']>): string[] {
  const doc = documentOf(sentence, actors);
  const names = (mentions: readonly number[]): string =>
    mentions.map((m) => doc.chains[doc.mentions[m]?.chain ?? -1]?.name ?? '?').join('+');
  const notation = (e: EventClaim): string => {
    const how = [
      e.polarity === 'negative' ? 'not' : '',
      e.modality === 'actual' ? '' : e.modality,
      e.attributedTo >= 0 ? `says ${names([e.attributedTo])}` : '',
    ].filter(Boolean);
    return `${names(e.sources)} ${e.type} ${names(e.targets)}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
  };
  return findEvents(doc, LEXICON).filter(isTold).map(notation);
}

describe('events', () => {
  it('are found in the active', () => {
    expect(
      told('Kyiv/PROPN/2/nsubj accused/VERB/0/root/accuse Moscow/PROPN/2/obj of/SCONJ/5/mark lying/VERB/2/advcl/lie', {
        1: 'Country',
        3: 'Country',
      }),
    ).toEqual(['Kyiv ACCUSED Moscow']);
  });

  it('turn a passive round', () => {
    expect(
      told(
        'The/DET/2/det mayor/NOUN/4/nsubj:pass was/AUX/4/aux:pass/be arrested/VERB/0/root/arrest by/ADP/6/case police/NOUN/4/obl:agent',
        { 2: 'Person', 6: 'Organization' },
      ),
    ).toEqual(['police ARRESTED mayor']);
  });

  it('reach through a relative clause to the noun that it hangs on, and to the nationality before it', () => {
    expect(
      told(
        'The/DET/3/det Danish/ADJ/3/amod raid/NOUN/0/root that/PRON/5/nsubj killed/VERB/3/acl:relcl/kill two/NUM/7/nummod farmers/NOUN/5/obj/farmer',
        { 2: 'Country', 7: 'Group' },
      ),
    ).toEqual(['Danish KILLED farmers']);
  });

  it('find the nominal event carried by a light verb', () => {
    expect(
      told(
        'The/DET/2/det army/NOUN/3/nsubj launched/VERB/0/root/launch an/DET/5/det offensive/NOUN/3/obj against/ADP/8/case the/DET/8/det clan/NOUN/3/obl',
        { 2: 'Organization', 8: 'Group' },
      ),
    ).toEqual(['army ATTACKED clan']);
  });

  it('ask the object who acts in a request, and leave the request a request', () => {
    expect(
      told(
        'Togo/PROPN/2/nsubj asked/VERB/0/root/ask Ghana/PROPN/2/obj to/PART/5/mark arrest/VERB/2/xcomp the/DET/7/det banker/NOUN/5/obj',
        { 1: 'Country', 3: 'Country', 7: 'Person' },
      ),
    ).toEqual(['Togo REQUESTED Ghana', 'Ghana ARRESTED banker (requested)']);
  });

  it('hold a vote and what was voted apart', () => {
    expect(
      told(
        'Lawmakers/NOUN/2/nsubj/lawmaker voted/VERB/0/root/vote to/PART/4/mark expel/VERB/2/xcomp the/DET/6/det envoy/NOUN/4/obj',
        { 1: 'Group', 6: 'Person' },
      ),
    ).toEqual(['Lawmakers VOTED envoy', 'Lawmakers EXPELLED envoy (planned)']);
  });

  it('give whoever turns a request down the request that was put to it', () => {
    expect(
      told(
        "The/DET/2/det ministry/NOUN/3/nsubj rebuffed/VERB/0/root/rebuff the/DET/5/det guild/NOUN/7/nmod:poss 's/PART/5/case request/NOUN/3/obj",
        { 2: 'Organization', 5: 'Organization' },
      ),
    ).toEqual(['ministry REBUFFED guild', 'guild REQUESTED ministry']);
  });

  it('tell senses of one verb apart by their objects', () => {
    const struck = (object: string) =>
      told(`The/DET/2/det firm/NOUN/3/nsubj struck/VERB/0/root/strike ${object} with/ADP/7/case Oslo/PROPN/3/obl`, {
        2: 'Organization',
        5: object.includes('depot') ? 'Place' : null,
        7: 'Country',
      });
    expect(struck('a/DET/5/det deal/NOUN/3/obj')).toEqual(['firm AGREED_WITH Oslo']);
    expect(struck('the/DET/5/det depot/NOUN/3/obj')).toEqual(['firm ATTACKED depot']);
  });

  it('say who says so, and what is denied, planned or refused', () => {
    expect(
      told(
        'Rome/PROPN/2/nsubj said/VERB/0/root/say Oslo/PROPN/5/nsubj had/AUX/5/aux/have sued/VERB/2/ccomp/sue the/DET/7/det bank/NOUN/5/obj',
        { 1: 'Country', 3: 'Country', 7: 'Organization' },
      ),
    ).toEqual(['Oslo SUED bank (says Rome)']);
    expect(
      told('Rome/PROPN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod attack/VERB/0/root the/DET/6/det clan/NOUN/4/obj', {
        1: 'Country',
        6: 'Group',
      }),
    ).toEqual(['Rome ATTACKED clan (not)']);
    expect(
      told('Rome/PROPN/4/nsubj will/AUX/4/aux not/PART/4/advmod meet/VERB/0/root the/DET/6/det envoy/NOUN/4/obj', {
        1: 'Country',
        6: 'Person',
      }),
    ).toEqual(['Rome REJECTED envoy']);
  });

  it('take parties that are named together for one another', () => {
    expect(
      told('Oslo/PROPN/4/nsubj and/CCONJ/3/cc Riga/PROPN/1/conj met/VERB/0/root/meet yesterday/NOUN/4/obl:unmarked', {
        1: 'Country',
        3: 'Country',
      }),
    ).toEqual(['Oslo MET_WITH Riga']);
  });

  it('list all who are counted after a colon', () => {
    expect(
      told(
        'Gunmen/NOUN/2/nsubj/gunman wounded/VERB/0/root/wound two/NUM/4/nummod people/NOUN/2/obj :/PUNCT/6/punct Ruiz/PROPN/4/appos ;/PUNCT/9/punct and/CCONJ/9/cc Holm/PROPN/6/conj',
        { 1: 'Group', 4: 'Group', 6: 'Person', 9: 'Person' },
      ),
    ).toEqual(['Gunmen INJURED people+Ruiz+Holm']);
  });

  it('take blame of a thing for blame of its owner', () => {
    expect(
      told(
        "Nurses/NOUN/2/nsubj/nurse called/VERB/0/root/call the/DET/4/det clinic/NOUN/6/nmod:poss 's/PART/4/case plan/NOUN/2/obj reckless/ADJ/2/xcomp",
        { 1: 'Group', 4: 'Organization' },
      ),
    ).toEqual(['Nurses CRITICIZED clinic']);
  });

  it('are none where somebody only says something', () => {
    expect(
      told(
        'The/DET/2/det premier/NOUN/3/nsubj said/VERB/0/root/say the/DET/5/det weather/NOUN/7/nsubj was/AUX/7/cop/be mild/ADJ/3/ccomp',
        {
          2: 'Person',
        },
      ),
    ).toEqual([]);
  });
});

describe('the event lexicon', () => {
  it('names the line of a row that it cannot read', () => {
    const texts = { embedding: '', supports: '', opinions: '' };
    expect(() => readEventLexicon({ ...texts, events: '# head\nNO_TYPE\tverb\thit\tsubj > obj\t-\tx' })).toThrow(
      'events.tsv:2: "NO_TYPE" is no event type',
    );
  });

  it('has an example for each row', () => {
    const wanting = [...LEXICON.senses.values()].flat().filter((sense) => sense.example.split(' ').length < 2);
    expect(wanting.map((sense) => sense.line)).toEqual([]);
  });
});

describe('an explanation', () => {
  it('shows the tree, the frames that fired, and why an argument was refused', () => {
    const doc = documentOf('Police/NOUN/2/nsubj/police arrested/VERB/0/root/arrest Sweden/PROPN/2/obj', {
      1: 'Organization',
      3: 'Country',
    });
    const explanation = explainSentence(doc, LEXICON, 0);
    expect(explanation?.tree[1]).toBe('2\tarrested\tarrest\tVERB\t0\troot');
    expect(explanation?.frames.join('\n')).toContain('refused: Sweden is a place or too far');
  });
});
