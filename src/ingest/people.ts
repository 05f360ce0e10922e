/** Reporters in bylines and credits. */
import type { Contributor } from '../document';

/** A part with one of these is an office or an outlet, no name. */
const NOT_A_NAME =
  /\b(?:Press|News|Times|Post|Agency|Agencies|Service|Staff|Writers?|Correspondents?|Reporters?|Editors?|Bureau|Chief|Director|Professor|Economist|Journal|Herald|Guardian|Reuters|AFP|AP|Media|Network|Desk|Online|Tribune|Gazette|Special|Contributor|University|President)\b/;

const NAME =
  /^(?:[\p{Lu}][\p{L}.'’-]*|al-[\p{Lu}][\p{L}'’-]*|de|van|der|von|bin|ibn|da|dos|del|la|el)(?: (?:[\p{Lu}][\p{L}.'’-]*|al-[\p{Lu}][\p{L}'’-]*|de|van|der|von|bin|ibn|da|dos|del|la|el)){1,5}$/u;

export function looksLikeName(text: string): boolean {
  return NAME.test(text) && !NOT_A_NAME.test(text);
}

/** "JANE DOE and JOHN ROE, The Daily Post" gives the two names. */
export function bylineNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/\s*(?:,|;|\||\/|\band\b|&)\s*/)) {
    const name = part
      .replace(/\s+(?:in|for|at|of|from) .*$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (looksLikeName(name)) names.push(name);
    else if (names.length > 0) break;
  }
  return names;
}

/** "A and B of The New York Times; by C of The Associated Press" gives each name with its outlet. */
export function creditedPeople(text: string): Contributor[] {
  return text.split(';').flatMap((group) => {
    const body = group.replace(/^\s*(?:and\s+)?(?:by\s+)?/, '');
    const of = / (?:of|from|for) ((?:The |the )?\p{Lu}[^;,]*?)\s*[.)]*$/u.exec(body);
    const outlet = of?.[1] ?? null;
    return bylineNames(of === null ? body.replace(/[.)]+\s*$/, '') : body.slice(0, of.index)).map((name) => ({
      name,
      outlet,
    }));
  });
}
