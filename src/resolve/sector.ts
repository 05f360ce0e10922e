/** PLOVER's sector of an entity, from the list of bodies, from the words of its name, or from a person's office. */
import type { Entity, Extracted } from '../document';
import type { Lookups } from './lookups';
import { normaliseName } from './names';

/** Words of a name or a description, the first that fits: "Kenyan troops" are MIL, "Iraqi lawmakers" LEG. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:army|navy|air force|troops|soldiers?|military|forces|marines|battalion|brigade|infantry|commandos?|general|colonel|admiral|lieutenant)\b/,
    'MIL',
  ],
  [/\b(?:police|policem[ae]n|sheriff|constabulary|officers?|detectives?|gendarmerie|border guards?)\b/, 'COP'],
  [
    /\b(?:parliament|senate|congress|assembly|legislature|lawmakers?|legislators?|senators?|deputies|knesset|bundestag|duma|congress(?:wo)?m[ae]n|mps?)\b/,
    'LEG',
  ],
  [/\b(?:court|tribunal|judges?|justice[s]?|judiciary|prosecutors?|magistrates?)\b/, 'JUD'],
  [
    /\b(?:rebels?|insurgents?|militants?|guerrillas?|militias?|jihadists?|extremists?|separatists?|terrorists?|gunmen)\b/,
    'REB',
  ],
  [/\b(?:party|democrats|republicans|conservatives)\b/, 'PTY'],
  [
    /\b(?:government|ministry|minister|president|presidency|cabinet|administration|department|chancellor|governor|mayor|municipality|embassy|ambassador|officials?|secretary|home office|foreign office|treasury)\b/,
    'GOV',
  ],
  [
    /\b(?:newspaper|magazine|news|television|tv|radio|times|post|gazette|herald|tribune|reporters?|journalists?|media|broadcaster)\b/,
    'JRN',
  ],
  [/\b(?:university|school|college|institute|academy|students?|teachers?|professors?)\b/, 'EDU'],
  [/\b(?:hospital|doctors?|nurses?|clinic)\b/, 'MED'],
  [/\b(?:bank|inc|corp|corporation|company|firm|ltd|plc|group|airlines?|ceo|executives?|businessm[ae]n)\b/, 'BUS'],
  [/\b(?:union|workers)\b/, 'LAB'],
  [/\b(?:church|mosque|bishops?|priests?|clerics?|imams?|pope|diocese)\b/, 'REL'],
  [/\b(?:refugees?|migrants?|asylum seekers?)\b/, 'REF'],
  [
    /\b(?:protesters?|protestors?|demonstrators?|activists?|civilians?|residents?|villagers?|citizens?|people|families|children|women)\b/,
    'CVL',
  ],
];

/** The lexicon's own codes that PLOVER writes otherwise: MED is medical there, the press is JRN; IGO and NGO are no sectors. */
const FROM_LIST: Readonly<Record<string, string | null>> = { MED: 'JRN', IGO: null, NGO: null };

export function sectorOf(doc: Extracted, entity: Entity, entityOf: readonly number[], lookups: Lookups): string | null {
  if (entity.type === 'Country' || entity.type === 'Place') return null;
  if (entity.type === 'Person') {
    const index = entityOf[entity.mentions[0] ?? -1];
    const office = doc.facts.find(
      (f) => f.type === 'HOLDS_POSITION' && entityOf[f.source] === index && f.title !== null,
    );
    const title = (office?.title ?? '').toLowerCase();
    return lookups.titleSector.get(title) ?? sectorIn([title, ...entity.aliases].join(' | ').toLowerCase());
  }
  if (lookups.seats.has(normaliseName(entity.name))) return 'GOV';
  const row = lookups.organizations.get(normaliseName(entity.name));
  if (row?.sector) return row.sector in FROM_LIST ? (FROM_LIST[row.sector] ?? null) : row.sector;
  return sectorIn(entity.name.toLowerCase());
}

function sectorIn(words: string): string | null {
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
