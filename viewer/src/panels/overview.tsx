import type { EntityType } from '../../../src/ontology';
import { type GraphModel, relationOf, typeOf } from '../state/model';
import { server } from '../state/server';
import {
  count,
  dateWords,
  edgeCountWords,
  edgeWords,
  nameOf,
  number,
  rangeWords,
  realisedWords,
  relationWords,
} from '../state/words';
import { EntityLink, ViewLink } from './link';
import { useLoaded } from './loaded';
import { LineMark } from './marks';

const ACTORS = 10;
const RELATIONS = 8;
const ARTICLES = 30;

/** What lies in the store: where a reader starts who has picked nothing yet. */
export function OverviewPanel({ model }: { model: GraphModel }) {
  const { payload } = model;
  const { value } = useLoaded(payload.stamp, server.articles);
  const strongest = payload.nodes.id.map((_, row) => row).slice(0, ACTORS);
  const events = payload.edges.id
    .map((_, row) => row)
    .filter((row) => relationOf(model, row).family !== 0)
    .slice(0, RELATIONS);
  return (
    <section aria-labelledby="overview-title">
      <p class="kicker">{payload.store}</p>
      <h2 id="overview-title" class="headline" tabIndex={-1}>
        Who did what to whom
      </h2>
      <p class="meta">
        {[
          count(payload.articleCount, 'article'),
          payload.period ? rangeWords(payload.period[0], payload.period[1]) : '',
          count(model.nodeCount, 'entity', 'entities'),
          edgeCountWords(
            model,
            payload.edges.id.map((_, row) => row),
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="lead">
        Click an arrow to read its sentence in its article. Click a name to see what it did, and what was done to it.
      </p>
      {events.length > 0 && <h3>Most reported</h3>}
      <ul class="lines">
        {events.map((row) => (
          <li key={row}>
            <LineMark family={relationOf(model, row).family} />
            <ViewLink to={{ selected: `e:${payload.edges.id[row]!}` }} hover={`e:${payload.edges.id[row]!}`}>
              {edgeWords(model, row)}
            </ViewLink>
            <span class="meta">{model.claims[row]! > 1 ? `×${model.claims[row]}` : ''}</span>
          </li>
        ))}
      </ul>
      <h3>Strongest actors</h3>
      <ul class="lines">
        {strongest.map((row) => (
          <li key={row}>
            <EntityLink
              id={payload.nodes.id[row]!}
              name={nameOf(model, row)}
              type={typeOf(model, row) as EntityType}
              mark={true}
            />
            <span class="meta">{realisedWords(model, model.edgesOf[row]!)}</span>
          </li>
        ))}
      </ul>
      {value && (
        <>
          <h3>Articles</h3>
          <ul class="lines">
            {value.slice(0, ARTICLES).map((article) => (
              <li key={article.id}>
                <ViewLink to={{ article: article.id, at: -1 }}>{article.headline}</ViewLink>
                <span class="meta">
                  {[
                    article.published && dateWords(article.published),
                    relationWords(article.relations, article.unrealised),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
            {value.length > ARTICLES && (
              <li class="meta">and {number(value.length - ARTICLES)} more: search finds their people</li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}
