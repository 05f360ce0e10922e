import type { ComponentChildren } from 'preact';
import type { EntityType } from '../../../src/ontology';
import { change, hovered, view } from '../state/store';
import { formatView, type View } from '../state/view';
import { TypeMark } from './marks';

/** A link to another view of this page: it can be opened in a new tab, copied, and undone by Back. */
export function ViewLink(props: {
  to: Partial<View>;
  class?: string;
  title?: string;
  hover?: string;
  children: ComponentChildren;
}) {
  const href = formatView({ ...view.value, ...props.to }) || location.pathname;
  return (
    <a
      href={href}
      class={props.class}
      title={props.title}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        change(props.to);
      }}
      onMouseEnter={() => {
        if (props.hover) hovered.value = props.hover;
      }}
      onMouseLeave={() => {
        if (props.hover && hovered.value === props.hover) hovered.value = '';
      }}
      onFocus={() => {
        if (props.hover) hovered.value = props.hover;
      }}
      onBlur={() => {
        if (props.hover && hovered.value === props.hover) hovered.value = '';
      }}
    >
      {props.children}
    </a>
  );
}

export function EntityLink({ id, name, type, mark }: { id: string; name: string; type: EntityType; mark?: boolean }) {
  return (
    <ViewLink to={{ selected: `n:${id}`, article: '', at: -1 }} class={`entity text-${type}`} hover={`n:${id}`}>
      {mark && <TypeMark type={type} />}
      {name}
    </ViewLink>
  );
}
