import type { EntityType } from '../../../src/ontology';
import { familyOf, type GraphModel, otherEnd, phraseOf, typeOf } from '../state/model';
import { server } from '../state/server';
import { change, expand, view } from '../state/store';
import {
  count,
  dateWords,
  edgeCountWords,
  edgeWords,
  FAMILY_NAMES,
  FAMILY_ORDER,
  nameOf,
  number,
} from '../state/words';
import { ViewLink } from './link';
import { useLoaded } from './loaded';
import { LineMark, TypeMark } from './marks';

const FIRST_ARTICLES = 12;
const FIRST_RELATIONS = 40;

/** Who or what this is: names, offices, relations by family, articles. */
export function EntityPanel({ model, row }: { model: GraphModel; row: number }) {
  const { nodes } = model.payload;
  const id = nodes.id[row]!;
  const type = typeOf(model, row) as EntityType;
  const { value, problem } = useLoaded(`${model.payload.stamp} ${id}`, () => server.node(id));
  const edges = model.edgesOf[row] ?? [];
  const neighbours = new Set(edges.map((edge) => otherEnd(model, edge, row))).size;
  const isFocus = view.value.focus === id;
  return (
    <section aria-labelledby="entity-title">
      <p class="kicker">
        <TypeMark type={type} />{' '}
        {[type, countryWords(model, nodes.country[row] ?? null, id)].filter(Boolean).join(' · ')}
      </p>
      <h2 id="entity-title" class={`headline text-${type}`} tabIndex={-1}>
        {nameOf(model, row)}
      </h2>
      <p class="meta">
        {[
          count(nodes.mentions[row]!, 'mention'),
          count(nodes.articles[row]!, 'article'),
          edgeCountWords(model, edges),
        ].join(' · ')}
      </p>
      <p class="actions">
        <button type="button" aria-pressed={isFocus} onClick={() => change({ focus: isFocus ? '' : id, expanded: [] })}>
          {isFocus ? 'Show the others again' : 'Only its neighbours'}
        </button>
        <button type="button" disabled={neighbours === 0} onClick={() => expand(id)}>
          Add its neighbours
        </button>
      </p>
      {problem !== '' && <p class="problem">{problem}</p>}
      {value && value.roles.length > 0 && (
        <>
          <h3>Offices</h3>
          <ul class="lines">
            {value.roles.map((role) => (
              <li key={role.edge + role.title}>
                <ViewLink to={{ selected: `e:${role.edge}` }} hover={`e:${role.edge}`}>
                  {role.title}, {role.at.name}
                </ViewLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {value && value.aliases.length > 0 && (
        <>
          <h3>Also called</h3>
          <p class="aliases">{value.aliases.join(' · ')}</p>
        </>
      )}
      {FAMILY_ORDER.map((family) => {
        const inFamily = edges.filter((edge) => familyOf(model, edge) === family);
        if (inFamily.length === 0) return null;
        return (
          <details key={`${id} ${family}`} open={inFamily.length <= 12}>
            <summary>
              <LineMark family={family} /> {FAMILY_NAMES[family]} <span class="count">{number(inFamily.length)}</span>
            </summary>
            <ul class="lines">
              {inFamily.slice(0, FIRST_RELATIONS).map((edge) => (
                <RelationLine key={edge} model={model} edge={edge} node={row} />
              ))}
              {inFamily.length > FIRST_RELATIONS && (
                <li class="meta">{number(inFamily.length - FIRST_RELATIONS)} more</li>
              )}
            </ul>
          </details>
        );
      })}
      {value && (
        <>
          <h3>In the articles</h3>
          <ul class="lines">
            {value.articles.slice(0, FIRST_ARTICLES).map((article) => (
              <li key={article.id}>
                <ViewLink to={{ article: article.id, at: -1 }}>{article.headline}</ViewLink>
                <span class="meta">
                  {[article.published && dateWords(article.published), count(article.mentions, 'mention')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
            {value.articles.length > FIRST_ARTICLES && (
              <li class="meta">and {number(value.articles.length - FIRST_ARTICLES)} more</li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** The relation as said of this entity: "rebuffed Iraqi government", or the whole sentence where it is the object. */
function RelationLine({ model, edge, node }: { model: GraphModel; edge: number; node: number }) {
  const { edges } = model.payload;
  const isSource = edges.source[edge] === node;
  const words = isSource ? `${phraseOf(model, edge)} ${nameOf(model, edges.target[edge]!)}` : edgeWords(model, edge);
  return (
    <li>
      <ViewLink to={{ selected: `e:${edges.id[edge]!}` }} hover={`e:${edges.id[edge]!}`}>
        {words}
      </ViewLink>
      <span class="meta">{model.claims[edge]! > 1 ? `×${model.claims[edge]}` : ''}</span>
    </li>
  );
}

/** The country's name where the graph has it, else its code; nothing for the country itself. */
function countryWords(model: GraphModel, code: string | null, own: string): string {
  if (!code) return '';
  const id = `country:${code.toLowerCase()}`;
  if (id === own) return '';
  const row = model.rowOfNode.get(id);
  return row === undefined ? code : nameOf(model, row);
}
