import type { Temporal } from "temporal-polyfill";
import { type DemoPerson, demoPeople } from "../demo-accounts";
import { birthDate } from "./calendar";
import type { Complaint } from "./injury";
import { drawPerson, type Person } from "./person";
import type { PlannedAthlete, PlannedVisit } from "./plan";
import type { Scores } from "./population";
import type { Random } from "./random";
import { type Instrument, planVisit, type VisitSketch } from "./visit";

// The people who can sign in, each with a story worth looking at.

type Story = Pick<PlannedAthlete, "identifier" | "team"> & {
  readonly account: DemoPerson;
  readonly sex: PlannedAthlete["sex"];
  readonly age: number;
  readonly complaint: Complaint | null;
  readonly painSince: number | null;
  readonly footwear: VisitSketch["footwear"];
  readonly visits: readonly StoryVisit[];
};

type StoryVisit = {
  readonly instrument: Instrument;
  readonly daysAgo: number;
  readonly pain: number;
  readonly form: number;
  readonly recordedBy: PlannedVisit["recordedBy"];
  readonly notes?: string;
};

const stories: readonly Story[] = [
  {
    account: "runner",
    identifier: "DEMO-ANA",
    team: "club",
    sex: "female",
    age: 34,
    complaint: { region: "leg", location: "medial", side: "left" },
    painSince: 470,
    footwear: "neutral_shoe",
    visits: [
      { instrument: "walkPods", daysAgo: 421, pain: 4, form: 0, recordedBy: "owner" },
      { instrument: "runLab", daysAgo: 420, pain: 4, form: -0.6, recordedBy: "owner" },
      { instrument: "runLab", daysAgo: 352, pain: 3, form: -0.3, recordedBy: "owner" },
      { instrument: "runLab", daysAgo: 270, pain: 1, form: 0, recordedBy: "coach" },
      { instrument: "walkPods", daysAgo: 201, pain: 0, form: 0, recordedBy: "athlete" },
      { instrument: "runLab", daysAgo: 178, pain: 0, form: 0.4, recordedBy: "coach" },
      { instrument: "runLab", daysAgo: 92, pain: 0, form: 0.8, recordedBy: "owner" },
      { instrument: "runLab", daysAgo: 6, pain: 0, form: 1.1, recordedBy: "athlete" },
    ],
  },
  {
    account: "patient",
    identifier: "DEMO-BRUNO",
    team: "clinic",
    sex: "male",
    age: 46,
    complaint: { region: "knee", location: "medial", side: "right" },
    painSince: 190,
    footwear: "neutral_shoe",
    visits: [
      { instrument: "forcePlate", daysAgo: 170, pain: 7, form: 0, recordedBy: "owner" },
      { instrument: "forcePlate", daysAgo: 136, pain: 5, form: 0, recordedBy: "coach" },
      { instrument: "forcePlate", daysAgo: 101, pain: 4, form: 0, recordedBy: "coach" },
      { instrument: "forcePlate", daysAgo: 57, pain: 2, form: 0, recordedBy: "owner" },
      { instrument: "forcePlate", daysAgo: 9, pain: 1, form: 0, recordedBy: "owner" },
    ],
  },
  {
    account: "newcomer",
    identifier: "DEMO-CARLA",
    team: null,
    sex: "female",
    age: 28,
    complaint: null,
    painSince: null,
    footwear: undefined,
    visits: [],
  },
  {
    account: "clubOwner",
    identifier: "DEMO-OLGA",
    team: null,
    sex: "female",
    age: 41,
    complaint: null,
    painSince: null,
    footwear: "neutral_shoe",
    visits: [{ instrument: "runLab", daysAgo: 40, pain: 0, form: 0, recordedBy: "athlete" }],
  },
  {
    account: "clinicOwner",
    identifier: "DEMO-TOMAS",
    team: null,
    sex: "male",
    age: 52,
    complaint: null,
    painSince: null,
    footwear: "neutral_shoe",
    visits: [{ instrument: "walkPods", daysAgo: 25, pain: 0, form: 0, recordedBy: "athlete" }],
  },
];

export const planStories = (today: Temporal.PlainDate, random: Random): readonly PlannedAthlete[] =>
  stories.map((story) => {
    const own = random.fork();
    const person = typical(drawPerson(own, { sex: story.sex, age: story.age }));
    return {
      identifier: story.identifier,
      name: demoPeople[story.account].name,
      sex: story.sex,
      birthDate: birthDate(today, story.age, story.visits[0]?.daysAgo ?? 0),
      account: story.account,
      team: story.team,
      standing: "record",
      sharedWith: null,
      visits: story.visits.map((visit, index) => planVisit(sketchOf(story, person, visit, index), today, own)),
    };
  });

/** Nearer to the average, so that the story shows and not how unusual its person is. */
const typical = (person: Person): Person => {
  const nearer = (scores: Scores) => scores.map((score) => 0.4 * score);
  return { ...person, walkPods: nearer(person.walkPods), runLab: nearer(person.runLab), forcePlate: nearer(person.forcePlate) };
};

const sketchOf = ({ complaint, painSince, footwear, team }: Story, person: Person, visit: StoryVisit, index: number): VisitSketch => ({
  ...visit,
  person,
  complaint,
  painSince,
  footwear,
  examined: team !== null && index === 0,
});
