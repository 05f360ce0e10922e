import { useState } from 'preact/hooks';
import type { EntityType } from '../../../src/ontology';
import type { Evidence } from '../../../src/serve/api';
import { type GraphModel, phraseOf, relationOf, typeOf } from '../state/model';
import { server } from '../state/server';
import { announcement } from '../state/store';
import { count, dateWords, edgeWords, FAMILY_NAMES, nameOf, rangeWords } from '../state/words';
import { EntityLink, ViewLink } from './link';
import { useLoaded } from './loaded';
import { MarkedSentence } from './marked-text';
import { LineMark } from './marks';

/** What an arrow says, and every sentence that says it. */
export function EvidencePanel({ model, row }: { model: GraphModel; row: number }) {
  const { edges, nodes } = model.payload;
  const id = edges.id[row]!;
  const relation = relationOf(model, row);
  const source = edges.source[row]!;
  const target = edges.target[row]!;
  const { value, problem } = useLoaded(`${model.payload.stamp} ${id}`, () => server.edge(id));
  const dates = rangeWords(edges.firstDate[row] ?? null, edges.lastDate[row] ?? null);
  const end = (node: number) => (
    <EntityLink id={nodes.id[node]!} name={nameOf(model, node)} type={typeOf(model, node) as EntityType} />
  );
  return (
    <section aria-labelledby="evidence-title">
      <p class="kicker">
        <LineMark family={relation.family} /> {FAMILY_NAMES[relation.family]}
      </p>
      <h2 id="evidence-title" class="headline" tabIndex={-1}>
        {end(source)} <span class={`verb ink-${relation.family}`}>{phraseOf(model, row)}</span> {end(target)}
      </h2>
      <p class="meta">
        {[count(model.claims[row]!, 'sentence'), count(edges.articles[row]!, 'article'), dates]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {problem !== '' && <p class="problem">{problem}</p>}
      {value === null && problem === '' && <p class="meta">Fetching the sentences …</p>}
      {value && (
        <ol class="cards">
          {value.evidence.map((one) => (
            <EvidenceCard key={`${one.claim} ${one.trigger[0]}`} one={one} />
          ))}
        </ol>
      )}
      <SamePair model={model} row={row} />
    </section>
  );
}

function EvidenceCard({ one }: { one: Evidence }) {
  const [around, setAround] = useState(false);
  const facts = [one.title ?? '', ...one.counts].filter(Boolean);
  return (
    <li class={`card is-${one.status}`}>
      <p class="card-head">
        {one.date && (
          <time dateTime={one.date} title={one.dateFromArticle ? "the article's own date" : 'as the text says'}>
            {dateWords(one.date)}
          </time>
        )}
        {one.date && <span aria-hidden="true"> · </span>}
        <StatusWords one={one} />
        {facts.map((fact) => (
          <span key={fact} class="chip">
            {fact}
          </span>
        ))}
      </p>
      <blockquote lang="en">
        {around && one.before !== '' && <span class="around">{one.before} </span>}
        <MarkedSentence evidence={one} />
        {around && one.after !== '' && <span class="around"> {one.after}</span>}
      </blockquote>
      <p class="card-source">
        <cite>{one.article.headline}</cite>
        <span class="meta">
          {[one.article.source, one.article.published && dateWords(one.article.published)].filter(Boolean).join(', ')}
        </span>
      </p>
      <p class="actions">
        <ViewLink to={{ article: one.article.id, at: one.trigger[0] }} class="button">
          Read in the article
        </ViewLink>
        <button type="button" aria-pressed={around} onClick={() => setAround(!around)}>
          Context
        </button>
        <CopyButton one={one} />
      </p>
    </li>
  );
}

function StatusWords({ one }: { one: Evidence }) {
  const speaker = one.attributedTo;
  const by = speaker && (
    <>
      {' by '}
      {speaker.id && speaker.type ? (
        <EntityLink id={speaker.id} name={speaker.name} type={speaker.type} />
      ) : (
        speaker.name
      )}
    </>
  );
  if (one.status === 'reported') return <span class="status">reported{by}</span>;
  if (one.status === 'planned') return <span class="status">planned{speaker && <>, says{by}</>}</span>;
  if (one.status === 'denied') return <span class="status">denied{speaker && by}</span>;
  return <span class="status">stated</span>;
}

/** The sentence with its source, as one would quote it. */
function CopyButton({ one }: { one: Evidence }) {
  const [copied, setCopied] = useState(false);
  const source = [one.article.headline, one.article.source, one.article.published, one.article.url].filter(Boolean);
  const citation = `“${one.text.replace(/\s+/g, ' ').trim()}” — ${source.join(', ')}. ${location.href}`;
  return (
    <button
      type="button"
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(citation);
          setCopied(true);
          announcement.value = 'Quotation copied.';
        } catch {
          announcement.value = 'The browser does not allow copying here.';
        }
      }}
    >
      {copied ? 'Copied' : 'Copy'}
    </button>
  );
}

/** What else happened between the two, oldest first. */
function SamePair({ model, row }: { model: GraphModel; row: number }) {
  const { edges } = model.payload;
  const pair = [edges.source[row]!, edges.target[row]!];
  const others = (model.edgesOf[pair[0]!] ?? [])
    .filter((other) => other !== row && pair.includes(edges.source[other]!) && pair.includes(edges.target[other]!))
    .sort((a, b) => ((edges.firstDate[a] ?? '9') < (edges.firstDate[b] ?? '9') ? -1 : 1));
  if (others.length === 0) return null;
  return (
    <>
      <h3>Also between the two</h3>
      <ul class="lines">
        {others.map((other) => (
          <li key={other}>
            <LineMark family={relationOf(model, other).family} />
            <ViewLink to={{ selected: `e:${edges.id[other]!}` }} hover={`e:${edges.id[other]!}`}>
              {edgeWords(model, other)}
            </ViewLink>
            <span class="meta">{edges.firstDate[other] ? dateWords(edges.firstDate[other]) : ''}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
