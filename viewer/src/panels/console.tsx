import { useSignal } from '@preact/signals';
import type { CypherAnswer, Question } from '../../../src/serve/api';
import type { GraphModel } from '../state/model';
import { server } from '../state/server';
import { announcement, change } from '../state/store';
import { count, edgeWords } from '../state/words';
import { ViewLink } from './link';
import { useLoaded } from './loaded';

const FIRST_QUERY = 'MATCH (a)-[r:REBUFFED]->(b)\nRETURN a.name, b.name, r.firstDate, r.evidence';

/** Questions in Cypher; the server lets them read only, and stops what takes too long. */
export function CypherConsole({ model }: { model: GraphModel }) {
  const query = useSignal(FIRST_QUERY);
  const params = useSignal<Readonly<Record<string, unknown>>>({});
  const answer = useSignal<CypherAnswer | null>(null);
  const problem = useSignal('');
  const running = useSignal(false);
  const { value: questions } = useLoaded('questions', server.questions);

  const run = async () => {
    running.value = true;
    problem.value = '';
    try {
      answer.value = await server.cypher(query.value, params.value);
      announcement.value = count(answer.value.rows.length, 'row');
    } catch (error) {
      answer.value = null;
      problem.value = error instanceof Error ? error.message : String(error);
      announcement.value = problem.value;
    }
    running.value = false;
  };
  const take = (question: Question) => {
    query.value = question.query;
    params.value = question.params;
    void run();
  };
  return (
    <section class="console" aria-labelledby="console-title">
      <header>
        <h2 id="console-title">Ask in Cypher</h2>
        <span class="meta">reads only · at most 500 rows and 10 seconds</span>
        <button type="button" onClick={() => change({ cypher: false })}>
          Close
        </button>
      </header>
      {questions && questions.length > 0 && (
        <fieldset class="chips" aria-label="Example questions">
          {questions.map((question) => (
            <button
              key={question.name}
              type="button"
              class="chip"
              title={question.about}
              onClick={() => take(question)}
            >
              {question.name.replaceAll('-', ' ')}
            </button>
          ))}
        </fieldset>
      )}
      <div class="console-body">
        <div class="console-query">
          <textarea
            aria-label="Cypher query"
            spellcheck={false}
            rows={6}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                void run();
              }
            }}
          />
          <Params value={params.value} onChange={(next) => (params.value = next)} />
          <p class="actions">
            <button type="button" class="strong" disabled={running.value} onClick={() => void run()}>
              {running.value ? 'Running …' : 'Run'} <kbd>Ctrl-Enter</kbd>
            </button>
          </p>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
        <section class="console-answer" tabIndex={0} aria-label="Answer">
          {problem.value !== '' && <p class="problem">{problem.value}</p>}
          {answer.value && <AnswerTable model={model} answer={answer.value} />}
          {!answer.value && problem.value === '' && (
            <p class="meta">The answer comes as a table; names in it open on the graph.</p>
          )}
        </section>
      </div>
    </section>
  );
}

function Params(props: {
  value: Readonly<Record<string, unknown>>;
  onChange: (next: Readonly<Record<string, unknown>>) => void;
}) {
  const names = Object.keys(props.value);
  if (names.length === 0) return null;
  return (
    <div class="params">
      {names.map((name) => {
        const value = props.value[name];
        return (
          <label key={name}>
            ${name}{' '}
            <input
              type="text"
              value={typeof value === 'string' ? value : JSON.stringify(value)}
              onChange={(event) => props.onChange({ ...props.value, [name]: readValue(event.currentTarget.value) })}
            />
          </label>
        );
      })}
    </div>
  );
}

/** JSON where it parses, else a string, as on the command line. */
function readValue(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

function AnswerTable({ model, answer }: { model: GraphModel; answer: CypherAnswer }) {
  return (
    <>
      <p class="meta">
        {count(answer.rows.length, 'row')}
        {answer.truncated ? ', more were left out' : ''} · {answer.milliseconds} ms
      </p>
      {answer.rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {answer.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row, index) => (
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={answer.columns[column]}>
                    <Cell model={model} value={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface CellProps {
  model: GraphModel;
  value: unknown;
}

/** Entities and relations of the page's graph are links, whatever shape they come in. */
function Cell({ model, value }: CellProps) {
  if (value === null || value === undefined) return <span class="meta">null</span>;
  if (Array.isArray(value)) {
    return (
      <ul class="cell-list">
        {value.map((one, index) => (
          <li key={index}>
            <Cell model={model} value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value !== 'object') return <>{String(value)}</>;
  const thing = value as Record<string, unknown>;
  const { id, type, source, target, properties } = thing;
  if (typeof type === 'string' && typeof source === 'string' && typeof target === 'string') {
    const edge = `${source}~${type}~${target}`;
    const row = model.rowOfEdge.get(edge);
    if (row !== undefined) return <ViewLink to={{ selected: `e:${edge}` }}>{edgeWords(model, row)}</ViewLink>;
    return <>{`${source} ${type} ${target}`}</>;
  }
  if (typeof id === 'string' && Array.isArray(thing['labels'])) {
    const name = (properties as Record<string, unknown> | undefined)?.['name'];
    const words = typeof name === 'string' ? name : id;
    return model.rowOfNode.has(id) ? <ViewLink to={{ selected: `n:${id}` }}>{words}</ViewLink> : <>{words}</>;
  }
  return <code>{JSON.stringify(value)}</code>;
}
