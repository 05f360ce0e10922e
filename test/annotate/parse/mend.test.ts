import { describe, expect, it } from 'vitest';
import { mendNames } from '../../../src/annotate/parse/mend';
import type { Name } from '../../../src/document';
import { sketch } from '../../extract/sketch';

const mended = (tree: string, names: readonly Name[]): string => {
  const doc = mendNames(sketch({ sentences: [tree], names }));
  return doc.tokens
    .map((t, i) => `${t.text}<${doc.tokens[doc.heads[i] ?? -1]?.text ?? '-'}:${doc.deprels[i]}`)
    .join(' ');
};

describe('trees over names', () => {
  it('hang a possessor as one phrase on what it has', () => {
    const tree =
      "see/VERB/0/root the/DET/3/det Church/PROPN/1/obj of/ADP/5/case Scientology/PROPN/7/nmod:poss 's/PART/5/case site/NOUN/3/nmod";
    expect(mended(tree, [{ start: 2, end: 5, type: 'ORG' }])).toBe(
      "see<-:root the<Church:det Church<site:nmod:poss of<Scientology:case Scientology<Church:compound 's<Scientology:case site<see:obj",
    );
  });
  it('hang the parts of a person on the first', () => {
    const tree = 'warden/NOUN/0/root Freddy/PROPN/1/flat Ben/PROPN/4/nsubj spoke/VERB/1/acl';
    expect(mended(tree, [{ start: 1, end: 3, type: 'PER' }])).toContain('Ben<Freddy:flat');
  });
  it('stay as they are where a name is one phrase', () => {
    const tree = 'Ann/PROPN/3/nsubj Lee/PROPN/1/flat spoke/VERB/0/root';
    expect(mended(tree, [{ start: 0, end: 2, type: 'PER' }])).toBe('Ann<spoke:nsubj Lee<Ann:flat spoke<-:root');
  });
});

describe('tags of names', () => {
  const tree = 'Gulf/NOUN/3/compound coast/NOUN/3/compound Fleets/NOUN/4/nsubj/fleet fled/VERB/0/root';
  const tagsOf = (name: Name) => {
    const xpos = ['NN', 'NN', 'NNS', 'VBD'];
    const doc = mendNames({ ...sketch({ sentences: [tree], names: [name] }), xpos });
    return doc.upos.map((tag, i) => `${tag}/${doc.xpos[i]}/${doc.lemmas[i]}`).join(' ');
  };
  it('are those of proper nouns in the names of persons, bodies and places', () => {
    expect(tagsOf({ start: 0, end: 3, type: 'ORG' })).toBe(
      'PROPN/NNP/Gulf PROPN/NNP/coast PROPN/NNPS/Fleet VERB/VBD/fled',
    );
  });
  it('stay in other names', () => {
    expect(tagsOf({ start: 0, end: 3, type: 'MISC' })).toBe('NOUN/NN/gulf NOUN/NN/coast NOUN/NNS/fleet VERB/VBD/fled');
  });
});
