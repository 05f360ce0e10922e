#!/usr/bin/env node
/** The commands and their flags. Each command is loaded only when it runs, so that `--help` answers at once. */
import fs from 'node:fs';
import path from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { DEFAULT_PORT, DEFAULT_STORE, readSettings } from '../config';
import { EXIT, isFailure, reasonOf } from '../errors';
import { complain, endQuietlyWhenNobodyReads, exitOnSignals, say } from './output';

/** A command gives its exit status. */
type Action = (...given: never[]) => Promise<number>;

function runs(load: () => Promise<Action>): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const action = await load();
    process.exitCode = await action(...(given as never[]));
  };
}

function packageVersion(): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

const format = (choices: readonly string[]) =>
  new Option('--format <format>', 'how it is printed').choices(choices).default(choices[0]);
const storeFlag = () => new Option('--store <where>', 'folder, or a bolt:// or neo4j:// URL').default(DEFAULT_STORE);
const documentsFlag = () =>
  new Option('--documents <folder>', 'where the documents lie when the store is a server').default(DEFAULT_STORE);
const portFlag = () => new Option('--port <number>', 'port of the page').default(String(DEFAULT_PORT));
const openFlag = () => new Option('--open', 'open the page in a browser');
const paths = () => new Argument('[paths...]', 'files, folders, or - for standard input');

function withInput(command: Command, from: readonly string[]): Command {
  return command
    .addArgument(paths())
    .addOption(new Option('--from <format>', 'what the input is').choices(from).default(from[0]))
    .option('--date <day>', 'publication day of a single text, YYYY-MM-DD')
    .option('--title <title>', 'title of a single text')
    .option('--source <name>', 'source of a single text')
    .option('--url <url>', 'address of a single text');
}

function addReading(program: Command): void {
  withInput(program.command('build').description('read articles and add what they say to the store'), ['text', 'jsonl'])
    .addOption(storeFlag())
    .addOption(documentsFlag())
    .action(runs(async () => (await import('./build')).build));
  withInput(program.command('extract').description('read articles and print the graph of each; nothing is stored'), [
    'text',
    'jsonl',
  ])
    .addOption(format(['jsonl', 'json', 'text']))
    .option('--explain', 'for each sentence: the tree, the frames that fired, and why')
    .action(runs(async () => (await import('./extract')).extract));
  withInput(program.command('annotate').description('print what the language core sees'), ['text', 'jsonl', 'conllu'])
    .addOption(format(['conllu', 'json']))
    .action(runs(async () => (await import('./annotate')).annotate));
  program
    .command('explain')
    .description('for a sentence: the tree, the frames that fired, and why each argument was taken or refused')
    .argument('<place>', 'FILE or FILE:LINE')
    .action(runs(async () => (await import('./explain')).explain));
}

function addAsking(program: Command): void {
  program
    .command('query')
    .description('ask the store a question in Cypher')
    .argument('[cypher]', 'for example: MATCH (a)-[r:REBUFFED]->(b) RETURN a.name, b.name')
    .option('--file <file>', 'a file with the question')
    .option('--param <key=value>', 'a parameter, JSON where it parses; may be repeated', collect, [])
    .addOption(
      new Option('--format <format>', 'how it is printed')
        .choices(['table', 'json', 'csv'])
        .default(undefined, 'table on a terminal, else json'),
    )
    .addOption(storeFlag())
    .action(runs(async () => (await import('./query')).query));
  program
    .command('export')
    .description('print the whole graph as a script')
    .addOption(format(['cypher']))
    .addOption(storeFlag())
    .addOption(documentsFlag())
    .action(runs(async () => (await import('./export')).exportGraph));
  program
    .command('serve')
    .description('serve the page of the store')
    .addOption(storeFlag())
    .addOption(documentsFlag())
    .addOption(portFlag())
    .addOption(openFlag())
    .action(runs(async () => (await import('./serve')).serve));
  program
    .command('start')
    .description('build the graph of the article that comes with Dateline, and serve it')
    .addOption(storeFlag())
    .addOption(portFlag())
    .addOption(openFlag())
    .action(runs(async () => (await import('./start')).start));
}

function addLearning(program: Command): void {
  program
    .command('train')
    .description('teach the language core, or a layer of it, from corpora')
    .argument('[layer]', 'all, vectors, syntax, names, coref or sentences', 'all')
    .option('--corpora <folder>', 'where the corpora lie (default: DATELINE_CORPORA)')
    .option('--out <folder>', 'where the weights go (default: data/models)')
    .option('--seed <number>', 'of all that is random', '1')
    .option('--without <corpus>', 'a corpus to do without; may be repeated', collect, [])
    .option('--source <file>', 'the unpacked word vectors, for the layer vectors and for all')
    .action(runs(async () => (await import('./train')).train));
  const evaluate = program.command('evaluate').description('measure against gold');
  const measure = (name: string, argument: string, text: string) =>
    evaluate
      .command(name)
      .description(text)
      .argument(argument)
      .addOption(format(['text', 'json']));
  measure('graphs', '<folder>', 'article graphs: gold .json beside .txt')
    .option('--errors', 'list what was missed and what was too much')
    .action(runs(async () => (await import('./evaluate')).evaluateGraphs));
  measure('events', '<file>', 'events of coded sentences: {id, text, expected} a line')
    .option('--errors', 'list the sentences where an event was missed')
    .action(runs(async () => (await import('./evaluate')).evaluateEvents));
  measure('language', '<file>', 'tags, lemmas and trees: FILE.conllu[.gz]')
    .option('--raw', 'from raw text: tokens and sentences are measured too')
    .action(runs(async () => (await import('./evaluate-language')).evaluateLanguage));
  measure('names', '<file>', 'names: IOB2 of three columns, or two with # newdoc').action(
    runs(async () => (await import('./evaluate-language')).evaluateNames),
  );
  measure('coreference', '<file>', 'chains: FILE.conllu[.gz] with Entity=').action(
    runs(async () => (await import('./evaluate-language')).evaluateCoreference),
  );
}

function buildProgram(): Command {
  const program = new Command('dateline')
    .description('Dateline reads news and builds a graph of who did what to whom.')
    .version(packageVersion())
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'dateline: ')) })
    .exitOverride();
  addReading(program);
  addAsking(program);
  addLearning(program);
  return program;
}

async function main(): Promise<void> {
  endQuietlyWhenNobodyReads();
  exitOnSignals();
  try {
    await buildProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has said what is wrong; asking for help or the version is no mistake
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    } else if (isFailure(error)) {
      complain(error);
      process.exitCode = error.exitCode;
    } else {
      const stack = error instanceof Error && readSettings().debug ? error.stack : undefined;
      say(
        stack ??
          `dateline: something went wrong that should not (${reasonOf(error)})\n  Run it again with DATELINE_DEBUG=1 to see where, and please report it.`,
      );
      process.exitCode = EXIT.nothingDone;
    }
  }
}

void main();
