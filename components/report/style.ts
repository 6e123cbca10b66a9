import { StyleSheet } from "@react-pdf/renderer";

/** The light colours of app/globals.css, on paper. */
export const colours = {
  paper: "#ffffff",
  ink: "#1c1b19",
  muted: "#5f5b54",
  line: "#e4e0d9",
  edge: "#857f75",
  accent: "#0b5d5a",
  band: "#d3e5e2",
  reference: "#7f7970",
  figure: "#f1eee8",
  caution: "#fcf2dc",
  zones: ["#efece6", "#d2dedb", "#a9c5c2", "#78a5a2", "#417f7c", "#0d504d"],
} as const;

export const styles = StyleSheet.create({
  page: { paddingVertical: 30, paddingHorizontal: 38, fontSize: 8.5, lineHeight: 1.35, color: colours.ink },
  head: { borderBottomWidth: 1, borderBottomColor: colours.line, paddingBottom: 6 },
  muted: { color: colours.muted },
  small: { fontSize: 7.5, color: colours.muted },
  title: { fontSize: 13, fontWeight: 600, lineHeight: 1.25, marginTop: 9 },
  lead: { color: colours.muted, marginTop: 3 },
  heading: { fontSize: 9.5, fontWeight: 600, marginBottom: 3 },
  block: { marginTop: 10 },
  columns: { flexDirection: "row", gap: 20 },
  column: { flex: 1 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: colours.line, paddingVertical: 1.6 },
  foot: {
    position: "absolute",
    bottom: 18,
    left: 38,
    right: 38,
    borderTopWidth: 0.5,
    borderTopColor: colours.line,
    paddingTop: 4,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 7,
    color: colours.muted,
  },
});
