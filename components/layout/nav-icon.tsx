import {
  ArrowDownToLine,
  ChartScatter,
  CirclePlus,
  Columns3,
  FileText,
  History,
  House,
  Info,
  Network,
  Settings,
  Share2,
  UsersRound,
} from "lucide";
import { Icon, type IconNode } from "../ui/icon";
import type { IconName } from "./types";

const icons = {
  home: House,
  new: CirclePlus,
  history: History,
  settings: Settings,
  sharing: Share2,
  people: UsersRound,
  teams: Network,
  compare: Columns3,
  cohort: ChartScatter,
  import: ArrowDownToLine,
  models: FileText,
  help: Info,
} as const satisfies Record<IconName, IconNode>;

export function NavIcon({ name, className }: { name: IconName; className?: string }) {
  return <Icon of={icons[name]} className={className} />;
}
