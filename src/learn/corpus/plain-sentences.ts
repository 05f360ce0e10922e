/** The sentences of a corpus of names (IOB, a token a line, blank lines between paragraphs), for their words alone. */

const ENDS = new Set(['.', '?', '!']);

/** A paragraph ends a sentence; within it a full stop does, with the quotation mark or bracket that closes after it. */
export function plainSentences(text: string): string[][] {
  const sentences: string[][] = [];
  let sentence: string[] = [];
  let open = false;
  let ended = false;
  const close = () => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
    ended = false;
  };
  for (const line of text.split('\n')) {
    const token = line.split('\t', 1)[0]!.trim();
    if (token === '' || token.startsWith('# ')) {
      close();
      open = false;
      continue;
    }
    const closes = token === ')' || token === '”' || (token === '"' && open);
    if (ended && !closes) close();
    if (token === '"') open = !open;
    sentence.push(token);
    if (ENDS.has(token)) ended = true;
  }
  close();
  return sentences;
}
