/** Word lists that several stages use, parsed from the text of their files under `data/lexicons/`. */
export { type Country, parseCountries } from './countries';
export { type Noun, parseNouns } from './nouns';
export { type Organization, parseOrganizations } from './organizations';
export { type Place, type PlaceKind, parsePlaces } from './places';
export { type Gender, type GivenName, parseGivenNames, parseTitles, type Title, type TitleKind } from './titles';
