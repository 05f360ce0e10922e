/** Small stories that together hold what the questions of cypher/query ask for: requests and answers, denials, plans, votes, counts. */
import type { Resolved } from '../../src/document';
import { makeDocument } from './make-document';

/** Togo asks Ghana for grain and is turned down; Ghana votes, promises, denies. */
export function storyA(): Resolved {
  return makeDocument({
    article: { id: 'a', published: '2019-03-05', url: 'https://example.org/a', source: 'Example' },
    sentences: [
      'Togo asked Ghana for grain on Monday.',
      'Ghana rejected the request, Kofi Mensah said.',
      'The army killed 12 rebels in Tamale on Sunday.',
      'Lawmakers voted 140 to 90 against Ghana.',
      'Ghana denied that it attacked Togo.',
      'Togo attacked Ghana in 2018.',
      'It\'s 100% "quoted" \\ and costs $5; // no comment',
    ],
    entities: {
      Togo: 'country:tgo',
      Ghana: 'country:gha',
      'Kofi Mensah': 'person:kofi-mensah',
      'The army': 'organization:army',
      rebels: 'group:rebels',
      Tamale: 'place:tamale',
      Lawmakers: 'group:lawmakers',
    },
    claims: [
      {
        type: 'REQUESTED',
        sources: ['Togo'],
        trigger: 'asked',
        targets: ['Ghana'],
        theme: 'grain',
        date: '2019-03-04',
      },
      { type: 'REJECTED', sentence: 1, sources: ['Ghana'], trigger: 'rejected', speaker: 'Kofi Mensah' },
      {
        type: 'KILLED',
        sentence: 2,
        sources: ['The army'],
        trigger: 'killed',
        targets: ['rebels'],
        place: 'Tamale',
        date: '2019-03-03',
        counts: { killed: 12 },
      },
      {
        type: 'VOTED_AGAINST',
        sentence: 3,
        sources: ['Lawmakers'],
        trigger: 'voted',
        targets: ['Ghana'],
        counts: { votesFor: 140, votesAgainst: 90 },
      },
      {
        type: 'ATTACKED',
        sentence: 4,
        sources: ['Ghana'],
        trigger: 'attacked',
        targets: ['Togo'],
        polarity: 'negative',
        speaker: 'Ghana',
        cue: 'denied',
      },
      { type: 'ATTACKED', sentence: 5, sources: ['Togo'], trigger: 'attacked', targets: ['Ghana'], date: '2018' },
    ],
  });
}

/** Another paper on the same days: it asserts what Ghana denies, and plans talks. */
export function storyB(): Resolved {
  return makeDocument({
    article: { id: 'b', published: '2019-03-06', url: 'https://example.org/b' },
    sentences: [
      'Ghana attacked Togo on Friday, Togo said.',
      'Kofi Mensah, the minister of Ghana, will meet Ama Sika.',
      'At least 12 rebels were killed on Sunday.',
      'Ghana rejected Togo on Tuesday.',
      'Brussels rejected Togo on Tuesday.',
      'Ama Sika and Kofi Mensah met on Wednesday.',
    ],
    entities: {
      Ghana: 'country:gha',
      Togo: 'country:tgo',
      'Kofi Mensah': 'person:kofi-mensah',
      'Ama Sika': 'person:ama-sika',
      rebels: 'group:rebels',
      Brussels: 'place:brussels',
    },
    claims: [
      {
        type: 'ATTACKED',
        sources: ['Ghana'],
        trigger: 'attacked',
        targets: ['Togo'],
        speaker: 'Togo',
        date: '2019-03-01',
      },
      {
        type: 'MET_WITH',
        sentence: 1,
        sources: ['Kofi Mensah'],
        trigger: 'meet',
        targets: ['Ama Sika'],
        modality: 'planned',
      },
      {
        type: 'HOLDS_POSITION',
        sentence: 1,
        sources: ['Kofi Mensah'],
        trigger: 'minister',
        targets: ['Ghana'],
        title: 'minister',
      },
      {
        type: 'KILLED',
        sentence: 2,
        trigger: 'killed',
        targets: ['rebels'],
        date: '2019-03-03',
        counts: { killed: 12 },
      },
      {
        type: 'REJECTED',
        sentence: 3,
        sources: ['Ghana'],
        trigger: 'rejected',
        targets: ['Togo'],
        date: '2019-03-05',
        confidence: 1,
      },
      {
        type: 'REJECTED',
        sentence: 4,
        sources: ['Brussels'],
        trigger: 'rejected',
        targets: ['Togo'],
        date: '2019-03-05',
      },
      { type: 'MET_WITH', sentence: 5, sources: ['Ama Sika', 'Kofi Mensah'], trigger: 'met', date: '2019-03-06' },
    ],
  });
}
