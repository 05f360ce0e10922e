/** Gold graphs (a JSON file beside each text) and the part of an article graph that is compared with them. */
import type { EntityType, Factuality } from '../ontology';

export interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly core: boolean;
}

export interface GoldRelation {
  readonly source: string;
  readonly target: string;
  /** Other pairs of ends that are as right. */
  readonly alt?: readonly (readonly [string, string])[];
  /** The types that are right, the best first. */
  readonly types: readonly string[];
  readonly date?: string | null;
  readonly factuality: Factuality;
  readonly attributedTo?: string | null;
  readonly evidence: string;
  readonly core: boolean;
}

export interface GoldGraph {
  readonly article: { readonly id: string };
  readonly entities: readonly GoldEntity[];
  readonly relations: readonly GoldRelation[];
}

export interface GuessEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
}

export interface GuessRelation {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly date?: { readonly value: string } | null;
  readonly factuality: string;
  readonly attributedTo?: string | null;
  readonly evidence: { readonly text: string };
}

/** What `extract` prints for an article, as far as it is scored. */
export interface GuessGraph {
  readonly article: { readonly id: string };
  readonly entities: readonly GuessEntity[];
  readonly relations: readonly GuessRelation[];
}

/** A title counts as one only before a person's name: "Gen. Qassem Soleimani", not "General Assembly". */
const TITLES =
  /^(?:(?:president|prime minister|secretary of state|secretary|gen|general|lt|col|mr|mrs|ms|dr|sir|king|queen|pope|senator|sen|rep|minister|chancellor|premier|judge|justice|detective|officer|captain|capt|sgt|spokesman|spokeswoman|spokesperson)\b\.?\s+)+(?=\p{Lu})/iu;

/** A name without case, accents, dots of initialisms, possessive, punctuation, leading article. "The U.S.'s" -> "us" */
export function plainForm(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']s\b/g, '')
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replace(/\./g, ''))
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/^\s*(the|a|an|any|his|her|their|its|our)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function untitledForm(name: string): string {
  const rest = name.replace(/^(the|a|an)\s+/i, '').replace(TITLES, '');
  return plainForm(/^\p{Lu}/u.test(rest) ? rest : name);
}

/** All forms under which an entity is found. */
export function nameForms(entity: { name: string; type: string; aliases: readonly string[] }): ReadonlySet<string> {
  const forms = [entity.name, ...entity.aliases].flatMap((name) =>
    entity.type === 'Person' ? [plainForm(name), untitledForm(name)] : [plainForm(name)],
  );
  return new Set(forms.filter((form) => form !== ''));
}

/** Group and Organization count as equal. */
export function comparableType(type: string): string {
  return type === 'Group' ? 'Organization' : type;
}
