/** Says at the end of a run which tests were left out, and why. With CI=true nothing may be left out. */
import { allParts } from './machine';

export function setup(): () => void {
  const missing = allParts().filter((part) => part.value === null);
  if (process.env['CI'] === 'true' && missing.length > 0) {
    throw new Error(
      `CI=true and some tests cannot run:\n${missing.map((part) => `  ${part.what}: ${part.remedy}`).join('\n')}`,
    );
  }
  return () => {
    for (const part of missing) console.log(`Left out: ${part.what} (${part.remedy}).`);
  };
}
