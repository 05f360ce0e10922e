import { useEffect, useRef } from 'preact/hooks';
import { helpOpen } from '../state/store';

const KEYS: readonly (readonly [string, string])[] = [
  ['/ or Ctrl-K', 'search'],
  ['Arrows', 'on the graph: to the next name that way'],
  ['N, Shift-N', 'next, previous relation of this name'],
  ['Enter', 'open the name or the relation'],
  ['E', 'add its neighbours'],
  ['F', 'fit the graph into the window'],
  ['+ −', 'zoom'],
  ['Backspace', 'back (as in the browser)'],
  ['Escape', 'nothing selected'],
  ['?', 'this list'],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (helpOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [helpOpen.value]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      if (event.key === '?' && !isTyping) helpOpen.value = true;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        helpOpen.value = false;
      }}
    >
      <h2 id="help-title">Keys and lines</h2>
      <dl class="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        Blue lines are cooperation, orange lines conflict; dashed lines are words, thick lines deeds, grey lines lasting
        facts. A pale line is planned or only reported by somebody; a hollow head with a struck word is denied; ⚡ is
        asserted by one and denied by another.
      </p>
      <p>
        Click an arrow for its sentences, a name for its relations; double-click a name to add its neighbours; drag it
        to pin it.
      </p>
      <form method="dialog">
        <button type="submit" class="strong">
          Close
        </button>
      </form>
    </dialog>
  );
}
