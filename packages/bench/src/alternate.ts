/** Measures every subject once a round, each round in another order: a slow moment of the machine meets all. */
export async function alternate<Subject, Figure>(
  subjects: readonly Subject[],
  rounds: number,
  measure: (subject: Subject) => Promise<Figure>,
): Promise<Map<Subject, Figure[]>> {
  const measured = new Map(subjects.map((subject): [Subject, Figure[]] => [subject, []]));
  for (let round = 0; round < rounds; round++) {
    for (const subject of shuffled(subjects)) {
      measured.get(subject)?.push(await measure(subject));
    }
  }
  return measured;
}

function shuffled<Subject>(subjects: readonly Subject[]): Subject[] {
  return subjects
    .map((subject) => ({ subject, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ subject }) => subject);
}
