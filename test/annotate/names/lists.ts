import { createGazetteers } from '../../../src/annotate/names/gazetteers';
import {
  parseCountries,
  parseGivenNames,
  parseOrganizations,
  parsePlaces,
  parseTitles,
} from '../../../src/learn/lexicons';

/** A few rows of each list, by hand. */
export const lists = createGazetteers({
  countries: parseCountries(
    'IRQ\tIQ\tIraq\t\tIraqi\tIraqi\tIraqis\tBaghdad\nUSA\tUS\tUnited States\tU.S.|US\tAmerican|U.S.\tAmerican\tAmericans\tWashington\tWhite House\nGEO\tGE\tGeorgia\t\tGeorgian\tGeorgian\tGeorgians\tTbilisi\n',
  ),
  places: parsePlaces('Port-au-Prince\t\tHTI\tcity\nGeorgia\tGa.\tUSA\tregion\n'),
  organizations: parseOrganizations('Red Cross\tICRC\tNGO\t\n'),
  titles: parseTitles('Gen.\tMIL\t-\trank\nprime minister\tGOV\t-\toffice\n'),
  givenNames: parseGivenNames('Ana\tf\n'),
});
