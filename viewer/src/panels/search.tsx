import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EntityType } from '../../../src/ontology';
import { createFinder, type Found } from '../state/find';
import { type GraphModel, relationOf, typeOf } from '../state/model';
import { model as modelSignal, selectEdge, selectNode } from '../state/store';
import { count, edgeCountWords } from '../state/words';
import { LineMark, TypeMark } from './marks';

/** One field for names, aliases and "France rebuffed"; arrows choose, Enter opens. */
export function Search({ model }: { model: GraphModel }) {
  const query = useSignal('');
  const open = useSignal(false);
  const active = useSignal(0);
  const field = useRef<HTMLInputElement>(null);
  const finder = useComputed(() => (modelSignal.value ? createFinder(modelSignal.value) : null));
  const found = useComputed<Found[]>(() => finder.value?.find(query.value) ?? []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea') !== null;
      const isSlash = event.key === '/' && !isTyping;
      if (isSlash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        field.current?.focus();
        field.current?.select();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const pick = (one: Found | undefined) => {
    if (!one) return;
    open.value = false;
    query.value = '';
    field.current?.blur();
    if (one.kind === 'node') selectNode(one.id);
    else selectEdge(one.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.value.length - 1;
    if (event.key === 'ArrowDown') active.value = active.value >= last ? 0 : active.value + 1;
    else if (event.key === 'ArrowUp') active.value = active.value <= 0 ? last : active.value - 1;
    else if (event.key === 'Enter') pick(found.value[active.value]);
    else if (event.key === 'Escape') {
      open.value = false;
      field.current?.blur();
    } else return;
    event.preventDefault();
  };
  const isOpen = open.value && query.value.trim() !== '';
  return (
    <search class="search">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search a name or a relation"
        aria-expanded={isOpen}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={isOpen && found.value.length > 0 ? `found-${active.value}` : undefined}
        placeholder="Search a name, or “France rebuffed”"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          open.value = true;
        }}
        onFocus={() => {
          open.value = true;
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      {isOpen && (
        <div id="found" role="listbox" aria-label="Found" class="found">
          {found.value.length === 0 && <p class="meta">Nothing is called so.</p>}
          {found.value.map((one, index) => (
            <div
              key={`${one.kind}${one.id}`}
              id={`found-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active.value}
              class="found-line"
              onMouseDown={(event) => {
                event.preventDefault();
                pick(one);
              }}
              onMouseEnter={() => {
                active.value = index;
              }}
            >
              {one.kind === 'node' ? (
                <TypeMark type={typeOf(model, one.row) as EntityType} />
              ) : (
                <LineMark family={relationOf(model, one.row).family} />
              )}
              <span class="name">
                {one.text}
                {one.also !== '' && <span class="meta"> {one.also}</span>}
              </span>
              <span class="count">
                {one.kind === 'node'
                  ? edgeCountWords(model, model.edgesOf[one.row]!)
                  : count(model.claims[one.row]!, 'sentence')}
              </span>
            </div>
          ))}
        </div>
      )}
    </search>
  );
}
