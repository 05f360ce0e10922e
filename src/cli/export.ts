/** `dateline export`: the whole graph as a script of plain statements. */
import { EXIT } from '../errors';
import { cypherScript } from '../export';
import { buildGraph } from '../graph';
import { loadStatements, readDocuments } from '../store';
import { documentsFolder, type StoreFlags } from './build';
import { print } from './output';

export async function exportGraph(flags: StoreFlags): Promise<number> {
  const documents = await readDocuments(documentsFolder(flags));
  for (const statement of cypherScript(buildGraph(documents), loadStatements())) await print(statement);
  return EXIT.done;
}
