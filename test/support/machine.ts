/**
 * What a test needs of the machine and the project does not bring: corpora, benches, a browser, Java.
 * A test that lacks its part is left out, and the run says so at its end; with CI=true it fails instead.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Part {
  /** Null where the machine has none. */
  readonly value: string | null;
  readonly what: string;
  readonly remedy: string;
}

/** `beside`: where a folder lies that is not named itself: next to the corpora. */
function folder(variable: string, what: string, beside?: string): Part {
  const corporaFolder = process.env['DATELINE_CORPORA'];
  const named = process.env[variable] || (beside && corporaFolder ? path.join(corporaFolder, '..', beside) : '');
  return { value: named && existsSync(named) ? named : null, what, remedy: `set ${variable} to their folder` };
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function runs(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Treebanks and name corpora. */
export const corpora = (): Part => folder('DATELINE_CORPORA', 'tests on treebanks and name corpora');
/** Coded sentences, with their own scorer. */
export const bench = (): Part => folder('DATELINE_BENCH', 'tests on event benches', 'bench');
/** The folder of the gold graphs' own scorer. */
export const goldScorer = (): Part => folder('DATELINE_GOLD', "tests against the gold graphs' own scorer", 'gold');

/** Path of a Chromium. */
export function browser(): Part {
  const found = [process.env['DATELINE_CHROMIUM'], ...BROWSERS].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  return {
    value: found ?? null,
    what: 'tests of the page in a browser',
    remedy: 'install Chromium, or set DATELINE_CHROMIUM to its path',
  };
}

/** A Neo4j of the user's own, or Java and Maven to start one. */
export function neo4j(): Part {
  const given = process.env['NEO4J_URI'];
  const remedy = 'install Java 17 and Maven, or set NEO4J_URI to an empty test server';
  const value = given || (runs('java', '-version') && runs('mvn', '-v') ? 'java' : null);
  return { value, what: 'tests on a real Neo4j', remedy };
}

export function allParts(): Part[] {
  return [corpora(), bench(), goldScorer(), browser(), neo4j()];
}

/** True where a test is to be left out; with CI=true nothing may be. */
export function isLeftOut(part: Part): boolean {
  if (part.value !== null) return false;
  if (process.env['CI'] === 'true') throw new Error(`${part.what} cannot run: ${part.remedy}`);
  return true;
}
