/** Case files: `# title`, the input, a line `==>`, what is wanted; a blank line before the next title. */
import fs from 'node:fs';

export interface Case {
  readonly title: string;
  readonly input: string;
  readonly wanted: string;
}

export function readCases(file: string): Case[] {
  return fs
    .readFileSync(file, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [head = '', wanted = ''] = block.split(/^==>\n/m);
      const end = head.indexOf('\n');
      return { title: head.slice(0, end), input: head.slice(end + 1).replace(/\n+$/, ''), wanted: wanted.trimEnd() };
    });
}
