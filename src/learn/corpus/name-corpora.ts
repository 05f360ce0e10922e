/** The corpora that the namer is taught with, by the names of their files; who calls reads the files. */
import type { Country, Title } from '../lexicons';
import { readConllu } from './conllu';
import { gumNames } from './gum-names';
import { type IobDocument, readIob } from './iob';
import { type Convention, type NamedText, namedText } from './name-types';

export interface NameCorpus {
  readonly file: string;
  readonly source: string;
  readonly licence: string;
}

const WORLD_NEWS: NameCorpus = {
  file: 'world-news-train.conll.gz',
  source: 'English Worldwide Newswire (Shan et al. 2023), train',
  licence: 'none stated by its authors, who published it to train and test name taggers with',
};

const OTHERS = {
  wiki: { file: 'wikigold.conll.gz', source: 'WikiGold (Balasuriya et al. 2009)', licence: 'CC BY 4.0' },
  btc: { file: 'btc.conll.gz', source: 'Broad Twitter Corpus (Derczynski et al. 2016)', licence: 'CC BY 4.0' },
  wnut: { file: 'wnut17-train.conll.gz', source: 'WNUT 2017, train (Derczynski et al. 2017)', licence: 'CC BY 4.0' },
  gum: {
    file: 'ud-gum-train.conllu.gz',
    source: 'GUM, train, genres with a free licence (Zeldes 2017)',
    licence: 'annotations CC BY 4.0, texts CC BY or CC BY-SA',
  },
  uner: {
    file: 'uner-ewt-dev.iob2.gz',
    source: 'Universal NER, EWT dev (Mayhew et al. 2024)',
    licence: 'CC BY-SA 4.0',
  },
} as const satisfies Record<string, NameCorpus>;

/** All that are learnt from, in the order in which they are learnt. */
export function nameCorpora(worldNews: boolean): NameCorpus[] {
  return [...(worldNews ? [WORLD_NEWS] : []), ...Object.values(OTHERS)];
}

/** `read`: the text of a corpus by its file's name. */
export function readNameCorpora(
  read: (file: string) => string,
  worldNews: boolean,
  lexicons: { readonly countries: readonly Country[]; readonly titles: readonly Title[] },
): NamedText[] {
  const demonyms = new Set(lexicons.countries.flatMap((c) => [...c.adjectives, ...c.person, ...c.people]));
  const titles = new Set(lexicons.titles.map(({ title }) => title));
  const iob = (file: string, convention: Convention, complete: boolean) =>
    readIob(read(file)).map((document) => namedText(document, convention, complete, demonyms));
  const posts = (file: string) =>
    readIob(read(file))
      .flatMap(splitPosts)
      .map((document) => namedText(document, 'tweets', false));
  return [
    ...(worldNews ? iob(WORLD_NEWS.file, 'news', true) : []),
    ...iob(OTHERS.wiki.file, 'wiki', true),
    ...posts(OTHERS.btc.file),
    ...posts(OTHERS.wnut.file),
    ...readConllu(read(OTHERS.gum.file)).map((document) => gumNames(document, (form) => titles.has(form))),
    ...iob(OTHERS.uner.file, 'treebank', false),
  ];
}

/** Each post is a text of its own: the next is by somebody else, on something else. */
function splitPosts(document: IobDocument): IobDocument[] {
  return document.starts.map((start, i) => {
    const end = document.starts[i + 1] ?? document.tokens.length;
    return {
      id: `${document.id}${i}`,
      tokens: document.tokens.slice(start, end),
      starts: [0],
      names: document.names
        .filter((name) => name.start >= start && name.end <= end)
        .map((name) => ({ ...name, start: name.start - start, end: name.end - start })),
    };
  });
}
