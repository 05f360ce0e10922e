/**
 * Words that keep their period. What may follow decides whether the period also ends a sentence.
 * All are compared in lower case and without the last period.
 */

/** A name, a number or more of the sentence always follows: "Gen. Qassem Soleimani", "vs. Kenya". */
export const NEVER_LAST: ReadonlySet<string> = new Set(
  (
    'e.g i.e cf adm amb asst attn atty brig bros capt cmdr cmdt col comdr comr cpl cpt det dir dr drs ens esp exec fr ft gen gens gov govs hon insp lt ' +
    'lieut maj messrs mgr mlle mme mmes mr mrs ms msgr mx ph pres prof profs pvt ref rep reps rev revs sec sen sens sgt spc spec ' +
    'sr srta st ste supt treas vs viz cf ca approx dept ext univ assn mt mts pfc'
  ).split(' '),
);

/** May end a sentence: "at 5 p.m.", "Apple Inc.", "on 3 Jan.". */
export const MAY_BE_LAST: ReadonlySet<string> = new Set(
  (
    'a.m p.m inc corp co cos ltd llc plc jr sr etc al est min max hr hrs mins yrs yr lb lbs oz sq ave blvd rd ' +
    'jan feb aug sept sep oct nov dec tues thur thurs wed ph.d m.sc b.sc esq'
  ).split(' '),
);

/** Only before a number: "No. 5", "pp. 3". */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  'no nos c p pp vol vols fig figs art sec ch apr jun jul mar sat sun mon tue fri nr tel'.split(' '),
);

/** American states as newspapers shorten them, after a comma: "Boston, Mass.". */
export const STATES: ReadonlySet<string> = new Set(
  (
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d ' +
    'okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo ont que'
  ).split(' '),
);

/** Words that begin sentences and do not follow an abbreviation inside one ("in the U.S. The ..."). */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'a about according after all also although an and another any as at because before both but by despite did do does during each ' +
    'earlier even every few first following for from given had has have he her here his how however i if in instead is it its ' +
    'last later many meanwhile more most much my nearly neither no none nor not now of on once one only or other our over ' +
    'perhaps several she should since so some still such than that the their then there these they this those though three ' +
    'through to today two under unlike until was we were what when where whether which while who why with without yes yesterday yet you your'
  ).split(' '),
);

/** Prefixes that the treebanks leave on their word: "anti-Bush", "co-founder", but "so - called". */
export const PREFIXES: readonly string[] = (
  'anti arch bi co counter cross de e ex extra hyper infra inter intra macro mega meta micro mid mini mono multi neo non off over ' +
  'pan para poly post pre pro proto pseudo psycho quasi re semi socio sub super supra trans tri ultra un uni vice'
)
  .split(' ')
  .filter((prefix) => !['off', 'tri', 'vice', 'de', 'pan', 'mega'].includes(prefix));
