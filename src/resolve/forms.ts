/** The forms under which a mention is known: its name, its words with and without counts, without hedges and times. */
import type { Extracted, Mention } from '../document';
import { stripArticle } from './names';
import { nameText, textOf } from './spans';

/** What a mention adds to the aliases: the name, the words up to its end or the head, and all of them. */
export function formsOf(doc: Extracted, mention: Mention | undefined): string[] {
  if (!mention || mention.kind === 'pronoun') return [];
  const name = doc.names[mention.name];
  const core = textOf(doc, {
    start: mention.start,
    end: name && name.end <= mention.end ? name.end : mention.head + 1,
  });
  const forms = [core];
  if (name) forms.push(nameText(doc, mention));
  // "Afghan refugees" of "some 3,000 Afghan refugees"
  else forms.push(textOf(doc, { start: uncounted(doc, mention), end: mention.head + 1 }));
  const whole = wholeStart(doc, mention);
  if (whole < mention.start) forms.push(textOf(doc, { start: whole, end: mention.head + 1 }));
  // a description of a dozen words is still one; a paragraph is not
  if (mention.end - mention.start <= 12) forms.push(withoutTime(textOf(doc, mention)));
  return forms.map((form) => withoutHedge(stripArticle(form.replace(/[,;:\s]+$/, ''))).replace(/['’]s$/, ''));
}

/** What a description is called: with the number that it is a part of ("four of his aides"), without hedge and time. */
export function describedName(doc: Extracted, mention: Mention | undefined, name: string): string {
  const plain = withoutHedge(withoutTime(name));
  if (mention?.kind !== 'nominal') return plain;
  const whole = wholeStart(doc, mention);
  return whole < mention.start ? textOf(doc, { start: whole, end: mention.head + 1 }) : plain;
}

const COUNTING =
  /^(?:about|around|some|nearly|almost|over|more|than|at|least|most|up|to|only|just|roughly|approximately|several|many|a|an|the|few|all|other|these|those|estimated|record|hundreds|thousands|dozens|of)$/i;

function uncounted(doc: Extracted, mention: Mention): number {
  let start = mention.start;
  const text = (i: number) => doc.tokens[i]?.text ?? '';
  // the number of "23-year-old woman" stays
  while (start < mention.head && text(start + 1) !== '-' && (doc.upos[start] === 'NUM' || COUNTING.test(text(start))))
    start++;
  return start;
}

const NUMBERS =
  /^(?:some|many|several|most|all|both|hundreds|thousands|tens|dozens|scores|millions|hundred|thousand|number)$/i;

/** "four of his aides", "hundreds of thousands of people": where the number before "of" begins; else the mention's own start. */
function wholeStart(doc: Extracted, mention: Mention): number {
  let start = mention.start;
  const text = (i: number) => doc.tokens[i]?.text ?? '';
  const isNumber = (i: number) => doc.upos[i] === 'NUM' || NUMBERS.test(text(i));
  while (start >= 2 && text(start - 1).toLowerCase() === 'of' && isNumber(start - 2)) start -= 2;
  return start;
}

const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';
const TIME = new RegExp(
  `,?\\s+(?:(?:on |late |early |since )*${DAY}|(?:on |since )?${MONTH} \\d{1,2}|in (?:${MONTH} )?(?:19|20)\\d\\d|today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|weekend|summer|winter|spring|autumn|fall|morning|evening|night))(?: (?:morning|evening|night|afternoon))?,?$`,
  'u',
);

/** "the girl in Zarqa on Sunday" -> "the girl in Zarqa". */
function withoutTime(text: string): string {
  const plain = text.replace(TIME, '');
  return plain === text ? text : withoutTime(plain);
}

/** "least two gunmen" -> "two gunmen", "about 40 farmers" -> "40 farmers". */
const withoutHedge = (text: string): string =>
  text
    .replace(/^(?:at least|at most|more than|up to|least|most|than)\s+(?=\d|\p{L})/iu, '')
    .replace(/^(?:about|around|almost|nearly|over|roughly|approximately|some|an estimated|estimated)\s+(?=\d)/iu, '');

const CALENDAR = new RegExp(`^(?:${DAY}s?|${MONTH.replace('|May|', '|')}|Today|Yesterday|Tomorrow)$`, 'u');

/** "Thursday" is nobody's name. */
export const isCalendarWord = (name: string): boolean => CALENDAR.test(name);
