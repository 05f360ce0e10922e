/**
 * The irregular verbs of English: base, past, participle; "/" between forms, "=" where the form is the base.
 * Written from facts. A prefix makes further verbs: "overthrew", "withheld", "misled".
 */
const VERBS = `
abide abode/abided abode/abided, arise arose arisen, awake awoke awoken, backslide backslid backslid, be was/were been, bear bore borne/born, beat = beaten,
become became =, befall befell befallen, beget begot/begat begotten, begin began begun, behold beheld beheld, bend bent bent,
beseech besought besought, beset = =, bespeak bespoke bespoken, bestride bestrode bestridden, bet = =, betake betook betaken,
bid =/bade =/bidden, bide bode bided, bind bound bound, bite bit bitten/bit, bleed bled bled, bless blest blest, blow blew blown,
break broke broken, breed bred bred, bring brought brought, broadcast = =, browbeat = browbeaten, build built built,
burn burnt burnt, burst = =, bust = =, buy bought bought, cast = =, catch caught caught, chide chid chidden/chid, choose chose chosen,
cleave clove/cleft cloven/cleft, cling clung clung, clothe clad clad, come came =, cost = =, creep crept crept, cut = =,
deal dealt dealt, dig dug dug, dive dove dived, do did done, draw drew drawn, dream dreamt dreamt, drink drank drunk,
drive drove driven, dwell dwelt dwelt, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
find found found, fit = =, flee fled fled, fling flung flung, fly flew flown, forbear forbore forborne, forbid forbade/forbad forbidden,
forecast = =, forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone, forsake forsook forsaken,
forswear forswore forsworn, freeze froze frozen, get got got/gotten, ghostwrite ghostwrote ghostwritten, gird girt girt, give gave given, go went gone,
grind ground ground, grow grew grown, hamstring hamstrung hamstrung, handwrite handwrote handwritten, hang hung hung, have had had, hear heard heard,
heave hove hove, hew hewed hewn, hide hid hidden/hid, hit = =, hold held held, hurt = =, inset = =, keep kept kept,
kneel knelt knelt, knit = =, know knew known, lade laded laden, lay laid laid, lead led led, lean leant leant, leap leapt leapt,
learn learnt learnt, leave left left, lend lent lent, let = =, lie lay lain, light lit lit, lose lost lost, make made made,
mean meant meant, meet met met, mow mowed mown, offset = =, partake partook partaken, pay paid paid, plead pled pled,
prove proved proven, put = =, quit = =, read = =, rend rent rent, rid = =, ride rode ridden, ring rang rung, rise rose risen,
rive rived riven, run ran =, saw sawed sawn, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent,
set = =, sew sewed sewn, shake shook shaken, shave shaved shaven, shear sheared shorn, shed = =, shine shone shone, shit shat shat,
shoe shod shod, shoot shot shot, show showed shown, shrink shrank/shrunk shrunk/shrunken, shrive shrove shriven, shut = =,
sing sang sung, sink sank/sunk sunk/sunken, sit sat sat, slay slew slain, sleep slept slept, slide slid slid, sling slung slung,
slink slunk slunk, slit = =, smell smelt smelt, smite smote smitten, sneak snuck snuck, sow sowed sown, speak spoke spoken,
speed sped sped, spell spelt spelt, spend spent spent, spill spilt spilt, spin spun spun, spit spat spat, split = =,
spoil spoilt spoilt, spread = =, spring sprang/sprung sprung, stand stood stood, stave stove stove, steal stole stolen,
stick stuck stuck, sting stung stung, stink stank stunk, strew strewed strewn, stride strode stridden, strike struck struck/stricken,
string strung strung, strive strove striven, sublet = =, swear swore sworn, sweep swept swept, swell swelled swollen,
swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, telecast = =, tell told told,
think thought thought, thrive throve thriven, throw threw thrown, thrust = =, tread trod trodden/trod, typecast = =,
upset = =, wake woke woken, waylay waylaid waylaid, wear wore worn, weave wove woven, wed = =, weep wept wept, wet = =,
win won won, wind wound wound, wring wrung wrung, write wrote written, work wrought wrought`;

/** Before an irregular verb they make another that goes the same way. */
const PREFIXES = /^(?:over|under|out|mis|un|fore|with|re|up|down|inter|pre|cross)-?(?=\p{L}{3})/u;

function readVerbs(): ReadonlyMap<string, string> {
  const bases = new Map<string, string>();
  for (const verb of VERBS.split(',')) {
    const [base = '', past = '', participle = ''] = verb.trim().split(/\s+/u);
    for (const form of `${past}/${participle}`.split('/')) {
      const written = form === '=' ? base : form;
      if (!bases.has(written)) bases.set(written, base);
    }
  }
  return bases;
}

const BASES = readVerbs();

/** The base of an irregular past or participle in lower case, or null: "overthrew" -> "overthrow". */
export function irregularBase(form: string): string | null {
  const base = BASES.get(form);
  if (base !== undefined) return base;
  const prefix = PREFIXES.exec(form)?.[0];
  const rest = prefix === undefined ? undefined : BASES.get(form.slice(prefix.length));
  return rest === undefined ? null : prefix + rest;
}

/** Every irregular verb with its pasts and participles, for those who inflect. */
export function irregularForms(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [form, base] of BASES) forms.set(base, [...(forms.get(base) ?? []), form]);
  return forms;
}
