/**
 * The rows of a lexicon: tab-separated columns, one row a line; lines that start with # are the header's words.
 * Missing last columns read as ''. Windows line ends are taken too.
 */
export function readRows(text: string, columns: number): string[][] {
  const rows: string[][] = [];
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const row = line.replace(/\r$/, '');
    if (row.trim() === '' || row.startsWith('#')) continue;
    const cells = row.split('\t').map((cell) => cell.trim());
    while (cells.length < columns) cells.push('');
    rows.push(cells);
  }
  return rows;
}

/** "Persia|Islamic Republic of Iran" -> both; '' -> none. */
export function readList(cell: string): string[] {
  return cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
