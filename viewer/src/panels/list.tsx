import type { EntityType } from '../../../src/ontology';
import type { Status } from '../../../src/serve/api';
import type { Picture } from '../state/choose';
import { type GraphModel, phraseOf, relationOf, typeOf } from '../state/model';
import { count, FAMILY_NAMES, nameOf, pictureWords, rangeWords } from '../state/words';
import { EntityLink, ViewLink } from './link';
import { LineMark } from './marks';

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  stated: '',
  reported: 'reported',
  planned: 'planned',
  denied: 'denied',
};

/** The same relations as the graph shows, as text: by who did it, strongest first. */
export function ListView({ model, picture }: { model: GraphModel; picture: Picture }) {
  const { edges, nodes } = model.payload;
  const bySource = new Map<number, { row: number; look: Status }[]>();
  picture.edges.forEach((row, index) => {
    const source = edges.source[row]!;
    bySource.set(source, [...(bySource.get(source) ?? []), { row, look: picture.looks[index]! }]);
  });
  const sources = picture.nodes.filter((node) => bySource.has(node));
  return (
    <div class="list-view" tabIndex={-1}>
      <h2>Relations in view</h2>
      <p class="meta">{pictureWords(model, picture)}</p>
      {sources.map((node) => (
        <section key={node} aria-labelledby={`list-${node}`}>
          <h3 id={`list-${node}`}>
            <EntityLink
              id={nodes.id[node]!}
              name={nameOf(model, node)}
              type={typeOf(model, node) as EntityType}
              mark={true}
            />
          </h3>
          <ul class="lines">
            {bySource.get(node)!.map(({ row, look }) => (
              <li key={row}>
                <LineMark
                  family={relationOf(model, row).family}
                  look={look === 'stated' || look === 'denied' ? look : 'unsure'}
                />
                <ViewLink
                  to={{ selected: `e:${edges.id[row]!}`, article: '', at: -1 }}
                  hover={`e:${edges.id[row]!}`}
                  title={FAMILY_NAMES[relationOf(model, row).family]}
                >
                  {phraseOf(model, row)} {nameOf(model, edges.target[row]!)}
                </ViewLink>
                <span class="meta">
                  {[
                    STATUS_WORDS[look],
                    count(model.claims[row]!, 'sentence'),
                    rangeWords(edges.firstDate[row] ?? null, edges.lastDate[row] ?? null),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
