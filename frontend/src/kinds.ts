// The thirty kinds of happenings of the contract, as choices.
import { kind } from "./words";

const KINDS = [
  "armed-clash", "government-regains-territory", "nonstate-overtakes-territory", "advance-or-hold", "air-drone-strike",
  "shelling-artillery-missile", "ied-mine", "suicide-bomb", "grenade", "chemical-weapon", "attack-on-civilians",
  "abduction-forced-disappearance", "sexual-violence", "execution-or-torture", "protest", "riot-mob", "arrest-detention",
  "agreement-ceasefire", "talks-diplomacy", "sanction-or-legal", "displacement-evacuation", "aid-or-blockade",
  "deployment-movement", "base-or-fortification", "weapons-transfer", "surveillance-intelligence", "looting-destruction",
  "threat-or-demand", "casualties-toll", "other",
];

export const KIND_CHOICES: [string, string][] = [["", "any kind"], ...KINDS.map((k): [string, string] => [k, kind(k)])];
