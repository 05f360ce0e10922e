/** Names that many countries and cities share ("Supreme Court", "Ministry of Health"): alone they name no one body. */
const COMMON = new Set(
  `ministry minister department office bureau agency authority commission committee council board court supreme high appeal appeals
  constitutional federal national state central local provincial regional municipal city county district public general royal republic
  government cabinet parliament assembly senate house representatives congress lower upper chamber deputies legislature
  army navy air force forces armed military defence defense police guard coast border security intelligence service services
  health education finance treasury interior foreign affairs external internal justice home trade commerce industry energy agriculture
  environment transport transportation labor labour welfare information communications communication culture sport sports tourism youth women
  planning development economic economy water housing immigration customs tax revenue election elections electoral human rights
  bank reserve university hospital school college church mosque union party opposition democratic people s
  prosecutor prosecutors attorney ombudsman auditor presidency presidential prime premier governor mayor
  and of for the on in to`.split(/\s+/),
);

/** `form` is normalised. One word ("senate", "treasury") or several, all of them common. */
export const isGeneric = (form: string): boolean => form.split(' ').every((word) => COMMON.has(word));
