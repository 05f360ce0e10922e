import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EntityType } from '../../../src/ontology';
import type { ArticleAnswer, ArticleRelation } from '../../../src/serve/api';
import type { GraphModel } from '../state/model';
import { server } from '../state/server';
import { announcement, change, reading, view } from '../state/store';
import { dateWords, edgeWords, relationWords } from '../state/words';
import { cutText, type Mark, paragraphsOf, type Segment } from '../text/segments';
import { ViewLink } from './link';
import { useLoaded } from './loaded';

type Kind =
  | { readonly of: 'entity'; readonly id: string; readonly type: EntityType }
  | { readonly of: 'trigger'; readonly relation: ArticleRelation }
  | { readonly of: 'sentence' }
  | { readonly of: 'part' }
  | { readonly of: 'furniture' };

/** The whole article: entities underlined in their colour, what was done highlighted, the chosen sentence in view. */
export function ReaderPanel({ model, id }: { model: GraphModel; id: string }) {
  const { value, problem } = useLoaded(`${model.payload.stamp} ${id}`, () => server.article(id));
  const body = useRef<HTMLDivElement>(null);
  const { at, selected } = view.value;

  useEffect(() => {
    reading.value = value && { article: id, edges: value.relations.map((r) => r.edge) };
    return () => {
      reading.value = null;
    };
  }, [value]);

  useEffect(() => {
    const target = body.current?.querySelector('.is-target') ?? null;
    if (!value || !target) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    announcement.value = `${target.textContent ?? ''}`;
  }, [value, at, selected]);

  return (
    <section aria-labelledby="reader-title" class="reader">
      <p class="actions">
        <button type="button" onClick={() => change({ article: '', at: -1 })}>
          ← {selected === '' ? 'Close the article' : 'Back to the evidence'}
        </button>
      </p>
      {problem !== '' && <p class="problem">{problem}</p>}
      {value && (
        <>
          <h2 id="reader-title" class="headline" tabIndex={-1}>
            {value.headline}
          </h2>
          <p class="meta">
            {[
              value.source,
              value.published && dateWords(value.published),
              value.byline.join(', '),
              relationWords(value.counts.relations, value.counts.unrealised),
            ]
              .filter(Boolean)
              .join(' · ')}
            {value.url && /^https?:/.test(value.url) && (
              <>
                {' · '}
                <a href={value.url} rel="noreferrer noopener" target="_blank">
                  original
                </a>
              </>
            )}
          </p>
          <div class="article-text" ref={body} lang="en">
            <Rail article={value} />
            <ArticleText model={model} article={value} at={at} selected={selected} />
          </div>
        </>
      )}
    </section>
  );
}

interface TextProps {
  model: GraphModel;
  article: ArticleAnswer;
  at: number;
  selected: string;
}

function ArticleText({ model, article, at, selected }: TextProps) {
  const chosen = article.relations.filter((r) => selected === `e:${r.edge}`);
  const target =
    chosen.find((r) => r.trigger[0] === at) ?? chosen[0] ?? article.relations.find((r) => r.trigger[0] === at);
  const marks: Mark<Kind>[] = [
    ...chosen.map((r) => mark(r.sentence, { of: 'sentence' })),
    ...(target && chosen.length === 0 ? [mark(target.sentence, { of: 'sentence' } as const)] : []),
    ...(target ? [mark(target.subject, { of: 'part' } as const), mark(target.object, { of: 'part' } as const)] : []),
    ...article.furniture.map((span) => mark(span, { of: 'furniture' })),
    ...article.entities.map(({ id, type, at: span }) => mark(span, { of: 'entity', id, type })),
    ...article.relations.map((relation) => mark(relation.trigger, { of: 'trigger', relation })),
  ];
  return (
    <>
      {paragraphsOf(article.text).map(([start, end]) => (
        <p key={start}>
          {cutText(article.text, start, end, marks).map((segment) => (
            <Piece
              key={segment.start}
              model={model}
              segment={segment}
              isTarget={isStartOf(segment, target)}
              selected={selected}
            />
          ))}
        </p>
      ))}
    </>
  );
}

function mark(span: readonly [number, number], kind: Kind): Mark<Kind> {
  return { start: span[0], end: span[1], kind };
}

function isStartOf(segment: Segment<Kind>, relation: ArticleRelation | undefined): boolean {
  return relation !== undefined && segment.start === relation.trigger[0];
}

function Piece(props: { model: GraphModel; segment: Segment<Kind>; isTarget: boolean; selected: string }) {
  const { model, segment, isTarget, selected } = props;
  const kinds = segment.marks.map((m) => m.kind);
  const trigger =
    kinds.find((k) => k.of === 'trigger' && selected === `e:${k.relation.edge}`) ??
    kinds.find((k) => k.of === 'trigger');
  // Of nested names the innermost is meant.
  const entity = kinds.filter((k) => k.of === 'entity').at(-1);
  const classes = [
    kinds.some((k) => k.of === 'sentence') ? 'in-sentence' : '',
    kinds.some((k) => k.of === 'furniture') ? 'furniture' : '',
    kinds.some((k) => k.of === 'part') ? 'part' : '',
    isTarget ? 'is-target' : '',
  ].filter(Boolean);
  let inner: ComponentChildren = segment.text;
  if (segment.text.trim() === '') inner = segment.text;
  else if (trigger?.of === 'trigger') {
    const { edge, family, trigger: span } = trigger.relation;
    const row = model.rowOfEdge.get(edge);
    inner = (
      <ViewLink
        to={{ selected: `e:${edge}`, at: span[0] }}
        hover={`e:${edge}`}
        class={`trigger family-${family} ${selected === `e:${edge}` ? 'is-chosen' : ''}`}
        title={row === undefined ? '' : edgeWords(model, row)}
      >
        {inner}
      </ViewLink>
    );
  } else if (entity?.of === 'entity') {
    inner = (
      <ViewLink to={{ selected: `n:${entity.id}` }} hover={`n:${entity.id}`} class={`who text-${entity.type}`}>
        {inner}
      </ViewLink>
    );
  }
  return <span class={classes.join(' ')}>{inner}</span>;
}

/** One tick a relation, at its height in the text. */
function Rail({ article }: { article: ArticleAnswer }) {
  const { text } = article;
  return (
    <svg class="rail" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
      {article.relations.map((r) => (
        <rect
          key={`${r.claim} ${r.edge}`}
          class={`fill-family-${r.family}`}
          x="0"
          width="10"
          height="4"
          y={(r.trigger[0] / Math.max(1, text.length)) * 996}
        />
      ))}
    </svg>
  );
}
