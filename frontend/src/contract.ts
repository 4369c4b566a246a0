// Written by `make schema` from src/sayso/show/desk/shapes.py: change the shapes, not this file.

/** Two reviewers on the claims both decided: Cohen's kappa (None when it is not defined) and where they differ. */
export interface Agreement {
  one: string;
  other: string;
  both: number;
  same: number;
  kappa: number | null;
  differ: (Disagreement)[];
}

/** ``/review/agreement.json``: every pair of reviewers, and the latest decisions of all. */
export interface AgreementPage {
  pairs: (Agreement)[];
  latest: (ReviewLine)[];
}

/** ``/articles/ID.json``: the whole reading, who shares its words, what changed in it, and what people decided. ``claims`` have the same order as those of the text; ``family`` is its wire family. */
export interface ArticleDetail {
  article: WireArticle;
  line: ArticleLine;
  claims: (ClaimLine)[];
  problems: (WireProblem)[];
  lineage: (WireLineage)[];
  copies: (CopyLine)[];
  changes: (ChangeLine)[];
  reviews: (ReviewLine)[];
  family: string;
}

/** One article in a list; days are ``YYYY-MM-DD``, "" where nobody says. ``gone`` is why it no longer stands, "" when it does. */
export interface ArticleLine {
  id: string;
  title: string;
  outlet: string;
  published: string;
  original_outlet: string;
  ref: string;
  claims: number;
  problems: number;
  gone: "" | "superseded" | "withdrawn";
}

/** ``/articles.json``. */
export interface ArticlePage {
  rows: (ArticleLine)[];
  next: string;
}

/** Happenings that begin in a stretch of days (both inside, ``YYYY-MM-DD``); ``contested`` of them have a contradiction. */
export interface Bin {
  first: string;
  last: string;
  count: number;
  contested: number;
}

/** ``/board.json``: what is new, changed, contradicted and withdrawn since a time (UTC). */
export interface Board {
  since: string;
  articles: (ArticleLine)[];
  articles_more: boolean;
  contested: (HappeningLine)[];
  changes: (ChangeLine)[];
}

/** A claim of a pasted text, and the happenings of the ledger that tell the same, with how sure that is. */
export interface Carried {
  claim: WireClaim;
  words: string;
  chain: string;
  line: string;
  happenings: (CarriedBy)[];
}

/** A happening of the ledger that may be what a claim of a pasted text tells, with the points and what gave them. */
export interface CarriedBy {
  happening: HappeningLine;
  score: number;
  reasons: (string)[];
}

/** What one version of an article did to the one before; ``happenings`` are those built on the claims that changed. */
export interface ChangeLine {
  at: string;
  kind: string;
  old: string;
  new: string;
  outlet: string;
  title: string;
  added: number;
  dropped: number;
  notes: ("clarification" | "correction" | "editors-note" | "gone" | "removal" | "retraction" | "update")[];
  claims: (ClaimChangeLine)[];
  happenings: (string)[];
}

/** What became of a claim in a newer version of its article. */
export interface ClaimChangeLine {
  status: "changed" | "new" | "orphaned" | "unchanged" | "withdrawn";
  old: string;
  new: string;
  fields: (string)[];
  old_words: string;
  new_words: string;
}

/** ``/claims/ID.json``: one claim in its paragraph. Spans are in the article's text; ``paragraph`` begins at ``offset``. */
export interface ClaimDetail {
  line: ClaimLine;
  fields: (Reading)[];
  paragraph: string;
  offset: number;
  reviews: (ReviewLine)[];
}

/** One claim in a list: the wire form, its words, its article, the happening that it is laid to and what people decided of it. ``chain`` is the chain of voices in words, ``line`` one attributed sentence that can be quoted as it stands. ``contested`` are the fields on which tellings of its happening contradict each other; ``origins`` how many known origins that has. */
export interface ClaimLine {
  row: number;
  claim: WireClaim;
  words: string;
  chain: string;
  line: string;
  article: ArticleLine;
  happening: string;
  origins: number;
  contested: (string)[];
  state: "" | "amended" | "confirmed" | "disputed" | "rejected";
  amended: Record<string, string>;
}

/** ``/claims.json``. ``next`` goes into ``after`` for the next page, "" when this was the last. */
export interface ClaimPage {
  rows: (ClaimLine)[];
  next: string;
  facets: (Facet)[];
}

/** Body of ``POST /compare.json``: a text to read, or the address of an article that the ledger holds. Nothing is fetched or kept. */
export interface CompareAsk {
  text: string;
  address: string;
  outlet: string;
  published: string;
}

/** ``POST /compare.json``: the reading of the text, its claims by how much they are attributed, and articles that share its words. */
export interface Compared {
  article: WireArticle;
  claims: (Carried)[];
  copies: (CopyLine)[];
  known: string;
  seconds: number;
}

/** How an article stands to another that shares words with it; spans are in the texts of ``one`` (this article) and ``other``. ``upstream`` is "one" when this article is nearer the source. */
export interface CopyLine {
  article: ArticleLine;
  kind: "partly-derived" | "same-wire-copy" | "shared-background-only" | "shared-quote-only";
  upstream: "one" | "other" | "unknown";
  share_one: number;
  share_other: number;
  binds: boolean;
  why: (string)[];
  passages: (PassageLine)[];
}

/** One value of a facet and how many it has. */
export interface Count {
  value: string;
  count: number;
}

/** A claim that two people decided differently. */
export interface Disagreement {
  claim: string;
  words: string;
  one: ReviewLine;
  other: ReviewLine;
}

/** A dossier as it was last saved; versions before it are kept. */
export interface Dossier {
  id: string;
  version: number;
  title: string;
  items: (Item)[];
  region: (string)[];
  theme: (string)[];
  who: string;
  at: string;
}

/** Body of ``PUT /dossiers/ID.json``: the whole dossier as it is to be. ``version`` is the one it was made from (0: new). */
export interface DossierAsk {
  title: string;
  items: (Item)[];
  version: number;
  region: (string)[];
  theme: (string)[];
}

/** ``/dossiers/ID.json``: the dossier and the claims and happenings it names, by id; ids that name nothing any more in ``lost``. */
export interface DossierDetail {
  dossier: Dossier;
  claims: Record<string, ClaimLine>;
  happenings: Record<string, HappeningLine>;
  lost: (string)[];
}

/** ``/dossiers.json``. */
export interface DossierPage {
  rows: (Dossier)[];
}

/** Who takes from whom: ``upstream`` is cited, reposted or copied by ``downstream`` so many times. ``lag_days`` is the median number of days between the two, None where days are not known. */
export interface Edge {
  downstream: string;
  upstream: string;
  kind: "cites" | "copies" | "reposts";
  count: number;
  lag_days: number | null;
}

/** Words a copy changed, with the words on both sides. */
export interface EditLine {
  kind: "added" | "changed" | "dropped" | "figure";
  one: [number, number];
  other: [number, number];
  one_words: string;
  other_words: string;
}

/** How many of what was found have each value of a field. ``of`` is how many were counted, ``all`` whether that is all of them. */
export interface Facet {
  field: string;
  counts: (Count)[];
  of: number;
  all: boolean;
}

/** Articles that carry one wire story, with what they share in words. */
export interface FamilyLine {
  id: string;
  articles: (ArticleLine)[];
  copies: (string)[];
}

/** One grade, never of truth: value, rule, reasons, limits. */
export interface GradeLine {
  name: string;
  value: string;
  rule: string;
  reasons: (string)[];
  limits: string;
}

/** ``/happenings/ID.json``: tellings, origins, field by field, grades, why together, near misses, what people judged. */
export interface HappeningDetail {
  line: HappeningLine;
  tellings: (Telling)[];
  relations: (RelationLine)[];
  origins: (OriginLine)[];
  grades: (GradeLine)[];
  together: (MatchLine)[];
  near: (MatchLine)[];
  judgements: (JudgementLine)[];
  denials: (string)[];
}

/** One happening in a list, with the sentence of one of its claims and who says it. ``first`` and ``last`` are ``YYYY-MM-DD``; ``dated`` tells whether claims give them or the articles' own days stand in. ``counted`` says in words what it rests on: "14 articles, 2 wire families, 1 origin". ``killed`` and ``injured`` are what is told. */
export interface HappeningLine {
  id: string;
  kind: string;
  first: string;
  last: string;
  dated: boolean;
  places: (string)[];
  spot: SpotLine | null;
  articles: number;
  families: number;
  origins: number;
  outlets: (string)[];
  voices: (string)[];
  single_origin: boolean;
  contested: (string)[];
  admiralty: string;
  airwars_like: string;
  killed: (string)[];
  injured: (string)[];
  claims: number;
  claim: string;
  words: string;
  said_by: string;
  counted: string;
}

/** ``/happenings.json``. ``placeless`` and ``dateless`` count those found that have no place or day of their own. */
export interface HappeningPage {
  rows: (HappeningLine)[];
  next: string;
  total: number;
  more: boolean;
  placeless: number;
  dateless: number;
}

/** One part of a dossier: somebody's own ``text`` (``who`` names the writer), or a claim or happening by id with a note. */
export interface Item {
  kind: "claim" | "happening" | "text";
  ref: string;
  text: string;
  who: string;
}

/** What became of a merge or split: the judgement and the happenings that the two sides are in now. */
export interface Judged {
  judgement: JudgementLine;
  one: string;
  other: string;
}

/** Body of ``POST /judgements.json``: happenings or claims to merge, or claims to split off a happening. */
export interface JudgementAsk {
  verdict: "merge" | "split";
  one: string;
  other: (string)[];
  why: string;
}

/** A person's word on what is one happening. ``undone`` when it was taken back. */
export interface JudgementLine {
  id: string;
  number: number;
  verdict: string;
  one: (string)[];
  other: (string)[];
  who: string;
  at: string;
  why: string;
  undone: boolean;
}

/** Body of ``POST /login.json``. */
export interface LoginAsk {
  name: string;
  password: string;
}

/** A place on the map and how many happenings are told there; ``radius_km`` is drawn, ``lead`` is the sentence that stands beside it. ``ids`` are the first happenings there, the latest first. ``clustered`` stands for several places drawn as one: its box is in ``box`` (west, south, east, north) and it has no radius. */
export interface MapSpot {
  lat: number;
  lon: number;
  radius_km: number;
  name: string;
  count: number;
  contested: number;
  origins: number;
  ids: (string)[];
  lead: string;
  said_by: string;
  clustered: boolean;
  box: [number, number, number, number];
}

/** ``/happenings/map.json``: what is told inside a box at a zoom; ``total`` happenings in all of it. */
export interface MapView {
  spots: (MapSpot)[];
  total: number;
}

/** Why two accounts are held to tell of one happening, or were left apart; ``other`` happening is named for those left out. */
export interface MatchLine {
  one: string;
  other: string;
  one_claim: string;
  other_claim: string;
  score: number;
  reasons: (string)[];
  other_happening: string;
  other_words: string;
}

/** One independent origin: whom the words are laid to, the articles it came through by wire family, why they are one. ``ties`` say whose an outlet is, with the source and the day it was looked up. */
export interface OriginLine {
  id: string;
  name: string;
  known: boolean;
  families: (FamilyLine)[];
  reasons: (string)[];
  would_split: string;
  ties: (string)[];
}

/** Words that two articles share, on both ends, and what differs inside. */
export interface PassageLine {
  one: [number, number];
  other: [number, number];
  words: number;
  kind: "background" | "copied" | "quoted";
  edits: (EditLine)[];
}

/** ``/review.json``: claims to look at, of one queue, and how many each queue has (bounded: ``more`` than counted when True). */
export interface QueuePage {
  queue: "changed" | "contested" | "low" | "new";
  rows: (ClaimLine)[];
  next: string;
  sizes: (Count)[];
}

/** One field of a claim as an analyst reads it: label, words, the rule that read it, its spans, and what else was weighed. */
export interface Reading {
  label: string;
  field: string;
  words: string;
  rule: string;
  spans: ([number, number])[];
  alternatives: (string)[];
}

/** How two values of one field bear on each other, both sides with their sentences. */
export interface RelationLine {
  field: "actors" | "control" | "existence" | "injured" | "killed" | "means" | "place" | "responsibility" | "targets" | "time";
  bearing: "adds" | "agrees" | "contradicts" | "refines";
  one: SaidLine;
  other: SaidLine;
  rule: string;
}

/** What a person decides of a claim: body of ``POST /reviews.json``. */
export interface ReviewAsk {
  claim: string;
  decision: "amend" | "confirm" | "note" | "reject";
  why: string;
  field: string;
  value: string;
  span: [number, number] | null;
}

/** One decision of a person on a claim. ``field``, ``value`` and ``span`` belong to an amendment; ``undone`` when it was taken back. */
export interface ReviewLine {
  number: number;
  claim: string;
  decision: "amend" | "confirm" | "note" | "reject" | "undo";
  field: string;
  value: string;
  span: [number, number] | null;
  who: string;
  at: string;
  why: string;
  undone: boolean;
}

/** One value that one claim gives: its words, who says it, and the sentence it stands in (``start`` and ``end`` in it). */
export interface SaidLine {
  claim: string;
  words: string;
  said_by: string;
  outlet: string;
  sentence: string;
  start: number;
  end: number;
}

/** ``/session.json``: who is at the desk and what they may do. ``csrf`` goes into the header ``X-Sayso-CSRF`` of every write. */
export interface Session {
  name: string;
  role: "" | "coder" | "custodian" | "reader" | "reviewer";
  accounts: boolean;
  csrf: string;
  ledger: string;
  articles: number;
  claims: number;
  happenings: number;
  waiting: number;
}

/** ``/sources/KEY.json``: one outlet with its edges, labels as it puts them, rights as it states them, voices it carries. */
export interface SourceDetail {
  line: SourceLine;
  edges: (Edge)[];
  voices: (Count)[];
  labels: Record<string, (Count)[]>;
  rights: (string)[];
  articles: (ArticleLine)[];
}

/** One outlet: what the ledger holds of it. Shares are 0 to 1. ``own`` of its claims are in its own voice, ``named`` go back to somebody named; ``single`` of those laid to a happening stand on one origin alone; ``copied`` of its articles share a wire story with an earlier one. */
export interface SourceLine {
  key: string;
  name: string;
  articles: number;
  claims: number;
  own: number;
  named: number;
  single: number;
  copied: number;
  kinds: (Count)[];
  ties: (string)[];
}

/** ``/sources.json``: outlets, origin voices, and the edges between them, the strongest first. ``counted`` is when (UTC). */
export interface SourcePage {
  outlets: (SourceLine)[];
  voices: (Count)[];
  edges: (Edge)[];
  counted: string;
}

/** Where a happening is told to have been: WGS 84 degrees, and the radius of doubt in kilometres, never left out. */
export interface SpotLine {
  name: string;
  lat: number;
  lon: number;
  radius_km: number;
}

/** One claim of a happening with its sentence, as one article tells it. ``core`` is False where it only goes on about it. */
export interface Telling {
  claim: string;
  account: string;
  article: ArticleLine;
  words: string;
  chain: string;
  voice: string;
  named: boolean;
  denies: boolean;
  core: boolean;
  origin: string;
  state: "" | "amended" | "confirmed" | "disputed" | "rejected";
}

/** ``/happenings/timeline.json``: bins of equal length (``unit``), those without any left out. Where nearly all happenings lie in a short stretch, the bins cover that; ``earlier`` and ``later`` ones are counted. */
export interface Timeline {
  unit: "day" | "month" | "week" | "year";
  bins: (Bin)[];
  earlier: number;
  later: number;
}

/** What every refused request gives. */
export interface Trouble {
  error: string;
  code: number;
  hint?: string;
}

/** Body of ``POST /reviews/undo.json`` and ``POST /judgements/undo.json``: the number of one's own decision to take back. */
export interface UndoAsk {
  number: number;
}

export interface WireActor {
  name: string;
  id: string | null;
  span: [number, number];
  rule: string;
  alternatives: (string)[];
}

export interface WireArticle {
  id: string;
  sha256: string;
  text: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  original_outlet: string | null;
  original_published: string | null;
  authors: (string)[];
  language: string;
  labels: Record<string, (string)[]>;
  rights: (WireRights)[];
  media: (WireMedia)[];
  zones: (WireZone)[];
  url: string | null;
  modified: string | null;
  dateline: string | null;
  stated: Record<string, (WireStated)[]>;
}

export interface WireClaim {
  id: string;
  content: ([number, number])[];
  voices: (WireVoice)[];
  manner: "direct" | "indirect" | "mixed" | "own";
  polarity: "negative" | "positive";
  certainty: "certain" | "possible" | "probable";
  tense: "future" | "past" | "present";
  happening: WireHappening | null;
  rule: string;
  grounds: Record<string, WireGround>;
  repeats: ([number, number])[];
}

export interface WireCodes {
  plover: string;
  cameo: string;
  acled_like: string;
}

export interface WireControl {
  place: string;
  from: string | null;
  to: string | null;
  span: [number, number];
  rule: string;
}

export interface WireFigure {
  low: number;
  best: number | null;
  high: number | null;
  span: [number, number];
  rule: string;
  shares: (WireShare)[];
}

/** What a plain value of the claim rests on: the rule, the words, and what else was weighed. */
export interface WireGround {
  rule: string;
  spans: ([number, number])[];
  alternatives: (string)[];
}

export interface WireHappening {
  kind: "abduction-forced-disappearance" | "advance-or-hold" | "agreement-ceasefire" | "aid-or-blockade" | "air-drone-strike" | "armed-clash" | "arrest-detention" | "attack-on-civilians" | "base-or-fortification" | "casualties-toll" | "chemical-weapon" | "deployment-movement" | "displacement-evacuation" | "execution-or-torture" | "government-regains-territory" | "grenade" | "ied-mine" | "looting-destruction" | "nonstate-overtakes-territory" | "other" | "protest" | "riot-mob" | "sanction-or-legal" | "sexual-violence" | "shelling-artillery-missile" | "suicide-bomb" | "surveillance-intelligence" | "talks-diplomacy" | "threat-or-demand" | "weapons-transfer";
  codes: WireCodes;
  actors: (WireActor)[];
  targets: (WireActor)[];
  place: WirePlace | null;
  when: WireMoment | null;
  killed: WireFigure | null;
  injured: WireFigure | null;
  captured: WireFigure | null;
  displaced: WireFigure | null;
  means: (WireMeans)[];
  control: WireControl | null;
}

export interface WireLineage {
  article: string;
  kind: "cites" | "copies" | "excerpts" | "quotes" | "reposts";
  upstream: string;
  spans: ([number, number])[];
  rule: string;
}

export interface WireMeans {
  name: string;
  class: string;
  span: [number, number];
  rule: string;
}

export interface WireMedia {
  kind: string;
  caption: string;
  credit: string;
  span: [number, number];
}

export interface WireMoment {
  text: string | null;
  start: string;
  end: string;
  precision: "day" | "days" | "month" | "range" | "season" | "unknown" | "week" | "year";
  anchor: string;
  span: [number, number] | null;
  rule: string;
}

export interface WirePlace {
  text: string;
  name: string;
  id: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  precision: "area" | "country" | "exact" | "province" | "town" | "unknown";
  relation: string | null;
  span: [number, number];
  alternatives: (WirePlaceCandidate)[];
  rule: string;
}

export interface WirePlaceCandidate {
  id: string;
  name: string;
  lat: number;
  lon: number;
  score: number;
}

export interface WireProblem {
  code: string;
  message: string;
  span: [number, number] | null;
}

export interface WireRights {
  kind: string;
  span: [number, number];
}

export interface WireShare {
  low: number;
  high: number | null;
  side: "" | "civilians" | "combatants" | "person";
  span: [number, number];
  within: boolean;
}

export interface WireStated {
  value: string;
  rule: string;
  span: [number, number] | null;
}

export interface WireVoice {
  name: string;
  kind: "armed-group" | "expert" | "government" | "international-org" | "media" | "medical-rescue" | "military" | "ngo-monitor" | "politician" | "unspecified" | "witness-local";
  named: boolean;
  source: [number, number] | null;
  cue: [number, number] | null;
  party: boolean | null;
  rule: string;
  id: string | null;
}

export interface WireZone {
  kind: "body" | "byline" | "caption" | "contact" | "disclaimer" | "donation" | "embed" | "label" | "navigation" | "rights" | "title";
  span: [number, number];
  rule: string;
  raw: [number, number] | null;
}
