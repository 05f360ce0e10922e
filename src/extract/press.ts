/** Newspapers, broadcasters and those who write for them: whoever talks to them says something in public and meets nobody. */
import type { EventType } from '../ontology';
import { type Actor, type ActorFinder, chainOf } from './actors';
import { lemmaOf } from './tree';

const WRITERS = new Set([
  'reporter',
  'journalist',
  'press',
  'media',
  'newspaper',
  'correspondent',
  'broadcaster',
  'magazine',
  'interviewer',
  'newsman',
  'newsmen',
  'outlet',
  'newspaperman',
  'columnist',
]);
const TITLES =
  /(?:\b(?:news|times|post|herald|tribune|gazette|telegraph|guardian|journal|tv|television|radio|broadcasting|newspaper|magazine|express|observer|chronicle|news agency|daily|press))$|^(?:the )?(?:reuters|afp|agence france-presse|bbc|cnn|al jazeera|xinhua|haaretz|bloomberg|npr|ips|pti|ians|anadolu|interfax|tass|yonhap|kyodo|el país|le monde|der spiegel)\b/i;

/** Types that say that two met or spoke. */
const TALKS: ReadonlySet<EventType> = new Set(['MET_WITH', 'CALLED']);

/** "Told reporters", "spoke to the Herald": no meeting. */
export function isAudience({ doc, tree }: ActorFinder, type: EventType, actor: Actor): boolean {
  if (!TALKS.has(type)) return false;
  const mention = doc.mentions[actor.mention];
  if (mention === undefined) return false;
  if (mention.kind !== 'name' && WRITERS.has(lemmaOf(tree, mention.head))) return true;
  const chain = doc.chains[chainOf(doc, actor.mention)];
  return chain !== undefined && chain.type === 'Organization' && TITLES.test(chain.name);
}
