import type { ComponentChildren } from 'preact';
import type { EntityType } from '../../../src/ontology';
import type { Evidence } from '../../../src/serve/api';
import { cutText, type Mark } from '../text/segments';

type Part = { part: 'subject' | 'object'; type: EntityType; gloss: string } | { part: 'trigger' } | { part: 'theme' };

/** A sentence with who, what and whom marked: text nodes only, whatever the article holds. */
export function MarkedSentence({ evidence }: { evidence: Evidence }) {
  const { text, sentence, subject, object, trigger, theme } = evidence;
  const marks: Mark<Part>[] = [
    { start: subject.at[0], end: subject.at[1], kind: { part: 'subject', type: subject.type, gloss: gloss(subject) } },
    { start: object.at[0], end: object.at[1], kind: { part: 'object', type: object.type, gloss: gloss(object) } },
    { start: trigger[0], end: trigger[1], kind: { part: 'trigger' } },
    ...(theme ? [{ start: theme[0], end: theme[1], kind: { part: 'theme' } }] : []),
  ].map((mark) => ({ ...mark, start: mark.start - sentence[0], end: mark.end - sentence[0] }) as Mark<Part>);
  return (
    <>
      {cutText(text, 0, text.length, marks).map((segment) => {
        let inner: ComponentChildren = segment.text;
        for (const mark of [...segment.marks].reverse()) {
          const isLast = segment.end === Math.min(mark.end, text.length);
          const { kind } = mark;
          if (kind.part === 'theme') inner = <span class="theme">{inner}</span>;
          else if (kind.part === 'trigger') inner = <mark class="trigger">{inner}</mark>;
          else {
            inner = (
              <>
                <span class={`who text-${kind.type}`}>{inner}</span>
                {isLast && kind.gloss !== '' && <span class="gloss"> [{kind.gloss}]</span>}
              </>
            );
          }
        }
        return <span key={segment.start}>{inner}</span>;
      })}
    </>
  );
}

/** "he" alone does not say who. */
function gloss(who: Evidence['subject']): string {
  return who.pronoun ? who.name : '';
}
