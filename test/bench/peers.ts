/** The two language libraries that npm has, read into our own documents so that one scorer measures all. */
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Article, Tagged, Token } from '../../src/document';

const wink = winkNLP(model);
const { its } = wink;

/** Tags by wink-nlp with wink-eng-lite-web-model; sentences as it splits them. */
export function tagWithWink(article: Article): Tagged {
  const document = wink.readDoc(article.text);
  const words = document.tokens().out() as string[];
  const upos = document.tokens().out(its.pos) as string[];
  const tokens: Token[] = [];
  let at = 0;
  for (const text of words) {
    const start = Math.max(article.text.indexOf(text, at), at);
    at = start + text.length;
    tokens.push({ start, end: at, text });
  }
  const none = words.map(() => '_');
  return {
    article,
    tokens,
    sentences: [{ start: 0, end: tokens.length, paragraph: 0, title: false }],
    upos,
    xpos: none,
    lemmas: none,
    feats: none,
  };
}

/** Names by compromise, as spans of the text. */
export function namesWithCompromise(
  text: string,
): { readonly start: number; readonly end: number; readonly type: string }[] {
  const document = compromise(text);
  const found = [
    ['PER', document.people()],
    ['ORG', document.organizations()],
    ['LOC', document.places()],
  ] as const;
  return found.flatMap(([type, view]) => {
    const spans = view.json({ offset: true }) as { offset: { start: number; length: number } }[];
    return spans.map(({ offset }) => ({ type, start: offset.start, end: offset.start + offset.length }));
  });
}
