import { useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value: T | null;
  readonly problem: string;
}

/** The answer to a question that depends on a key; the answer to an earlier key never shows under a later one. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { key: string }>({ key: '', value: null, problem: '' });
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => {
        if (wanted) setState({ key, value, problem: '' });
      },
      (error: unknown) => {
        if (wanted) setState({ key, value: null, problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return state.key === key ? state : { value: null, problem: '' };
}
