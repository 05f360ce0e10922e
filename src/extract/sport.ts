/** Sentences about sport: their words of fighting, meeting and beating tell games. */
import type { Parsed } from '../document';

/** Words of sport and of nothing else. */
const SPORT = new Set(
  `goalkeeper midfielder striker winger quarterback batsman batter bowler wicket innings playoff play-off semifinal semi-final
  quarterfinal quarter-final halftime half-time offside kickoff kick-off equaliser equalizer hat-trick tournament football soccer
  basketball baseball cricket rugby tennis volleyball badminton hockey netball golf goalless scoreline referee umpire teammate team-mate
  medallist medalist sprinter skater gymnast goalscorer lineman linebacker touchdown homer defending-champion fifa uefa concacaf nba nfl
  nhl mlb icc afcon shootout shoot-out unbeaten top-seeded grand-slam olympics paralympics decathlon heptathlon heavyweight welterweight
  middleweight featherweight boxing boxer wrestler karate judo taekwondo marathon biathlon triathlon`.split(/\s+/),
);
/** Words that sport shares: three of them in one sentence make it one of sport. */
const SHARED = new Set(
  `match goal game team season coach player club score cup final champion championship title round race squad stadium fan league
  penalty defender tie fixture bout knockout trophy win victory lead side point ball pitch crowd qualifier captain defeat podium medal
  minute half tour friendly overtime opener draw bronze silver sprint relay swimmer`.split(/\s+/),
);
const ARTICLE_SHARE = 0.35;

/** For each sentence whether it tells of sport, by its own words or as part of an article on sport. */
export function sportSentences(doc: Parsed): boolean[] {
  const marks = doc.sentences.map(({ start, end }) => {
    const shared = new Set<string>();
    let own = 0;
    for (let i = start; i < end; i++) {
      const lemma = (doc.lemmas[i] ?? '').toLowerCase();
      const text = (doc.tokens[i]?.text ?? '').toLowerCase();
      if (SPORT.has(lemma) || SPORT.has(text)) own++;
      else if (text === 'cup' && (doc.tokens[i - 1]?.text ?? '') === 'World') own++;
      else if (SHARED.has(lemma)) shared.add(lemma);
    }
    return own > 0 || shared.size >= 3;
  });
  const share = marks.filter(Boolean).length / Math.max(1, marks.length);
  return marks.length > 3 && share >= ARTICLE_SHARE ? marks.map(() => true) : marks;
}
