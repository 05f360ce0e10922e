import type { ComponentChildren } from 'preact';
import type { EntityType } from '../../../src/ontology';
import type { Evidence } from '../../../src/serve/api';
import { cutText, type Mark } from '../text/segments';

type Part = { part: 'subject' | 'object'; type: EntityType; gloss: string } | { part: 'trigger' };

/** A sentence with who, what and whom marked: text nodes only, whatever the article holds. */
export function MarkedSentence({ evidence }: { evidence: Evidence }) {
  const { text, sentence, subject, object, trigger } = evidence;
  const marks: Mark<Part>[] = [
    { start: subject.at[0], end: subject.at[1], kind: { part: 'subject', type: subject.type, gloss: gloss(subject) } },
    { start: object.at[0], end: object.at[1], kind: { part: 'object', type: object.type, gloss: gloss(object) } },
    { start: trigger[0], end: trigger[1], kind: { part: 'trigger' } },
  ].map((mark) => ({ ...mark, start: mark.start - sentence[0], end: mark.end - sentence[0] }) as Mark<Part>);
  return (
    <>
      {cutText(text, 0, text.length, marks).map((segment) => {
        let inner: ComponentChildren = segment.text;
        for (const mark of [...segment.marks].reverse()) {
          const isLast = segment.end === Math.min(mark.end, text.length);
          inner =
            mark.kind.part === 'trigger' ? (
              <mark class="trigger">{inner}</mark>
            ) : (
              <>
                <span class={`who text-${mark.kind.type}`}>{inner}</span>
                {isLast && mark.kind.gloss !== '' && <span class="gloss"> [{mark.kind.gloss}]</span>}
              </>
            );
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
